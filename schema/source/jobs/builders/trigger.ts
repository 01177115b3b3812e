import { choice, type Field, flag, integer, item, list, map, part, text, texts } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { family, type Things } from '../family.ts';
import { allowance } from '../groovy-script.ts';
import { off, optional, preset, required } from './about.ts';

/** What can be handed on, by the fields that say it, in the usual order. */
const handed = {
  current_parameters: 'The parameters of this build.',
  svn_revision: 'The Subversion revision.',
  git_revision: 'The commit.',
  same_node: 'The agent.',
  property_file: 'Parameters from files.',
  predefined_parameters: 'Parameters with values.',
  boolean_parameters: 'Parameters that are true or false.',
  node_label_name: 'The label.',
  restrict_matrix_project: 'The combinations of a matrix job.',
};

/** What a job hands on to jobs that it starts. */
export const handedOnFields: Readonly<Record<string, Field>> = {
  current_parameters: flag('Whether they get the parameters of this build.', off),
  predefined_parameters: map('Parameters with values, into which variables of this build are filled in.', {
    ...optional('none', { VERSION: '1.0.$BUILD_NUMBER' }),
    of: item.text({ secret: true }),
  }),
  boolean_parameters: map('Parameters that are true or false.', {
    ...optional('none', { DRY_RUN: true }),
    of: item.flag(),
  }),
  property_file: texts('Files of the workspace with parameters, as Java writes properties.', {
    ...optional('none', ['build.properties']),
  }),
  property_file_encoding: text('Encoding of the files.', optional('that of the agent', 'UTF-8')),
  property_file_fail_on_missing: flag(
    'Whether nothing is started when a file is missing.',
    preset(true, false),
  ),
  same_node: flag('Whether they are built on the agent of this build.', off),
  git_revision: flag('Whether they build the commit of this build.', off),
  combine_queued_commits: flag(
    'Whether waiting builds for several commits become one; beside `git_revision`.',
    off,
  ),
  svn_revision: flag('Whether they build the Subversion revision of this build.', off),
  node_label_name: text('Name of a label parameter; `node_label` says its value.', {
    ...optional('none', 'NODE'),
  }),
  node_label: text('Label of the agents that they are built on, for the parameter `node_label_name`.', {
    ...optional('none', 'linux'),
    refers: 'label',
  }),
  restrict_matrix_project: text('Groovy condition for the combinations of a matrix job that are built.', {
    ...optional('all of them', 'OS == "linux"'),
  }),
  parameter_order: list(
    'What is handed on first, by the names of these fields: where two have the same parameter, the later one counts.',
    {
      ...optional('the order in which these values are listed; what is not named follows in it', [
        'predefined_parameters',
        'property_file',
      ]),
      of: item.choice(handed),
    },
  ),
};

const resultOf = {
  never: 'Never.',
  SUCCESS: 'Any result.',
  UNSTABLE: 'An unstable build, and worse.',
  FAILURE: 'A failed build, and worse.',
};

const thresholds: Definitions = {
  TriggerBuilderThresholds: {
    description: 'What results of the builds that were started do to this one.',
    fields: {
      build_step_failure: choice('What fails this step, and with it the build.', {
        ...preset('FAILURE', 'never'),
        values: resultOf,
      }),
      failure: choice('What marks the build as failed; the steps go on.', {
        ...preset('FAILURE', 'never'),
        values: resultOf,
      }),
      unstable: choice('What marks the build as unstable.', {
        ...preset('UNSTABLE', 'never'),
        values: resultOf,
      }),
    },
    examples: [{ build_step_failure: 'never' }],
  },
};

const triggered: Definitions = {
  TriggerBuilderProject: {
    description: 'Jobs that are started with the same parameters.',
    short: 'project',
    fields: {
      project: texts('The jobs.', { ...required('shop/deploy'), minItems: 1, refers: 'downstream-job' }),
      ...handedOnFields,
      parameter_factories: list('What starts the jobs several times, each time with other parameters.', {
        ...optional('they are started once', [{ counter: { from: 1, to: 3 } }]),
        of: 'JobParameterFactory',
      }),
      block: flag('Whether the step waits until they are built.', off),
      block_thresholds: part(
        'TriggerBuilderThresholds',
        'What their results do to this build; beside `block`.',
        {
          ...preset({}, { build_step_failure: 'never' }),
        },
      ),
    },
    examples: [{ project: 'shop/deploy', current_parameters: true }],
  },
};

const noFiles = choice('What happens when there is no such file.', {
  ...preset('SKIP', 'FAIL'),
  values: {
    SKIP: 'Nothing is started.',
    NOPARMS: 'They are started once, without the parameters.',
    FAIL: 'The step fails.',
  },
});

const factories: Things = {
  counter: {
    description: 'Starts the jobs once for each number.',
    fields: {
      from: text('The first number, or a variable with it.', required(1)),
      to: text('The last number, or a variable with it.', required(3)),
      step: text('The step from one to the next, or a variable with it.', preset('1', 2)),
      parameters: text('Parameters, one `NAME=value` in a line; `$COUNT` is the number.', {
        ...optional('none', 'SHARD=$COUNT'),
        secret: true,
      }),
      validation_fail: choice('What happens when the step never leads to the last number.', {
        ...preset('FAIL', 'SKIP'),
        values: {
          FAIL: 'The step fails.',
          SKIP: 'Nothing is started.',
          NOPARMS: 'They are started once, without the parameters.',
        },
      }),
    },
    examples: [{ from: 1, to: 3, parameters: 'SHARD=$COUNT' }],
  },
  file: {
    description: 'Starts the jobs once for each file of properties.',
    short: 'file_pattern',
    fields: {
      file_pattern: text('Ant pattern of the files.', {
        ...required('parameters/*.properties'),
        minLength: 1,
      }),
      encoding: text('Encoding of the files.', optional('that of the agent', 'UTF-8')),
      no_files_found: noFiles,
    },
    examples: [{ file_pattern: 'parameters/*.properties' }],
  },
  'binary-file': {
    description: 'Starts the jobs once for each file, which becomes a file parameter.',
    fields: {
      parameter_name: text('Name of the file parameter.', { ...required('PACKAGE'), minLength: 1 }),
      file_pattern: text('Ant pattern of the files.', { ...required('dist/*.deb'), minLength: 1 }),
      no_files_found: noFiles,
    },
    examples: [{ parameter_name: 'PACKAGE', file_pattern: 'dist/*.deb' }],
  },
  'all-nodes-for-label': {
    description: 'Starts the jobs once on each agent with a label.',
    short: 'node_label',
    fields: {
      name: text('Name of the label parameter of the jobs.', optional('one that the plugin makes', 'NODE')),
      node_label: text('The label.', { ...required('linux'), minLength: 1, refers: 'label' }),
      ignore_offline_nodes: flag('Whether agents that are away are left out.', preset(true, false)),
    },
    examples: [{ node_label: 'linux' }],
  },
  'all-online-nodes': {
    description: 'Starts the jobs once on each agent that is there.',
    fields: {},
    examples: [{}],
  },
};

/** The objects inside the build step that starts jobs. */
export const triggerParts: Definitions = {
  ...triggered,
  ...thresholds,
  ...family('ParameterFactory', 'What starts jobs several times: exactly one thing.', factories),
};

const phaseJob: Definitions = {
  MultijobBuilderProject: {
    description: 'A job of a phase.',
    short: 'name',
    fields: {
      name: text('The job.', { ...required('shop/test'), minLength: 1, refers: 'downstream-job' }),
      alias: text('What the page of the multijob calls it.', optional('its name', 'unit tests')),
      disabled: flag('Whether it is left out.', off),
      ...handedOnFields,
      abort_all_job: flag('Whether the phase is stopped when this job is.', off),
      aggregate_results: flag('Whether its test results count as those of the multijob.', off),
      expose_scm: flag('Whether its changes are shown as those of the multijob.', off),
      enable_condition: text('Groovy condition for starting it; variables of the build are filled in.', {
        ...optional('it is always started', '"$STAGE" == "test"'),
      }),
      allow: allowance('a condition is refused: it is Groovy that runs in Jenkins, outside the sandbox'),
      kill_phase_on: choice('The result of this job that stops the phase.', {
        ...preset('NEVER', 'FAILURE'),
        values: {
          NEVER: 'None.',
          UNSTABLE: 'Unstable, and worse.',
          FAILURE: 'Failed.',
        },
      }),
      build_only_if_scm_changes: flag('Whether it is started only when its own repository changed.', off),
      apply_condition_only_if_no_scm_changes: flag(
        'Whether `enable_condition` is asked only when its own repository did not change.',
        off,
      ),
      max_retries: integer('How often it is started again when a line of its log matches the rules.', {
        ...optional('it is not started again', 2),
        minimum: 0,
      }),
      parsing_rules: text('Path of the file with the rules on the controller; beside `max_retries`.', {
        ...optional('none: nothing matches', '/srv/rules/retry.txt'),
      }),
    },
    examples: [{ name: 'shop/test', current_parameters: true }],
  },
};

/** The objects inside a phase of a multijob. */
export const phaseParts: Definitions = phaseJob;

/** Build steps that start other jobs. */
export const triggers: Things = {
  trigger: {
    description: 'Starts other jobs with parameters, and waits for them if asked to.',
    short: 'builds',
    fields: {
      builds: list('What is started.', {
        ...required([{ project: 'shop/deploy', current_parameters: true }]),
        of: 'TriggerBuilderProject',
        minItems: 1,
      }),
    },
    examples: [{ builds: [{ project: 'shop/deploy', current_parameters: true, block: true }] }],
  },
  multijob: {
    description: 'A phase of a multijob: jobs that are built side by side, or one after the other.',
    fields: {
      name: text('Name of the phase.', { ...required('Tests'), minLength: 1 }),
      condition: choice('What the jobs must have come to for the next phase to begin.', {
        ...preset('SUCCESSFUL', 'ALWAYS'),
        values: {
          SUCCESSFUL: 'All were successful.',
          UNSTABLE: 'None failed.',
          COMPLETED: 'All ended, none was stopped.',
          FAILURE: 'One failed.',
          ALWAYS: 'Anything.',
        },
      }),
      execution_type: choice('Whether the jobs are built at the same time.', {
        ...preset('PARALLEL', 'SEQUENTIALLY'),
        values: { PARALLEL: 'All at the same time.', SEQUENTIALLY: 'One after the other.' },
      }),
      quiet_period_groovy: text(
        'Groovy expression for the seconds that a job waits; `index` is its number.',
        {
          ...preset('0', 'index * 30'),
        },
      ),
      allow: allowance(
        'an expression of more than numbers and `index` is refused: it is Groovy that runs in Jenkins, outside the sandbox',
      ),
      projects: list('The jobs.', {
        ...required([{ name: 'shop/test' }]),
        of: 'MultijobBuilderProject',
        minItems: 1,
      }),
    },
    examples: [{ name: 'Tests', projects: [{ name: 'shop/test' }] }],
  },
};
