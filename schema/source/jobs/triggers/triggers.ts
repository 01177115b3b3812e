import type { Definitions } from '../../spec-file.ts';
import { family } from '../family.ts';
import { xmlElement } from '../xml-element.ts';
import { forgeParts, forgeTriggers } from './forges.ts';
import { genericWebhook, genericWebhookParts } from './generic-webhook.ts';
import { gerrit, gerritParts } from './gerrit.ts';
import { githubPullRequest } from './github-pull-request.ts';
import { pollurl, pollurlParts } from './pollurl.ts';
import { jobTriggers, scheduleParts } from './schedules.ts';

/** What starts a job: exactly one thing; and the objects inside. */
export const triggers: Definitions = {
  ...family(
    'Trigger',
    'What starts a job: exactly one thing.',
    jobTriggers,
    forgeTriggers,
    githubPullRequest,
    gerrit,
    genericWebhook,
    pollurl,
    {
      ...xmlElement('<org.jenkinsci.plugins.fstrigger.triggers.FolderContentTrigger/>'),
    },
  ),
  ...scheduleParts,
  ...forgeParts,
  ...gerritParts,
  ...genericWebhookParts,
  ...pollurlParts,
};
