import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { plainText, type Text } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import { type NodeOf, type Thing, thingFamily } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';
import { specSources } from '../sources/all-sources.ts';
import { branchSource } from './branch-source.ts';
import { bitbucketRequests, githubRequests, gitlabRequests } from './request-sources.ts';

/** Branches of a git repository. */
export interface GitBranchSource extends ItemNode {
  readonly kind: 'git';
  /** Unique and never empty: Jenkins knows the source by it. */
  readonly id: Text;
  readonly remote: Text;
  readonly credentials?: Text | undefined;
  /** Patterns separated by spaces; all branches (`*`) when absent. */
  readonly includes?: Text | undefined;
  readonly excludes?: Text | undefined;
}

/** Branches and pull requests of a repository on GitHub. */
export interface GithubBranchSource extends ItemNode {
  readonly kind: 'github';
  /** Unique and never empty: Jenkins knows the source by it. */
  readonly id: Text;
  readonly owner: Text;
  readonly repository: Text;
  readonly scanCredentials?: Text | undefined;
  /** `SAME`, those of the scan, when absent. */
  readonly checkoutCredentials?: Text | undefined;
}

const SOURCES = 'helpers.workflow.BranchSourcesContext';

const git: Thing<GitBranchSource> = {
  kind: 'git',
  needs: use(SOURCES, 'git', 'multibranch pipelines find branches of git repositories', '3.4.0'),
  xml: ({ id, remote, credentials, includes, excludes }) =>
    branchSource('jenkins.plugins.git.GitSCMSource', [
      leaf('id', id),
      leaf('remote', remote),
      leaf('credentialsId', credentials ?? ''),
      saved(
        element('traits', [
          element('jenkins.plugins.git.traits.BranchDiscoveryTrait'),
          ...branchFilter(includes, excludes),
        ]),
        'includes',
        'excludes',
        'ignoreOnPushNotifications',
      ),
    ]),
  dsl: ({ id, remote, credentials }, dsl) =>
    dsl.block('git', () => {
      dsl.call('id', id);
      dsl.call('remote', remote);
      dsl.given('credentialsId', credentials);
    }),
};

const github: Thing<GithubBranchSource> = {
  kind: 'github',
  needs: use(SOURCES, 'github', 'multibranch pipelines find branches on GitHub'),
  xml: ({ id, owner, repository, scanCredentials, checkoutCredentials }) =>
    branchSource('org.jenkinsci.plugins.github_branch_source.GitHubSCMSource', [
      leaf('id', id),
      leaf('scanCredentialsId', scanCredentials ?? ''),
      leaf('checkoutCredentialsId', checkoutCredentials ?? 'SAME'),
      leaf('repoOwner', owner),
      leaf('repository', repository),
      leaf('includes', '*'),
      leaf('excludes', ''),
      leaf('buildOriginBranch', true),
      leaf('buildOriginBranchWithPR', true),
      leaf('buildOriginPRMerge', false),
      leaf('buildOriginPRHead', false),
      leaf('buildForkPRMerge', true),
      leaf('buildForkPRHead', false),
    ]),
  dsl: ({ id, owner, repository, scanCredentials, checkoutCredentials }, dsl) =>
    dsl.block('github', () => {
      dsl.call('id', id);
      dsl.given('scanCredentialsId', scanCredentials);
      dsl.given('checkoutCredentialsId', checkoutCredentials);
      dsl.call('repoOwner', owner);
      dsl.call('repository', repository);
    }),
};

const things = [git, github, githubRequests, gitlabRequests, bitbucketRequests, ...specSources] as const;

/** Where the branches of a multibranch pipeline are. */
export type BranchSource = NodeOf<typeof things>;

/** All sources of branches. */
export const branchSources = thingFamily(things);

/** Which branches: the git plugin turns its older fields into this trait of the SCM API plugin. */
function branchFilter(includes: Text = '*', excludes: Text = ''): XmlElement[] {
  if (plainText(includes) === '*' && plainText(excludes) === '') return [];
  return [
    element('jenkins.scm.impl.trait.WildcardSCMHeadFilterTrait', [
      leaf('includes', includes),
      leaf('excludes', excludes),
    ]),
  ];
}
