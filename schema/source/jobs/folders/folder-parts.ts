import { choice, type Field, flag, integer, item, list, map, part, text } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { family, SINCE as since } from '../family.ts';

/** The intervals that the pages of Jenkins offer, each in words. */
const intervals = {
  '1m': 'A minute.',
  '2m': 'Two minutes.',
  '3m': 'Three minutes.',
  '5m': 'Five minutes.',
  '10m': 'Ten minutes.',
  '15m': 'A quarter of an hour.',
  '20m': 'Twenty minutes.',
  '25m': 'Twenty-five minutes.',
  '30m': 'Half an hour.',
  '1h': 'An hour.',
  '2h': 'Two hours.',
  '4h': 'Four hours.',
  '8h': 'Eight hours.',
  '12h': 'Half a day.',
  '1d': 'A day.',
  '2d': 'Two days.',
  '1w': 'A week.',
  '2w': 'Two weeks.',
  '4w': 'Four weeks.',
} as const;

/** The fields that all folders have. */
export const folderFields = {
  display_name: text('The name that Jenkins shows.', {
    without: 'the name',
    examples: ['Web shop'],
    minLength: 1,
    since,
  }),
  health_metrics: list('What the weather of the folder is made of.', {
    of: 'JobHealthMetric',
    without: 'the worst of all jobs inside, at any depth',
    examples: [[{ 'named-child': 'main' }]],
    since,
  }),
  environment: map(
    'Variables that jobs inside see, by the Folder Properties plugin; the job must ask for them.',
    {
      of: item.text(),
      without: 'none',
      examples: [{ REGION: 'eu-central-1' }],
      since,
    },
  ),
} satisfies Readonly<Record<string, Field>>;

/** The fields of folders that find their jobs themselves. */
export const computedFolderFields = {
  ...folderFields,
  disabled: flag('Looks for nothing, and builds nothing.', { default: false, examples: [true], since }),
  triggers: list('When the repositories are looked at.', {
    of: 'JobFolderTrigger',
    without: 'when a webhook tells of a change, or somebody asks for it',
    examples: [[{ periodic: '1d' }]],
    since,
  }),
  orphaned_items: part('OrphanedItems', 'How long jobs are kept whose branch or repository is gone.', {
    without: 'for ever, disabled',
    examples: [{ days_to_keep: 7 }],
    since,
  }),
} satisfies Readonly<Record<string, Field>>;

/** What the fields of folders hold. */
export const folderParts: Definitions = {
  ...family('FolderTrigger', 'When the repositories of a folder are looked at: exactly one thing.', {
    periodic: {
      description: 'Looks when nothing has told of a change for this long.',
      short: 'interval',
      fields: {
        interval: choice('How long.', { values: intervals, required: true, examples: ['1d'], since }),
      },
      examples: [{ interval: '1d' }],
    },
    webhook: {
      description:
        'Looks when a request with the token comes to `/multibranch-webhook-trigger/invoke`, by the Multibranch Scan Webhook Trigger plugin.',
      short: 'token',
      fields: {
        token: text('The token; anybody who has it can start a scan.', {
          required: true,
          examples: ['shop-web'],
          secret: true,
          minLength: 1,
          since,
        }),
      },
      examples: [{ token: 'shop-web' }],
    },
    timed: {
      description: 'Looks by a schedule.',
      short: 'schedule',
      fields: {
        schedule: text("Times in Jenkins' cron syntax, with `H`.", {
          required: true,
          examples: ['H 3 * * *'],
          refers: 'schedule',
          minLength: 1,
          since,
        }),
      },
      examples: [{ schedule: 'H 3 * * *' }],
    },
  }),
  ...family('HealthMetric', 'What the weather of a folder is made of: exactly one thing.', {
    'worst-child': {
      description: 'The worst of the jobs inside.',
      fields: {
        recursive: flag('Whether jobs in folders inside count.', { default: true, examples: [false], since }),
      },
      examples: [{ recursive: false }],
    },
    'named-child': {
      description: 'One job inside.',
      short: 'name',
      fields: {
        name: text('Name of the job, as the folder has it.', {
          required: true,
          examples: ['main'],
          minLength: 1,
          since,
        }),
      },
      examples: [{ name: 'main' }],
    },
    'primary-branch': {
      description: 'The job of the branch that the forge calls the primary one.',
      fields: {},
      examples: [{}],
    },
  }),
  OrphanedItems: {
    description: 'How long jobs are kept that are no longer found.',
    fields: {
      days_to_keep: integer('Days after which such a job is deleted.', {
        without: 'no limit',
        examples: [7],
        since,
      }),
      num_to_keep: integer('How many such jobs are kept at most.', {
        without: 'no limit',
        examples: [20],
        since,
      }),
      abort_builds: flag('Stops the builds of a job that is gone.', {
        default: false,
        examples: [true],
        since,
      }),
    },
    examples: [{ days_to_keep: 7 }],
  },
};
