import { elementOfClass } from '../../compiler/plugins/xstream-name.ts';
import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts, type Text } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional, typed } from '../shared/xml.ts';
import { branchSource } from './branch-source.ts';

/** What the sources have in common that find pull requests and no branches. */
interface RequestSource extends ItemNode {
  /** Unique and never empty: Jenkins knows the source by it. */
  readonly id: Text;
  readonly owner: Text;
  readonly repository: Text;
  /** Id of the credential for the API of the forge. */
  readonly credentials?: Text | undefined;
  /** Id of the key of a checkout by SSH; without it, the checkout is by HTTPS, with the other credential. */
  readonly sshKey?: Text | undefined;
  /** Whether pull requests of forks are found; nobody who makes one is trusted. */
  readonly forks: boolean;
}

/** Pull requests of a repository on GitHub. */
export interface GithubRequests extends RequestSource {
  readonly kind: 'github-requests';
  readonly api: Text;
  /** Name under which the result stands at the pull request. */
  readonly status: Text;
}

/** Merge requests of a project on GitLab. */
export interface GitlabRequests extends RequestSource {
  readonly kind: 'gitlab-requests';
  /** Name of a server of the plugin. */
  readonly server: Text;
  /** Name under which the result stands at the merge request. */
  readonly status: Text;
}

/** Pull requests of a repository on Bitbucket; its key of a result is made of the name of the job. */
export interface BitbucketRequests extends RequestSource {
  readonly kind: 'bitbucket-requests';
  readonly server: Text;
}

const GITHUB = 'org.jenkinsci.plugins.github_branch_source';
const GITHUB_STATUS = 'org.jenkinsci.plugins.githubScmTraitNotificationContext.NotificationContextTrait';
const GITLAB = 'io.jenkins.plugins.gitlabbranchsource';
const BITBUCKET = 'com.cloudbees.jenkins.plugins.bitbucket';

/** `ChangeRequestCheckoutStrategy.MERGE` in the numbers of all three plugins: what is built is the merge. */
const MERGE = 1;

/** Both strategies: the plugin adds the name of the strategy to that of the job where there are two. */
const HEAD_AND_MERGE = 3;

/*
 * The elements are what the plugins save: their classes were read in 2026-11 (github-branch-source 1983,
 * gitlab-branch-source 743, cloudbees-bitbucket-branch-source 937, github-scm-trait-notification-context 45). Job DSL
 * prints the older elements of GitHub, for GitLab no traits, and has no method for Bitbucket.
 */

/**
 * Finds pull requests on GitHub. Where forks are found, too, jobs of own branches have names of their own
 * (`PR-7-merge`, those of forks `PR-7`): CHANGE_FORK alone does not tell them apart, since the plugin sets none for a
 * fork that is deleted while its pull request is open. The name is by the owner that GitHub keeps for the commit.
 */
export const githubRequests: Thing<GithubRequests> = {
  kind: 'github-requests',
  needs: elementsOf('github-branch-source', 'pull requests of GitHub are built'),
  inside: ({ origin }, needs) => needs.use(statusOnGithub, origin),
  xml: ({ id, api, credentials, owner, repository, sshKey, forks, status }) =>
    branchSource(`${GITHUB}.GitHubSCMSource`, [
      leaf('id', id),
      leaf('apiUri', api),
      ...optional('credentialsId', credentials),
      leaf('repoOwner', owner),
      leaf('repository', repository),
      element('traits', [
        trait(`${GITHUB}.OriginPullRequestDiscoveryTrait`, [
          leaf('strategyId', forks ? HEAD_AND_MERGE : MERGE),
        ]),
        ...(forks ? [forkTrait(`${GITHUB}.ForkPullRequestDiscoveryTrait`), withoutHeads] : []),
        ...sshTrait(`${GITHUB}.SSHCheckoutTrait`, sshKey),
        trait(GITHUB_STATUS, [
          leaf('contextLabel', status),
          leaf('typeSuffix', false),
          leaf('multipleStatuses', false),
        ]),
      ]),
    ]),
};

const statusOnGithub = elementsOf(
  'github-scm-trait-notification-context',
  'each component has a status of its own at a pull request of GitHub',
);

/**
 * Finds merge requests on GitLab: also in a project that is a fork itself, which the plugin takes for a mirror without
 * `buildMRForksNotMirror`, and then finds none.
 */
export const gitlabRequests: Thing<GitlabRequests> = {
  kind: 'gitlab-requests',
  needs: elementsOf('gitlab-branch-source', 'merge requests of GitLab are built', '664.v877fdc293c89'),
  xml: ({ id, server, owner, repository, credentials, sshKey, forks, status }) =>
    branchSource(`${GITLAB}.GitLabSCMSource`, [
      leaf('id', id),
      leaf('serverName', server),
      leaf('projectOwner', owner),
      leaf('projectPath', joinTexts([owner, repository], '/')),
      ...optional('credentialsId', credentials),
      element('traits', [
        trait(`${GITLAB}.OriginMergeRequestDiscoveryTrait`, [leaf('strategyId', MERGE)]),
        ...(forks
          ? [forkTrait(`${GITLAB}.ForkMergeRequestDiscoveryTrait`, [leaf('buildMRForksNotMirror', true)])]
          : []),
        ...sshTrait(`${GITLAB}.SSHCheckoutTrait`, sshKey),
        trait(`${GITLAB}.BuildStatusNameCustomPartTrait`, [
          leaf('buildStatusNameCustomPart', status),
          leaf('buildStatusNameOverwrite', true),
          leaf('ignoreTypeInStatusName', true),
        ]),
      ]),
    ]),
};

/** Finds pull requests on Bitbucket, in the cloud and in a data centre. */
export const bitbucketRequests: Thing<BitbucketRequests> = {
  kind: 'bitbucket-requests',
  needs: elementsOf('cloudbees-bitbucket-branch-source', 'pull requests of Bitbucket are built', '936.0.0'),
  xml: ({ id, server, credentials, owner, repository, sshKey, forks }) =>
    branchSource(`${BITBUCKET}.BitbucketSCMSource`, [
      leaf('id', id),
      leaf('serverUrl', server),
      ...optional('credentialsId', credentials),
      leaf('repoOwner', owner),
      leaf('repository', repository),
      element('traits', [
        trait(`${BITBUCKET}.trait.OriginPullRequestDiscoveryTrait`, [leaf('strategyId', MERGE)]),
        ...(forks ? [forkTrait(`${BITBUCKET}.trait.ForkPullRequestDiscoveryTrait`)] : []),
        ...sshTrait(`${BITBUCKET}.trait.SSHCheckoutTrait`, sshKey),
      ]),
    ]),
};

function trait(type: string, content: readonly XmlElement[]): XmlElement {
  return element(elementOfClass(type), content);
}

/** Of the two jobs of a pull request of an own branch, the one that builds the merge stays. */
const withoutHeads = element('jenkins.scm.impl.trait.WildcardSCMHeadFilterTrait', [
  leaf('includes', '*'),
  leaf('excludes', 'PR-*-head'),
]);

function forkTrait(type: string, more: readonly XmlElement[] = []): XmlElement {
  return trait(type, [leaf('strategyId', MERGE), typed('trust', `${type}$TrustNobody`), ...more]);
}

function sshTrait(type: string, key: Text | undefined): XmlElement[] {
  return key === undefined ? [] : [trait(type, [leaf('credentialsId', key)])];
}
