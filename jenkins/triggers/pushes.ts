import type { Text } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { TRIGGERS, use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** Builds when a forge calls the webhook. */
export interface Push<Kind extends string> extends ItemNode {
  readonly kind: Kind;
}

/** Builds when GitHub calls the webhook. */
export const githubPush: Thing<Push<'github-push'>> = {
  kind: 'github-push',
  needs: use(TRIGGERS, 'githubPush', 'GitHub starts jobs by its webhook'),
  xml: () => element('com.cloudbees.jenkins.GitHubPushTrigger', [leaf('spec', '')]),
  dsl: (_, dsl) => dsl.call('githubPush'),
};

/** Builds when Bitbucket calls the webhook. */
export const bitbucketPush: Thing<Push<'bitbucket-push'>> = {
  kind: 'bitbucket-push',
  needs: use(TRIGGERS, 'bitbucketPush', 'Bitbucket starts jobs by its webhook'),
  xml: () => element('com.cloudbees.jenkins.plugins.BitBucketTrigger', [leaf('spec', '')]),
  dsl: (_, dsl) => dsl.call('bitbucketPush'),
};

/** Builds when GitLab calls the webhook: as the plugin has it by default, or for pushes to one branch alone. */
export interface GitlabPush extends Push<'gitlab-push'> {
  /** Without it, pushes to all branches, merge requests and comments start builds. */
  readonly branch?: Text | undefined;
}

/** Switches that Jenkins adds when it saves (`GitLabPushTrigger`, read 2026-11); all of them are off. */
const switchedOff = [
  'triggerToBranchDeleteRequest',
  'triggerOnlyIfNewCommitsPushed',
  'triggerOnPipelineEvent',
  'triggerOnAcceptedMergeRequest',
  'triggerOnClosedMergeRequest',
  'triggerOnApprovedMergeRequest',
  'cancelPendingBuildsOnUpdate',
  'cancelRunningBuildsOnUpdate',
] as const;

/** Builds when GitLab calls the webhook. */
export const gitlabPush: Thing<GitlabPush> = {
  kind: 'gitlab-push',
  needs: use(TRIGGERS, 'gitlabPush', 'GitLab starts jobs by its webhook'),
  xml: ({ branch }) =>
    element('com.dabsquared.gitlabjenkins.GitLabPushTrigger', [
      leaf('spec', ''),
      leaf('triggerOnPush', true),
      leaf('triggerOnMergeRequest', branch === undefined),
      leaf('triggerOpenMergeRequestOnPush', 'never'),
      leaf('ciSkip', true),
      leaf('setBuildDescription', true),
      leaf('includeBranchesSpec', branch ?? ''),
      leaf('excludeBranchesSpec', ''),
      leaf('branchFilterType', branch === undefined ? 'All' : 'NameBasedFilter'),
      leaf('targetBranchRegex', ''),
      leaf('triggerOnNoteRequest', branch === undefined),
      leaf('noteRegex', branch === undefined ? 'Jenkins please retry a build' : ''),
      leaf('skipWorkInProgressMergeRequest', true),
      ...(branch === undefined ? [] : switchedOff.map((name) => saved(leaf(name, false)))),
    ]),
  dsl: ({ branch }, dsl) =>
    dsl.block('gitlabPush', () => {
      if (branch === undefined) return;
      dsl.call('buildOnMergeRequestEvents', false);
      dsl.call('commentTrigger', '');
      dsl.call('includeBranches', branch);
    }),
};
