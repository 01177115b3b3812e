import { choice, flag, item, list, part, text, texts } from '../../fields.ts';
import { patterns } from '../../patterns.ts';
import type { Definitions } from '../../spec-file.ts';
import { family, type Things } from '../family.ts';
import { off, optional, preset, required } from './about.ts';

const buildTime = flag('Whether the time at which the build began counts, and not that of the step.', off);

const baseDirectory = choice('Where the path begins.', {
  ...preset('workspace', 'artifact-directory'),
  values: {
    workspace: 'The workspace.',
    'artifact-directory': 'The folder of the artifacts of the build, on the controller.',
    'jenkins-home': 'The home of Jenkins, on the controller.',
  },
});

const results = {
  SUCCESS: 'Nothing went wrong so far.',
  UNSTABLE: 'Tests failed, or the like.',
  FAILURE: 'A step failed.',
  NOT_BUILT: 'It was not built.',
  ABORTED: 'Somebody stopped it.',
};

const tests: Things = {
  always: { description: 'Always holds.', fields: {}, examples: [{}] },
  never: { description: 'Never holds.', fields: {}, examples: [{}] },
  'boolean-expression': {
    description: 'Holds when a text with variables becomes true, yes, on, run, 1, y, t or r.',
    short: 'expression',
    fields: { expression: text('The text.', { ...required('${ENV,var="PUBLISH"}'), minLength: 1 }) },
    examples: [{ expression: '$PUBLISH' }],
  },
  'current-status': {
    description: 'Holds when the build has come to one of several results so far.',
    fields: {
      worst: choice('The worst of them.', { ...preset('SUCCESS', 'UNSTABLE'), values: results }),
      best: choice('The best of them.', { ...preset('SUCCESS', 'SUCCESS'), values: results }),
    },
    examples: [{ worst: 'UNSTABLE', best: 'SUCCESS' }],
  },
  'strings-match': {
    description: 'Holds when two texts with variables are the same.',
    fields: {
      string1: text('One text.', optional('an empty text', '$BRANCH')),
      string2: text('The other text.', optional('an empty text', 'main')),
      ignore_case: flag('Whether upper and lower case count as the same.', off),
    },
    examples: [{ string1: '$BRANCH', string2: 'main' }],
  },
  'regex-match': {
    description: 'Holds when a regular expression of Java matches a whole text with variables.',
    fields: {
      regex: text('The expression.', { ...required('release-.*'), refers: 'regex' }),
      label: text('The text.', required('$BRANCH')),
    },
    examples: [{ regex: 'release-.*', label: '$BRANCH' }],
  },
  'num-comp': {
    description: 'Holds when two numbers compare as said.',
    fields: {
      lhs: text('The left number, or a variable with it.', { ...required('$BUILD_NUMBER'), minLength: 1 }),
      rhs: text('The right number, or a variable with it.', { ...required(100), minLength: 1 }),
      comparator: choice('How they compare.', {
        ...preset('less-than', 'greater-than'),
        values: {
          'less-than': 'The left one is less.',
          'greater-than': 'The left one is greater.',
          equal: 'They are equal.',
          'not-equal': 'They are not equal.',
          'less-than-equal': 'The left one is not greater.',
          'greater-than-equal': 'The left one is not less.',
        },
      }),
    },
    examples: [{ lhs: '$BUILD_NUMBER', rhs: 100, comparator: 'greater-than' }],
  },
  'file-exists': {
    description: 'Holds when there is a file or folder.',
    short: 'file',
    fields: {
      file: text('Its path; variables are filled in.', { ...required('dist/site.tar.gz'), minLength: 1 }),
      base_dir: baseDirectory,
    },
    examples: [{ file: 'dist/site.tar.gz' }],
  },
  'files-match': {
    description: 'Holds when there is a file that patterns match.',
    short: 'include',
    fields: {
      include: texts('Ant patterns of the files.', optional('all files', ['dist/*.deb'])),
      exclude: texts('Ant patterns of files that do not count.', optional('none', ['dist/*-dbg.deb'])),
      base_dir: baseDirectory,
    },
    examples: [{ include: ['dist/*.deb'] }],
  },
  shell: {
    description: 'Holds when a shell script ends with 0.',
    short: 'command',
    fields: {
      command: text('The script.', {
        ...required('git diff --quiet HEAD~1 docs'),
        minLength: 1,
        secret: true,
      }),
    },
    examples: [{ command: 'git diff --quiet HEAD~1 docs' }],
  },
  'windows-shell': {
    description: 'Holds when a batch script of Windows ends with 0.',
    short: 'command',
    fields: { command: text('The script.', { ...required('where signtool'), minLength: 1, secret: true }) },
    examples: [{ command: 'where signtool' }],
  },
  'execution-node': {
    description: 'Holds on certain agents.',
    short: 'nodes',
    fields: {
      nodes: texts('Names of the agents; `built-in` is the controller.', {
        ...required(['linux-1']),
        minItems: 1,
      }),
    },
    examples: [{ nodes: ['linux-1'] }],
  },
  'build-cause': {
    description: 'Holds when something certain started the build.',
    short: 'cause',
    fields: {
      cause: choice('What started it.', {
        ...preset('USER_CAUSE', 'TIMER_CAUSE'),
        values: {
          USER_CAUSE: 'Somebody.',
          TIMER_CAUSE: 'A schedule.',
          SCM_CAUSE: 'A change in the repository.',
          UPSTREAM_CAUSE: 'Another job.',
          REMOTE_CAUSE: 'A request with the token of the job.',
          CLI_CAUSE: 'The command line of Jenkins.',
          FS_CAUSE: 'The plugin FSTrigger.',
          URL_CAUSE: 'The plugin URLTrigger.',
          IVY_CAUSE: 'The plugin IvyTrigger.',
          SCRIPT_CAUSE: 'The plugin ScriptTrigger.',
          BUILDRESULT_CAUSE: 'The plugin BuildResultTrigger.',
        },
      }),
      exclusive_cause: flag('Whether it must be the only cause.', off),
    },
    examples: [{ cause: 'TIMER_CAUSE' }],
  },
  'day-of-week': {
    description: 'Holds on certain days.',
    short: 'days',
    fields: {
      days: list('The days.', {
        ...required(['MON', 'FRI']),
        of: item.choice({
          SUN: 'Sunday.',
          MON: 'Monday.',
          TUES: 'Tuesday.',
          WED: 'Wednesday.',
          THURS: 'Thursday.',
          FRI: 'Friday.',
          SAT: 'Saturday.',
        }),
        minItems: 1,
      }),
      use_build_time: buildTime,
    },
    examples: [{ days: ['SAT', 'SUN'] }],
  },
  time: {
    description: 'Holds between two times of the day.',
    fields: {
      earliest: text('The first minute.', { ...preset('09:00', '22:00'), pattern: patterns.timeOfDay }),
      latest: text('The last minute.', { ...preset('17:30', '23:59'), pattern: patterns.timeOfDay }),
      use_build_time: buildTime,
    },
    examples: [{ earliest: '22:00', latest: '23:59' }],
  },
  not: {
    description: 'Holds when another condition does not.',
    fields: {
      condition: part(
        'JobCondition',
        'The other condition.',
        required({ 'file-exists': 'dist/site.tar.gz' }),
      ),
    },
    examples: [{ condition: { 'file-exists': 'dist/site.tar.gz' } }],
  },
  and: {
    description: 'Holds when all of several conditions do.',
    short: 'conditions',
    fields: {
      conditions: list('The conditions.', {
        ...required([{ 'build-cause': 'TIMER_CAUSE' }, { 'file-exists': 'dist/site.tar.gz' }]),
        of: 'JobCondition',
        minItems: 1,
      }),
    },
    examples: [{ conditions: [{ 'build-cause': 'TIMER_CAUSE' }, { 'file-exists': 'dist/site.tar.gz' }] }],
  },
  or: {
    description: 'Holds when one of several conditions does.',
    short: 'conditions',
    fields: {
      conditions: list('The conditions.', {
        ...required([{ 'build-cause': 'TIMER_CAUSE' }, { 'build-cause': 'USER_CAUSE' }]),
        of: 'JobCondition',
        minItems: 1,
      }),
    },
    examples: [{ conditions: [{ 'build-cause': 'TIMER_CAUSE' }, { 'build-cause': 'USER_CAUSE' }] }],
  },
};

/** The conditions of build steps. */
export const conditions: Definitions = family('Condition', 'A condition: exactly one thing.', tests);

/** Build steps that run on a condition. */
export const conditionalSteps: Things = {
  'conditional-step': {
    description: 'Runs steps when a condition holds.',
    fields: {
      condition: part('JobCondition', 'The condition.', required({ 'file-exists': 'dist/site.tar.gz' })),
      on_evaluation_failure: choice('What happens when nobody can say whether the condition holds.', {
        ...preset('fail', 'dont-run'),
        values: {
          fail: 'The build fails.',
          'mark-unstable': 'The build becomes unstable, the steps do not run.',
          'run-and-mark-unstable': 'The build becomes unstable, the steps run.',
          run: 'The steps run.',
          'dont-run': 'The steps do not run.',
        },
      }),
      steps: list('The steps.', {
        ...required([{ shell: 'make publish' }]),
        of: 'JobBuilder',
        minItems: 1,
      }),
    },
    examples: [{ condition: { 'file-exists': 'dist/site.tar.gz' }, steps: [{ shell: 'make publish' }] }],
  },
};
