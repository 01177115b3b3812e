import { choice, flag, integer, text } from '../../fields.ts';
import type { Definitions, ObjectSource } from '../../spec-file.ts';
import { family, SINCE as since, type Things } from '../family.ts';
import { toggle } from '../sources/branch-behaviours.ts';

const core: Things = {
  status: plain('A ball in the colour of the last result.'),
  weather: plain('The weather: how many of the last builds failed.'),
  name: plain('The name of the job, as a link.'),
  'last-success': plain('When the job last succeeded.'),
  'last-failure': plain('When the job last failed.'),
  'last-stable': plain('When the job was last stable.'),
  'last-duration': plain('How long the last build took.'),
  'build-button': plain('A button that starts a build.'),
};

const ofPlugins: Things = {
  'git-branch': plain('The branches that the job builds, by the Git plugin.'),
  desc: plain('The description of a branch, by the Branch API plugin.'),
  'robot-list': plain('Results of Robot Framework, by its plugin.'),
  jacoco: plain('The coverage of the last build that succeeded, by the JaCoCo plugin.'),
  'schedule-build': plain('A button that starts a build later, by the Schedule Build plugin.'),
  'cron-trigger': plain('The schedules of the job, by the Cron Column plugin.'),
  claim: plain('Who has taken on a broken build, by the Claim plugin.'),
  'progress-bar': plain('How far a running build is, by the Progress Bar Column plugin.'),
  'next-launch': plain('When the job will be built next, by the Next Executions plugin.'),
};

const extra: Things = {
  'extra-agent-or-label': plain('The agent or label of the job, by the Extra Columns plugin.'),
  'extra-last-node': plain('The agent of the last build, by the Extra Columns plugin.'),
  'extra-last-output': plain('A link to the log of the last build, by the Extra Columns plugin.'),
  'extra-scm-type': plain('The kind of repository, by the Extra Columns plugin.'),
  'extra-last-user-name': plain('Who started the last build, by the Extra Columns plugin.'),
  'extra-cron-trigger': plain('The schedules of the job, by the Extra Columns plugin.'),
  'extra-last-modification': plain('When the job was last changed, by the Extra Columns plugin.'),
  'extra-configure-button': plain('A link to the settings of the job, by the Extra Columns plugin.'),
  'extra-workspace-link': plain('A link to the workspace, by the Extra Columns plugin.'),
  'extra-disable': {
    description: 'A button that disables the job, by the Extra Columns plugin.',
    fields: { use_icon: toggle('Shows an icon instead of a word.') },
    examples: [{ use_icon: true }],
  },
  'extra-description': {
    description: 'The description of the job, by the Extra Columns plugin.',
    fields: {
      display_name: toggle('Shows the name of the job, too.'),
      trim: toggle('Cuts what is too long.'),
      display_length: integer('Lines that are shown, where it is cut.', {
        default: 1,
        examples: [3],
        minimum: 1,
        since,
      }),
      column_width: integer('Width in pixels.', { default: 80, examples: [200], since }),
      force_width: toggle('Keeps the width, whatever is in it.'),
    },
    examples: [{ trim: true }],
  },
  'extra-build-description': {
    description: 'The description of the last build, by the Extra Columns plugin.',
    fields: {
      column_width: integer('Width in pixels.', { default: 80, examples: [200], since }),
      force_width: toggle('Keeps the width, whatever is in it.'),
    },
    examples: [{ column_width: 200 }],
  },
  'extra-build-parameters': {
    description: 'The parameters of the last build, by the Extra Columns plugin.',
    short: 'regex',
    fields: {
      regex: text('Java regular expression for the names of the parameters that are shown.', {
        without: 'all are shown',
        examples: ['VERSION'],
        refers: 'regex',
        minLength: 1,
        since,
      }),
    },
    examples: [{ regex: 'VERSION' }],
  },
  'extra-last-build': {
    description: 'The last build of a kind, by the Extra Columns plugin.',
    short: 'build',
    fields: {
      build: choice('Which one.', {
        values: {
          last: 'The last one.',
          completed: 'The last that is done.',
          failed: 'The last that failed.',
          successful: 'The last that did not fail.',
          unsuccessful: 'The last that was not stable.',
          stable: 'The last that was stable.',
          unstable: 'The last that was unstable.',
        },
        default: 'last',
        examples: ['failed'],
        since,
      }),
      relative: toggle('Shows how long ago it was, instead of the time.'),
      link: flag('Links to the build.', { default: true, examples: [false], since }),
      time: choice('Which time is shown, and sorted by.', {
        values: { start: 'When the build started.', end: 'When it ended.' },
        default: 'start',
        examples: ['end'],
        since,
      }),
    },
    examples: [{ build: 'failed' }],
  },
  'extra-build-duration': {
    description: 'How long builds take, by the Extra Columns plugin.',
    short: 'show',
    fields: {
      show: choice('What is shown.', {
        values: {
          running: 'How long ago the running build started.',
          average: 'The average of the last builds.',
          'average-minutes': 'The same in minutes, in short.',
        },
        default: 'running',
        examples: ['average'],
        since,
      }),
    },
    examples: [{ show: 'average' }],
  },
  'extra-tests': {
    description: 'Results of tests of the last build, by the Extra Columns plugin.',
    short: 'show',
    fields: {
      show: choice('What is shown.', {
        values: {
          all: 'Passed, failed and skipped tests, with words.',
          numbers: 'The same in numbers.',
          total: 'How many there are.',
          failed: 'How many failed.',
          passed: 'How many passed.',
          skipped: 'How many were skipped.',
        },
        default: 'all',
        examples: ['failed'],
        since,
      }),
    },
    examples: [{ show: 'failed' }],
  },
  'extra-job-type': {
    description: 'The kind of job, by the Extra Columns plugin.',
    fields: { use_pronoun: toggle('Shows what Jenkins calls such a job, instead of the name of the kind.') },
    examples: [{ use_pronoun: true }],
  },
};

/** Columns of a list of jobs. */
export const columns: Definitions = family(
  'Column',
  'A column of a list of jobs: exactly one thing.',
  core,
  ofPlugins,
  extra,
);

function plain(description: string): ObjectSource {
  return { description, fields: {}, examples: [{}] };
}
