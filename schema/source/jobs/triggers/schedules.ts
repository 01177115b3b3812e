import { choice, flag, item, list, map, text, texts } from '../../fields.ts';
import { patterns } from '../../patterns.ts';
import type { Definitions } from '../../spec-file.ts';
import { off } from '../builders/about.ts';
import { SINCE, type Things } from '../family.ts';

const schedule = text(
  "Times in Jenkins' cron syntax, with `H`; several lines are several times, an empty text is none: hooks alone start it.",
  {
    required: true,
    examples: ['H 3 * * *'],
    since: SINCE,
    refers: 'schedule',
  },
);

/** The objects inside triggers by time. */
export const scheduleParts: Definitions = {
  ParameterizedSchedule: {
    description: 'A time, and the parameters of the builds at that time.',
    fields: {
      schedule: text("One time in Jenkins' cron syntax, with `H`.", {
        required: true,
        minLength: 1,
        pattern: patterns.lineWithoutPercent,
        examples: ['H 3 * * *'],
        since: SINCE,
        refers: 'schedule',
      }),
      parameters: map('Values of parameters. Those that are not here have their defaults.', {
        of: item.text({ pattern: patterns.scheduledValue }),
        without: 'all have their defaults',
        examples: [{ ENVIRONMENT: 'staging' }],
        since: SINCE,
      }),
    },
    examples: [{ schedule: 'H 3 * * *', parameters: { ENVIRONMENT: 'staging' } }],
  },
};

/** Triggers by time, and by other jobs. */
export const jobTriggers: Things = {
  timed: {
    description: 'Builds by a schedule.',
    short: 'schedule',
    fields: { schedule },
    examples: [{ schedule: 'H 3 * * *' }],
  },
  pollscm: {
    description: 'Looks for changes of the source by a schedule, and builds where there are some.',
    short: 'schedule',
    fields: {
      schedule,
      ignore_post_commit_hooks: flag('Whether a hook that tells of a commit does not make it look.', off),
    },
    examples: [{ schedule: 'H/15 * * * *' }],
  },
  upstream: {
    description: 'Builds after a build of another job has ended.',
    short: 'jobs',
    fields: {
      jobs: texts('The other jobs.', {
        required: true,
        examples: [['platform/base']],
        since: SINCE,
        refers: 'upstream-job',
      }),
      result: choice('The worst result of their builds that still counts.', {
        values: {
          success: 'Builds that succeed.',
          unstable: 'Unstable builds too.',
          failure: 'Failed builds too.',
        },
        default: 'success',
        examples: ['unstable'],
        since: SINCE,
      }),
    },
    examples: [{ jobs: ['platform/base'] }],
  },
  'parameterized-timed': {
    description: 'Builds by schedules, with parameters of their own.',
    short: 'schedules',
    fields: {
      schedules: list('The schedules.', {
        of: 'ParameterizedSchedule',
        required: true,
        minItems: 1,
        examples: [[{ schedule: 'H 3 * * *', parameters: { ENVIRONMENT: 'staging' } }]],
        since: SINCE,
      }),
    },
    examples: [{ schedules: [{ schedule: 'H 3 * * *', parameters: { ENVIRONMENT: 'staging' } }] }],
  },
};
