import { folderWebhook } from './folder-scan.ts';
import { genericWebhook } from './generic-webhook.ts';
import { gerrit } from './gerrit.ts';
import { githubPullRequest } from './github-pull-request.ts';
import { pollurl } from './pollurl.ts';
import { parameterizedTimed } from './schedules.ts';

const things = [
  gerrit,
  genericWebhook,
  githubPullRequest,
  parameterizedTimed,
  pollurl,
  folderWebhook,
] as const;

/** Triggers that only jobs.bitesize and few projects have: they are loaded when one of them is met. */
export function otherTriggers(): typeof things {
  return things;
}
