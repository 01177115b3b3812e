import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { elementsOf, use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import { type NodeOf, type Thing, thingFamily } from '../shared/thing.ts';
import { element, ifTrue, leaf, optional } from '../shared/xml.ts';
import { specGitExtensions } from './spec-git-extensions.ts';

/** A behaviour without settings. */
export interface SimpleGitExtension<Kind extends string> extends ItemNode {
  readonly kind: Kind;
}

/** Removes files that are not in the repository. */
export interface GitCleaning<Kind extends string> extends SimpleGitExtension<Kind> {
  /** Whether folders that are repositories themselves are removed, too. */
  readonly deleteNested?: Valued<boolean> | undefined;
}

/** Checks out into a folder of the workspace. */
export interface RelativeTargetDirectory extends ItemNode {
  readonly kind: 'relative-target-directory';
  readonly directory: Text;
}

/** Checks out a local branch instead of a detached head; without a name git chooses the remote branch's. */
export interface LocalBranch extends ItemNode {
  readonly kind: 'local-branch';
  readonly branch?: Text | undefined;
}

/** How the repository is cloned. */
export interface CloneOptions extends ItemNode {
  readonly kind: 'clone-options';
  readonly shallow?: Valued<boolean> | undefined;
  /** Commits of a shallow clone. */
  readonly depth?: Valued<number> | undefined;
  readonly noTags?: Valued<boolean> | undefined;
  readonly honorRefspec?: Valued<boolean> | undefined;
  /** Folder of a repository to borrow objects from. */
  readonly reference?: Text | undefined;
  /** In minutes. */
  readonly timeout?: Valued<number> | undefined;
}

/** How submodules are checked out. */
export interface SubmoduleOptions extends ItemNode {
  readonly kind: 'submodule-options';
  readonly disable?: Valued<boolean> | undefined;
  readonly recursive?: Valued<boolean> | undefined;
  readonly tracking?: Valued<boolean> | undefined;
  readonly parentCredentials?: Valued<boolean> | undefined;
  /** Folder of a repository to borrow objects from. */
  readonly reference?: Text | undefined;
  /** In minutes. */
  readonly timeout?: Valued<number> | undefined;
  readonly shallow?: Valued<boolean> | undefined;
  /** Commits of a shallow clone. */
  readonly depth?: Valued<number> | undefined;
  /** How many are fetched at once. */
  readonly threads?: Valued<number> | undefined;
}

/** Merges another branch before the build. */
export interface MergeOptions extends ItemNode {
  readonly kind: 'merge-options';
  readonly remote: Text;
  readonly branch: Text;
  /** By the word of git; `default` unless it is said. */
  readonly strategy?: Text | undefined;
  /** By the constant of the plugin; `FF` unless it is said. */
  readonly fastForward?: Text | undefined;
}

const nestedRepositories = elementsOf('git', 'jobs say whether they remove nested repositories', '4.1.0');
const submodulesInParts = elementsOf('git', 'jobs say how they fetch submodules', '4.0.0');

const PACKAGE = 'hudson.plugins.git.extensions.impl';

const relativeTargetDirectory: Thing<RelativeTargetDirectory> = {
  kind: 'relative-target-directory',
  needs: 'core',
  xml: ({ directory }) =>
    element(`${PACKAGE}.RelativeTargetDirectory`, [leaf('relativeTargetDir', directory)]),
  dsl: ({ directory }, dsl) => dsl.call('relativeTargetDirectory', directory),
};

const localBranch: Thing<LocalBranch> = {
  kind: 'local-branch',
  needs: 'core',
  xml: ({ branch }) => element(`${PACKAGE}.LocalBranch`, ifTrue('localBranch', branch)),
  dsl: ({ branch }, dsl) => dsl.call('localBranch', branch),
};

const cloneOptions: Thing<CloneOptions> = {
  kind: 'clone-options',
  needs: 'core',
  xml: ({ shallow, noTags, reference, timeout, honorRefspec, depth }) =>
    element(`${PACKAGE}.CloneOption`, [
      leaf('shallow', shallow ?? false),
      leaf('noTags', noTags ?? false),
      leaf('reference', reference ?? ''),
      ...optional('timeout', timeout),
      leaf('honorRefspec', honorRefspec ?? false),
      leaf('depth', depth ?? 0),
    ]),
  dsl: (options, dsl) =>
    dsl.block('cloneOptions', () => {
      dsl.given('shallow', options.shallow);
      dsl.given('depth', options.depth);
      dsl.given('noTags', options.noTags);
      dsl.given('honorRefspec', options.honorRefspec);
      dsl.given('reference', options.reference);
      dsl.given('timeout', options.timeout);
    }),
};

const submoduleOptions: Thing<SubmoduleOptions> = {
  kind: 'submodule-options',
  needs: use('helpers.scm.GitExtensionContext', 'submoduleOptions', 'jobs check out git submodules'),
  xml: ({ disable, recursive, tracking, reference, timeout, parentCredentials, ...more }) =>
    element(`${PACKAGE}.SubmoduleOption`, [
      leaf('disableSubmodules', disable ?? false),
      leaf('recursiveSubmodules', recursive ?? false),
      leaf('trackingSubmodules', tracking ?? false),
      leaf('reference', reference ?? ''),
      ...optional('timeout', timeout),
      leaf('parentCredentials', parentCredentials ?? false),
      ...optional('shallow', more.shallow).map((shallow) => saved(shallow)),
      ...optional('depth', more.depth).map((depth) => saved(depth)),
      ...optional('threads', more.threads).map((threads) => saved(threads)),
    ]),
  inside: ({ shallow, origin }, needs) => {
    if (shallow !== undefined) needs.use(submodulesInParts, origin);
  },
  dsl: (options, dsl) =>
    dsl.block('submoduleOptions', () => {
      dsl.given('disable', options.disable);
      dsl.given('recursive', options.recursive);
      dsl.given('tracking', options.tracking);
      dsl.given('parentCredentials', options.parentCredentials);
      dsl.given('reference', options.reference);
      dsl.given('timeout', options.timeout);
    }),
};

const mergeOptions: Thing<MergeOptions> = {
  kind: 'merge-options',
  needs: 'core',
  xml: ({ remote, branch, strategy, fastForward }) =>
    element(`${PACKAGE}.PreBuildMerge`, [
      element('options', [
        leaf('mergeRemote', remote),
        leaf('mergeTarget', branch),
        leaf('mergeStrategy', strategy ?? 'default'),
        leaf('fastForwardMode', fastForward ?? 'FF'),
      ]),
    ]),
  // A strategy that the method does not know stops the seed job, and modes are constants of Groovy.
  hasCalls: ({ strategy, fastForward }) => strategy === undefined && fastForward === undefined,
  dsl: ({ remote, branch }, dsl) =>
    dsl.block('mergeOptions', () => {
      dsl.given('remote', remote);
      dsl.given('branch', branch);
    }),
};

const things = [
  cleaning('clean-after-checkout', 'CleanCheckout', 'cleanAfterCheckout'),
  cleaning('clean-before-checkout', 'CleanBeforeCheckout', 'cleanBeforeCheckout'),
  simple('disable-remote-poll', 'DisableRemotePoll', 'disableRemotePoll'),
  simple('ignore-notify-commit', 'IgnoreNotifyCommit', 'ignoreNotifyCommit'),
  simple('per-build-tag', 'PerBuildTag', 'perBuildTag'),
  simple('prune-branches', 'PruneStaleBranch', 'pruneBranches'),
  simple('wipe-out-workspace', 'WipeWorkspace', 'wipeOutWorkspace'),
  relativeTargetDirectory,
  localBranch,
  cloneOptions,
  submoduleOptions,
  mergeOptions,
  ...specGitExtensions,
] as const;

/** A behaviour of the git checkout; what each needs stands beside what the git plugin itself needs. */
export type GitExtension = NodeOf<typeof things>;

/** All behaviours of a git checkout. */
export const gitExtensions = thingFamily(things);

function simple<Kind extends string>(
  kind: Kind,
  type: string,
  method: string,
): Thing<SimpleGitExtension<Kind>> {
  return {
    kind,
    needs: 'core',
    xml: () => element(`${PACKAGE}.${type}`),
    dsl: (_, dsl) => dsl.call(method),
  };
}

function cleaning<Kind extends string>(kind: Kind, type: string, method: string): Thing<GitCleaning<Kind>> {
  return {
    ...simple(kind, type, method),
    xml: ({ deleteNested }) =>
      element(
        `${PACKAGE}.${type}`,
        optional('deleteUntrackedNestedRepositories', deleteNested).map((nested) => saved(nested)),
      ),
    inside: ({ deleteNested, origin }, needs) => {
      if (deleteNested !== undefined) needs.use(nestedRepositories, origin);
    },
  };
}
