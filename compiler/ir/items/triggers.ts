import type { ItemNode } from './node.ts';
import type { Text, Valued } from './text.ts';
import type { Threshold } from './threshold.ts';

/** What starts a job. Schedules are Jenkins' own cron syntax, with `H`. */
export type Trigger = ScmPoll | Cron | Upstream | GithubPush | BitbucketPush | GitlabPush;

/** Polls the repository by a schedule. */
export interface ScmPoll extends ItemNode {
  readonly kind: 'scm-poll';
  readonly schedule: Text;
  readonly ignorePostCommitHooks?: Valued<boolean> | undefined;
}

/** Builds by a schedule. */
export interface Cron extends ItemNode {
  readonly kind: 'cron';
  readonly schedule: Text;
}

/** Builds after other jobs reached a result; at least one job. */
export interface Upstream extends ItemNode {
  readonly kind: 'upstream';
  readonly jobs: readonly Text[];
  readonly threshold: Threshold;
}

/** Builds when GitHub calls the webhook. */
export interface GithubPush extends ItemNode {
  readonly kind: 'github-push';
}

/** Builds when Bitbucket calls the webhook. */
export interface BitbucketPush extends ItemNode {
  readonly kind: 'bitbucket-push';
}

/** Builds when GitLab calls the webhook, with the plugin's own defaults. */
export interface GitlabPush extends ItemNode {
  readonly kind: 'gitlab-push';
}
