import { type NodeOf, thingFamily } from '../shared/thing.ts';
import { xmlThing } from '../shared/xml-thing.ts';
import { folderScan, folderWebhook } from './folder-scan.ts';
import { genericWebhook } from './generic-webhook.ts';
import { gerrit } from './gerrit.ts';
import { githubPullRequest } from './github-pull-request.ts';
import { gitlabPush } from './gitlab.ts';
import { pollurl } from './pollurl.ts';
import { bitbucketPush, githubPush } from './pushes.ts';
import { cron, parameterizedTimed, scmPoll } from './schedules.ts';
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
  genericWebhook,
  githubPullRequest,
  parameterizedTimed,
  pollurl,
  xmlThing,
  folderWebhook,
] as const;

/** What starts a job. */
export type Trigger = NodeOf<typeof things>;

/** All triggers. */
export const triggers = thingFamily(things);
