import type { ItemNode } from '../shared/node.ts';
import { TRIGGERS, use } from '../shared/plugin-use.ts';
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

/** Builds when GitLab calls the webhook, with the plugin's own defaults. */
export const gitlabPush: Thing<Push<'gitlab-push'>> = {
  kind: 'gitlab-push',
  needs: use(TRIGGERS, 'gitlabPush', 'GitLab starts jobs by its webhook'),
  xml: () =>
    element('com.dabsquared.gitlabjenkins.GitLabPushTrigger', [
      leaf('spec', ''),
      leaf('triggerOnPush', true),
      leaf('triggerOnMergeRequest', true),
      leaf('triggerOpenMergeRequestOnPush', 'never'),
      leaf('ciSkip', true),
      leaf('setBuildDescription', true),
      leaf('includeBranchesSpec', ''),
      leaf('excludeBranchesSpec', ''),
      leaf('branchFilterType', 'All'),
      leaf('targetBranchRegex', ''),
      leaf('triggerOnNoteRequest', true),
      leaf('noteRegex', 'Jenkins please retry a build'),
      leaf('skipWorkInProgressMergeRequest', true),
    ]),
  dsl: (_, dsl) => dsl.block('gitlabPush', () => {}),
};
