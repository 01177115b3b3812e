import { choice, flag, list, text } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { off } from '../builders/about.ts';
import { SINCE, type Things } from '../family.ts';

const regexFilter = text('Regular expression of Java; what matches in the value is taken out.', {
  without: 'nothing is',
  minLength: 1,
  examples: ['[^0-9]'],
  since: SINCE,
  refers: 'regex',
});

/** The objects inside triggers by any webhook. */
export const genericWebhookParts: Definitions = {
  WebhookContent: {
    description: 'A variable with a value of the content of the request.',
    fields: {
      key: text('Name of the variable.', { required: true, minLength: 1, examples: ['REF'], since: SINCE }),
      value: text('Where the value is in the content.', {
        required: true,
        minLength: 1,
        examples: ['$.ref'],
        since: SINCE,
      }),
      type: choice('How `value` says it.', {
        values: { JSONPath: 'As JSONPath, in JSON.', XPath: 'As XPath, in XML.' },
        default: 'JSONPath',
        examples: ['XPath'],
        since: SINCE,
      }),
      regex_filter: regexFilter,
      default_value: text('The value where there is none.', {
        without: 'an empty text',
        minLength: 1,
        examples: ['main'],
        since: SINCE,
      }),
    },
    examples: [{ key: 'REF', value: '$.ref' }],
  },
  WebhookName: {
    description: 'A variable with a value of the request.',
    short: 'key',
    fields: {
      key: text('Name of the parameter or header; `-` becomes `_` in the variable.', {
        required: true,
        minLength: 1,
        examples: ['branch'],
        since: SINCE,
      }),
      regex_filter: regexFilter,
    },
    examples: [{ key: 'branch' }],
  },
};

/** Builds when anything calls the URL of the plugin. */
export const genericWebhook: Things = {
  'generic-webhook': {
    description: 'Builds when anything sends a request to Jenkins, by the Generic Webhook Trigger plugin.',
    fields: {
      token: text('Token that the request must have. Whoever knows it can start the job.', {
        without: 'that of `token_credential_id`; without both, a user of Jenkins has to send it',
        minLength: 1,
        examples: ['start-shop'],
        since: SINCE,
        secret: true,
      }),
      token_credential_id: text('Id of a credential with that token, a secret text.', {
        without: '`token` says it',
        minLength: 1,
        examples: ['webhook-token'],
        since: SINCE,
        refers: 'credentials',
      }),
      post_content_params: list('Variables of the content.', {
        of: 'WebhookContent',
        without: 'none',
        examples: [[{ key: 'REF', value: '$.ref' }]],
        since: SINCE,
      }),
      request_params: list('Variables of the parameters of the URL.', {
        of: 'WebhookName',
        without: 'none',
        examples: [['branch']],
        since: SINCE,
      }),
      header_params: list('Variables of the headers.', {
        of: 'WebhookName',
        without: 'none',
        examples: [['x-github-event']],
        since: SINCE,
      }),
      regex_filter_text: text('Text of variables that must match `regex_filter_expression`.', {
        without: 'every request counts',
        minLength: 1,
        examples: ['$REF'],
        since: SINCE,
      }),
      regex_filter_expression: text('Regular expression of Java that `regex_filter_text` must contain.', {
        without: 'every request counts',
        minLength: 1,
        examples: ['^refs/heads/main$'],
        since: SINCE,
        refers: 'regex',
      }),
      cause: text('What the build shows as its cause; the variables are filled in.', {
        without: 'a text of the plugin',
        minLength: 1,
        examples: ['Push to $REF'],
        since: SINCE,
      }),
      print_post_content: flag('Whether the log shows the content.', off),
      print_contrib_var: flag('Whether the log shows the variables.', off),
      silent_response: flag('Whether the answer says nothing of the jobs that were started.', off),
      override_quiet_period: flag('Whether the request may say how long the build waits.', off),
      should_not_flatten: flag('Whether no variables are made of what is inside lists and objects.', off),
      allow_several_triggers_per_build: flag('Whether requests while the build waits are one build.', off),
    },
    examples: [
      { token_credential_id: 'webhook-token', post_content_params: [{ key: 'REF', value: '$.ref' }] },
    ],
  },
};
