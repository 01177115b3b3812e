import { type NodeOf, thingFamily } from '../shared/thing.ts';
import { folderScan, folderWebhook } from './folder-scan.ts';
import { gerrit } from './gerrit.ts';
import { bitbucketPush, githubPush, gitlabPush } from './pushes.ts';
import { cron, scmPoll } from './schedules.ts';
import { upstream } from './upstream.ts';

const things = [
  scmPoll,
  cron,
  upstream,
  githubPush,
  bitbucketPush,
  gitlabPush,
  gerrit,
  folderScan,
  folderWebhook,
] as const;

/** What starts a job. */
export type Trigger = NodeOf<typeof things>;

/** All triggers. */
export const triggers = thingFamily(things);
