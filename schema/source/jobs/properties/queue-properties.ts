import { choice, flag, integer, part, text, texts } from '../../fields.ts';
import { SINCE, type Things } from '../family.ts';

/** When builds start, and how many of them run at once. */
export const queueProperties: Things = {
  throttle: {
    description:
      'How many builds run at once, by Throttle Concurrent Builds. The job itself has to be a concurrent one.',
    fields: {
      max_per_node: integer('How many builds run on one agent at once; 0 sets no limit.', {
        default: 0,
        examples: [1],
        since: SINCE,
      }),
      max_total: integer('How many builds run at once; 0 sets no limit.', {
        default: 0,
        examples: [4],
        since: SINCE,
      }),
      categories: texts(
        'Names of categories of Jenkins, whose limits hold instead for all jobs that have one of them.',
        {
          without: 'the limits of the job',
          examples: [['integration-tests']],
          since: SINCE,
        },
      ),
      option: choice('Whose limits hold.', {
        without: '`category` where there are categories, otherwise `project`',
        values: { project: 'Those of the job.', category: 'Those of the categories.' },
        examples: ['project'],
        since: SINCE,
      }),
      enabled: flag('Whether any limit holds.', { default: true, examples: [false], since: SINCE }),
      parameters_limit: flag('Whether two builds with the same parameters do not run at once.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
      parameters_check_list: texts('Names of the parameters that count for that.', {
        without: 'all of them',
        examples: [['BRANCH']],
        since: SINCE,
      }),
      matrix_builds: flag('Whether builds of a matrix as a whole are counted.', {
        without: 'they are',
        examples: [false],
        since: SINCE,
      }),
      matrix_configs: flag('Whether builds of the single configurations of a matrix are counted.', {
        without: 'they are not',
        examples: [true],
        since: SINCE,
      }),
    },
    examples: [{ max_per_node: 1, max_total: 4 }],
  },
  'build-blocker': {
    description: 'Builds wait while other jobs run, by Build Blocker.',
    short: 'blocking_jobs',
    fields: {
      blocking_jobs: texts('Regular expressions of the full names of the jobs.', {
        required: true,
        minItems: 1,
        examples: [['.*-deploy', 'maintenance/.*']],
        since: SINCE,
        refers: 'regex',
      }),
      block_level: choice('Where the jobs run that count.', {
        values: { global: 'Anywhere.', node: 'On the agent that would build.' },
        default: 'global',
        examples: ['node'],
        since: SINCE,
      }),
      queue_scanning: choice('Which jobs in the queue count, too.', {
        values: {
          disabled: 'None.',
          buildable: 'Those that could start.',
          all: 'All.',
        },
        default: 'disabled',
        examples: ['buildable'],
        since: SINCE,
      }),
    },
    examples: [{ blocking_jobs: ['.*-deploy'], block_level: 'node' }],
  },
  'disable-concurrent': {
    description:
      'One build of a pipeline at a time. Freestyle jobs have their field `concurrent` for that, which is off.',
    fields: {
      abort_previous: flag('Whether a build that runs is aborted when the next one comes.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
    },
    examples: [{ abort_previous: true }],
  },
  'rate-limit': {
    description: 'How many builds start in some time, by Branch API.',
    fields: {
      number_of_builds: integer('How many builds.', {
        default: 1,
        examples: [4],
        since: SINCE,
        minimum: 1,
        maximum: 1000,
      }),
      time_period: choice('In which time.', {
        values: {
          second: 'A second.',
          minute: 'A minute.',
          hour: 'An hour.',
          day: 'A day.',
          week: 'A week.',
          month: 'A month.',
          year: 'A year.',
        },
        default: 'hour',
        examples: ['day'],
        since: SINCE,
      }),
      user_boost: flag('Whether builds that somebody starts do not have to wait.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
    },
    examples: [{ number_of_builds: 4, time_period: 'day' }],
  },
  'heavy-job': {
    description: 'How many executors of the agent a build takes, by Heavy Job. Pipelines do not have it.',
    short: 'weight',
    fields: {
      weight: integer('How many executors.', {
        required: true,
        examples: [2],
        since: SINCE,
        minimum: 1,
      }),
    },
    examples: [{ weight: 2 }],
  },
  priority: {
    description:
      'The place of builds in the queue, by Priority Sorter, where its job group takes the priority from the job.',
    short: 'priority',
    fields: {
      priority: integer('The priority: 1 is built first.', {
        required: true,
        examples: [1],
        since: SINCE,
        minimum: 1,
      }),
    },
    examples: [{ priority: 1 }],
  },
  'priority-group': {
    description: 'The job group of Priority Sorter that the job asks for.',
    short: 'group',
    fields: {
      group: text('Name of the group.', {
        required: true,
        minLength: 1,
        examples: ['releases'],
        since: SINCE,
      }),
    },
    examples: [{ group: 'releases' }],
  },
  'lockable-resources': {
    description: 'Resources that a build has for itself, by Lockable Resources.',
    short: 'resources',
    fields: {
      resources: texts('Names of resources: a build waits for all of them.', {
        without: '`label` or `match_script`',
        examples: [['test-bench-1']],
        since: SINCE,
      }),
      label: text('Label of resources, of which a build gets some.', {
        without: '`resources` or `match_script`',
        examples: ['test-bench'],
        since: SINCE,
      }),
      match_script: part(
        'GroovyScriptProperty',
        'Groovy script that says which resources a build can have.',
        {
          without: '`resources` or `label`',
          examples: ["return resourceName.startsWith('bench')"],
          since: SINCE,
        },
      ),
      number: integer('How many of the resources a build gets; 0 is all of them.', {
        without: 'all of them',
        examples: [1],
        since: SINCE,
      }),
      variable: text('Name of a variable with the names of the resources that a build got.', {
        without: 'none',
        examples: ['TEST_BENCH'],
        since: SINCE,
      }),
      timeout: integer('How long a build waits for them before it fails; 0 sets no limit.', {
        default: 0,
        examples: [30],
        since: SINCE,
      }),
      timeout_unit: choice('The unit of that.', {
        values: { seconds: 'Seconds.', minutes: 'Minutes.', hours: 'Hours.' },
        default: 'minutes',
        examples: ['hours'],
        since: SINCE,
      }),
    },
    examples: [{ label: 'test-bench', number: 1, variable: 'TEST_BENCH' }],
  },
};
