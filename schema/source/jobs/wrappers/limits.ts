import { choice, flag, integer, list, text, texts } from '../../fields.ts';
import { patterns } from '../../patterns.ts';
import { off } from '../builders/about.ts';
import { SINCE, type Things } from '../family.ts';

/** Wrappers that limit a build, or say where it may run beside what else. */
export const limitWrappers: Things = {
  timeout: {
    description: 'Ends a build that takes too long.',
    short: 'timeout',
    fields: {
      type: choice('How the limit is found.', {
        values: {
          absolute: 'The minutes of `timeout`, from the start.',
          'no-activity': 'The minutes of `timeout` without a new line in the log.',
          elastic: 'A share of what builds took before: `elastic_percentage` of `elastic_number_builds`.',
          'likely-stuck': 'When Jenkins takes the build for stuck: ten times of what it took before.',
          deadline: 'The time of the day in `deadline_time`.',
        },
        default: 'absolute',
        examples: ['no-activity'],
        since: SINCE,
      }),
      timeout: integer('Minutes, for `absolute` and `no-activity`. The plugin takes less than 3 for 3.', {
        default: 3,
        minimum: 1,
        examples: [30],
        since: SINCE,
      }),
      elastic_percentage: integer('Percent of the mean duration, for `elastic`.', {
        default: 150,
        minimum: 1,
        examples: [200],
        since: SINCE,
      }),
      elastic_number_builds: integer('How many builds the mean is made of, for `elastic`.', {
        default: 3,
        minimum: 1,
        examples: [10],
        since: SINCE,
      }),
      elastic_default_timeout: integer('Minutes as long as there are no earlier builds, for `elastic`.', {
        default: 60,
        minimum: 1,
        examples: [90],
        since: SINCE,
      }),
      elastic_fail_safe: flag(
        'Whether a mean below `elastic_default_timeout` counts as that, for `elastic`: a few quick failures then end no good build.',
        off,
      ),
      deadline_time: text('Time of the day, for `deadline`: hours, minutes and perhaps seconds.', {
        default: '0:00:00',
        pattern: patterns.timeWithSeconds,
        examples: ['23:30:00'],
        since: SINCE,
      }),
      deadline_tolerance: integer(
        'Minutes after `deadline_time` in which a build that starts is ended at once, for `deadline`.',
        { default: 1, minimum: 1, examples: [15], since: SINCE },
      ),
      timeout_var: text('Variable of the build that holds the limit in milliseconds.', {
        without: 'no variable',
        minLength: 1,
        examples: ['BUILD_TIMEOUT'],
        since: SINCE,
      }),
      fail: flag('Whether the build fails. Without any action it is aborted.', off),
      abort: flag('Whether the build is aborted, as without any action.', off),
      abort_and_restart: flag(
        'Whether the build is aborted and started again, by the Naginator plugin.',
        off,
      ),
      max_restarts: integer('How often `abort_and_restart` starts it again; 0 for always.', {
        default: 0,
        examples: [2],
        since: SINCE,
      }),
      write_description: text(
        'Description that the build gets; `{0}` stands for the minutes. The build goes on unless another action ends it.',
        {
          without: 'it keeps its description',
          minLength: 1,
          examples: ['Took more than {0} minutes.'],
          since: SINCE,
        },
      ),
    },
    examples: [{ timeout: 30, fail: true }],
  },
  'workspace-cleanup': {
    description: 'Deletes files of the workspace before the build, before it checks out.',
    fields: {
      include: texts('Ant patterns of what is deleted.', {
        without: 'everything',
        examples: [['target/**']],
        since: SINCE,
      }),
      exclude: texts('Ant patterns of what is kept.', {
        without: 'nothing',
        examples: [['.cache/**']],
        since: SINCE,
      }),
      dirmatch: flag('Whether the patterns stand for folders too.', off),
      check_parameter: text('Boolean parameter that says whether anything is deleted.', {
        without: 'it always is',
        minLength: 1,
        examples: ['CLEAN'],
        since: SINCE,
      }),
      external_deletion_command: text('Command that deletes; `%s` stands for what.', {
        without: 'Jenkins deletes',
        minLength: 1,
        examples: ['sudo rm -rf %s'],
        since: SINCE,
      }),
      disable_deferred_wipeout: flag(
        'Whether the build waits until the workspace is deleted. Otherwise it is moved away at once and deleted beside the build.',
        off,
      ),
    },
    examples: [{ include: ['target/**'] }],
  },
  exclusion: {
    description:
      'Resources of which the exclusion plugin gives each to one build at a time. Builds wait for them where their steps begin a critical block.',
    short: 'resources',
    fields: {
      resources: texts('Names of the resources.', {
        required: true,
        minItems: 1,
        examples: [['database']],
        since: SINCE,
      }),
    },
    examples: [{ resources: ['database'] }],
  },
  'openstack-single-use': {
    description: 'Takes the machine of OpenStack away after the build, so that each is used once.',
    fields: {},
    examples: [{}],
  },
  openstack: {
    description: 'Starts machines of OpenStack for the time of the build.',
    short: 'instances',
    fields: {
      instances: list('The machines.', {
        of: 'OpenstackInstance',
        required: true,
        minItems: 1,
        examples: [[{ cloud_name: 'lab', template_name: 'ubuntu' }]],
        since: SINCE,
      }),
    },
    examples: [{ instances: [{ cloud_name: 'lab', template_name: 'ubuntu' }] }],
  },
  'pre-scm-buildstep': {
    description: 'Runs steps before the checkout.',
    short: 'steps',
    fields: {
      steps: list('The steps.', {
        of: 'JobBuilder',
        required: true,
        minItems: 1,
        examples: [[{ shell: 'git config --global http.version HTTP/1.1' }]],
        since: SINCE,
      }),
      fail_on_error: flag('Whether the build fails when one of the steps does.', off),
    },
    examples: [{ steps: [{ shell: 'git config --global http.version HTTP/1.1' }] }],
  },
};
