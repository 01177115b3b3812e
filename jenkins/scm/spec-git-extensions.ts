import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts } from '../../compiler/text/traced-text.ts';
import type {
  AuthorInChangelogGitExtension,
  BuildSingleRevisionGitExtension,
  ChangelogToBranchGitExtension,
  CheckoutOptionsGitExtension,
  ChoosingStrategyGitExtension,
  FirstBuildChangelogGitExtension,
  LfsPullGitExtension,
  MessageExclusionGitExtension,
  PathRestrictionGitExtension,
  PruneTagsGitExtension,
  ScmNameGitExtension,
  SparseCheckoutGitExtension,
  UserExclusionGitExtension,
  UserIdentityGitExtension,
} from '../../schema/generated/located.ts';
import { type ElementUse, elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional, typed } from '../shared/xml.ts';

const PACKAGE = 'hudson.plugins.git.extensions.impl';

/** Strategies by our words; `gerrit` is of another plugin. */
const choosers = {
  default: 'hudson.plugins.git.util.DefaultBuildChooser',
  inverse: 'hudson.plugins.git.util.InverseBuildChooser',
  ancestry: 'hudson.plugins.git.util.AncestryBuildChooser',
  gerrit: 'com.sonyericsson.hudson.plugins.gerrit.trigger.hudsontrigger.GerritTriggerBuildChooser',
} as const;

const gerritChooser = elementsOf('gerrit-trigger', 'jobs build the change that Gerrit names');

const choosingStrategy: Thing<SpecNode<'choosing-strategy', ChoosingStrategyGitExtension>> = {
  kind: 'choosing-strategy',
  needs: 'core',
  xml: ({ spec }) =>
    element(`${PACKAGE}.BuildChooserSetting`, [
      typed('buildChooser', choosers[spec.strategy.value], [
        ...optional('maximumAgeInDays', spec.maximum_age),
        ...optional('ancestorCommitSha1', spec.ancestor_sha1),
        ...(spec.strategy.value === 'gerrit' ? [leaf('separator', '#')] : []),
      ]),
    ]),
  inside: ({ spec, origin }, needs) => {
    if (spec.strategy.value === 'gerrit') needs.use(gerritChooser, origin);
  },
};

const changelogToBranch: Thing<SpecNode<'changelog-to-branch', ChangelogToBranchGitExtension>> = {
  kind: 'changelog-to-branch',
  needs: 'core',
  xml: ({ spec }) =>
    element(`${PACKAGE}.ChangelogToBranch`, [
      element('options', [leaf('compareRemote', spec.remote), leaf('compareTarget', spec.branch)]),
    ]),
};

const checkoutOptions: Thing<SpecNode<'checkout-options', CheckoutOptionsGitExtension>> = {
  kind: 'checkout-options',
  needs: 'core',
  xml: ({ spec }) => element(`${PACKAGE}.CheckoutOption`, [leaf('timeout', spec.timeout)]),
};

const firstBuildChangelog: Thing<SpecNode<'first-build-changelog', FirstBuildChangelogGitExtension>> = {
  kind: 'first-build-changelog',
  needs: gitWith('the first builds have changes', '5.3.0'),
  xml: () => element(`${PACKAGE}.FirstBuildChangelog`, [leaf('makeChangelog', true)]),
};

const messageExclusion: Thing<SpecNode<'message-exclusion', MessageExclusionGitExtension>> = {
  kind: 'message-exclusion',
  needs: 'core',
  xml: ({ spec }) => element(`${PACKAGE}.MessageExclusion`, [leaf('excludedMessage', spec.message)]),
};

const pathRestriction: Thing<SpecNode<'path-restriction', PathRestrictionGitExtension>> = {
  kind: 'path-restriction',
  needs: 'core',
  xml: ({ spec }) =>
    element(`${PACKAGE}.PathRestriction`, [
      leaf('includedRegions', joinTexts(spec.included, '\n')),
      leaf('excludedRegions', joinTexts(spec.excluded, '\n')),
    ]),
};

const pruneTags: Thing<SpecNode<'prune-tags', PruneTagsGitExtension>> = {
  kind: 'prune-tags',
  needs: gitWith('jobs forget tags', '4.3.0'),
  xml: () => element(`${PACKAGE}.PruneStaleTag`, [leaf('pruneTags', true)]),
};

const scmName: Thing<SpecNode<'scm-name', ScmNameGitExtension>> = {
  kind: 'scm-name',
  needs: 'core',
  xml: ({ spec }) => element(`${PACKAGE}.ScmName`, [leaf('name', spec.name)]),
};

const sparseCheckout: Thing<SpecNode<'sparse-checkout', SparseCheckoutGitExtension>> = {
  kind: 'sparse-checkout',
  needs: 'core',
  xml: ({ spec }) =>
    element(`${PACKAGE}.SparseCheckoutPaths`, [
      element(
        'sparseCheckoutPaths',
        spec.paths.map((path): XmlElement => element(`${PACKAGE}.SparseCheckoutPath`, [leaf('path', path)])),
      ),
    ]),
};

const userExclusion: Thing<SpecNode<'user-exclusion', UserExclusionGitExtension>> = {
  kind: 'user-exclusion',
  needs: 'core',
  xml: ({ spec }) =>
    element(`${PACKAGE}.UserExclusion`, [leaf('excludedUsers', joinTexts(spec.users, '\n'))]),
};

const userIdentity: Thing<SpecNode<'user-identity', UserIdentityGitExtension>> = {
  kind: 'user-identity',
  needs: 'core',
  xml: ({ spec }) => element(`${PACKAGE}.UserIdentity`, [leaf('name', spec.name), leaf('email', spec.email)]),
};

const authorInChangelog: Thing<SpecNode<'author-in-changelog', AuthorInChangelogGitExtension>> = {
  kind: 'author-in-changelog',
  needs: 'core',
  xml: () => element(`${PACKAGE}.AuthorInChangelog`),
};

const buildSingleRevision: Thing<SpecNode<'build-single-revision', BuildSingleRevisionGitExtension>> = {
  kind: 'build-single-revision',
  needs: gitWith('jobs build one revision of several', '4.2.0'),
  xml: () => element(`${PACKAGE}.BuildSingleRevisionOnly`),
};

const lfsPull: Thing<SpecNode<'lfs-pull', LfsPullGitExtension>> = {
  kind: 'lfs-pull',
  needs: gitWith('jobs fetch files of Git LFS', '3.1.0'),
  xml: () => element(`${PACKAGE}.GitLFSPull`),
};

/** The behaviours of the git plugin that Job DSL has no method for. */
export const specGitExtensions = [
  authorInChangelog,
  buildSingleRevision,
  changelogToBranch,
  checkoutOptions,
  choosingStrategy,
  firstBuildChangelog,
  lfsPull,
  messageExclusion,
  pathRestriction,
  pruneTags,
  scmName,
  sparseCheckout,
  userExclusion,
  userIdentity,
] as const;

/** Returns what a behaviour needs that the git plugin has had since a version. */
function gitWith(reason: string, minimum: string): ElementUse {
  return elementsOf('git', reason, minimum);
}
