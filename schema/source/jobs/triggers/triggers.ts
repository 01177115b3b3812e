import { text } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { family, SINCE } from '../family.ts';
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
      xml: {
        description: 'An element of config.xml, for what has no word here.',
        short: 'xml',
        fields: {
          xml: text('The element.', {
            required: true,
            minLength: 1,
            examples: ['<org.jenkinsci.plugins.fstrigger.triggers.FolderContentTrigger/>'],
            since: SINCE,
            secret: true,
          }),
        },
        examples: [{ xml: '<org.jenkinsci.plugins.fstrigger.triggers.FolderContentTrigger/>' }],
      },
    },
  ),
  ...scheduleParts,
  ...forgeParts,
  ...gerritParts,
  ...genericWebhookParts,
  ...pollurlParts,
};
