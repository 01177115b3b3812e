import { choice, integer, list, part, text, texts } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { SINCE, type Things } from '../family.ts';
import { allowance } from '../groovy-script.ts';
import { integerOr, needed, off, on, resultList, results3, textOr } from './usual-fields.ts';

/** Publishers that run something after the build, or change what it is called or ends with. */
export const afterSteps: Things = {
  postbuildscript: {
    description:
      'Runs build steps and scripts after the build, by its result. It runs scripts of the workspace first, then Groovy, then build steps.',
    fields: {
      builders: list('Build steps, in groups.', {
        of: 'PostbuildscriptSteps',
        without: 'none',
        examples: [[{ build_on: ['SUCCESS', 'FAILURE'], build_steps: [{ shell: 'make logs' }] }]],
        since: SINCE,
      }),
      generic_script: list('Scripts of the workspace that the shell or the batch of the agent runs.', {
        of: 'PostbuildscriptFile',
        without: 'none',
        examples: [[{ file_path: 'ci/after.sh', build_on: ['FAILURE'] }]],
        since: SINCE,
      }),
      groovy_script: list('Groovy scripts of the workspace.', {
        of: 'PostbuildscriptGroovyFile',
        without: 'none',
        examples: [[{ file_path: 'ci/after.groovy' }]],
        since: SINCE,
      }),
      groovy: list('Groovy scripts.', {
        of: 'PostbuildscriptGroovy',
        without: 'none',
        examples: [[{ content: "println 'done'" }]],
        since: SINCE,
      }),
      mark_unstable_if_failed: off(
        'Whether a build that succeeded is unstable when one of them fails; otherwise it fails.',
      ),
    },
    examples: [{ builders: [{ build_on: ['SUCCESS', 'FAILURE'], build_steps: [{ shell: 'make logs' }] }] }],
  },
  'post-tasks': {
    description: 'Runs shell scripts after builds with certain lines in their log.',
    short: 'tasks',
    fields: {
      tasks: list('The scripts.', {
        of: 'PostTask',
        required: true,
        minItems: 1,
        examples: [[{ matches: [{ log_text: 'OutOfMemoryError' }], script: 'make dump' }]],
        since: SINCE,
      }),
    },
    examples: [{ tasks: [{ matches: [{ log_text: 'OutOfMemoryError' }], script: 'make dump' }] }],
  },
  'groovy-postbuild': {
    description: 'Runs a Groovy script in the controller after the build.',
    short: 'script',
    fields: {
      script: text('The script; `manager` is there for it.', {
        required: true,
        minLength: 1,
        examples: ["manager.addShortText('nightly')"],
        since: SINCE,
        secret: true,
      }),
      sandbox: on('Whether it runs in the sandbox of Script Security.'),
      allow: allowance('a script outside the sandbox is refused'),
      classpath: texts('URLs of jars, which an administrator has to approve.', {
        without: 'none',
        examples: ['file:/opt/ci/tools.jar'],
        since: SINCE,
      }),
      on_failure: choice('What a script that fails makes of the build.', {
        default: 'nothing',
        values: { nothing: 'Nothing.', unstable: 'It is unstable.', failed: 'It fails.' },
        examples: ['unstable'],
        since: SINCE,
      }),
      matrix_parent: off('Whether it runs once for the whole matrix, not for each combination.'),
    },
    examples: [{ script: "manager.addShortText('nightly')" }],
  },
  'workspace-cleanup': {
    description: 'Removes the workspace, or parts of it, after the build.',
    fields: {
      include: texts('Ant patterns of what is removed.', {
        without: 'everything',
        examples: ['build/**'],
        since: SINCE,
      }),
      exclude: texts('Ant patterns of what stays.', {
        without: 'nothing',
        examples: ['**/*.log'],
        since: SINCE,
      }),
      dirmatch: off('Whether the patterns are about folders, too.'),
      clean_if: part('WorkspaceCleanupResults', 'After which builds it removes it.', {
        default: {},
        examples: [{ failure: false }],
        since: SINCE,
      }),
      fail_build: on('Whether a build fails whose workspace cannot be removed.'),
      clean_parent: off('Whether that of a whole matrix is removed, too.'),
      external_deletion_command: textOr(
        '',
        'Command that removes a file; `%s` is its path. Empty for none.',
        'sudo rm -rf %s',
      ),
      disable_deferred_wipeout: off(
        'Whether it waits until all is gone; otherwise it moves the folder aside and goes on.',
      ),
    },
    examples: [{ exclude: ['**/*.log'], clean_if: { failure: false } }],
  },
  'description-setter': {
    description: 'Sets the description of builds from a line of their log.',
    short: 'description',
    fields: {
      description: text('The description; `\\1` is the first group of `regexp`.', {
        without: 'the first group of `regexp`, or all that matched',
        examples: ['Version \\1'],
        since: SINCE,
      }),
      regexp: regexp('Regular expression of the line; empty for `description` as it is.', ''),
      description_for_failed: text('The same of builds that fail.', {
        without: 'that of `regexp_for_failed`',
        examples: ['Failed: \\1'],
        since: SINCE,
      }),
      regexp_for_failed: regexp('The same of builds that fail.', ''),
      set_for_matrix: off('Whether the build of a whole matrix gets it, too.'),
      append_mode: off('Whether it goes behind the description that is there.'),
    },
    examples: [{ regexp: 'Published (.*)', description: 'Version \\1' }],
  },
  'text-finder': {
    description: 'Changes the result of builds by what their log or files say.',
    short: 'finders',
    fields: {
      finders: list('What it looks for.', {
        of: 'TextFinder',
        required: true,
        minItems: 1,
        examples: [[{ regexp: 'WARNING', console: true, result: 'UNSTABLE' }]],
        since: SINCE,
      }),
    },
    examples: [{ finders: [{ regexp: 'WARNING', console: true, result: 'UNSTABLE' }] }],
  },
  naginator: {
    description: 'Builds again after a build that failed.',
    fields: {
      max_failed_builds: integerOr(0, 'How often in a row; 0 for ever.', 3),
      regular_expression: text('Only builds with such a line in their log.', {
        without: 'all builds that fail',
        examples: ['Connection reset'],
        since: SINCE,
        refers: 'regex',
      }),
      rerun_unstable_builds: off('Whether unstable builds are built again, too.'),
      rerun_matrix_part: off('Whether only the failed part of a matrix is built again.'),
      fixed_delay: integer('Seconds before it.', {
        without: '0, if there is no `progressive_delay_increment`',
        examples: [60],
        since: SINCE,
      }),
      progressive_delay_increment: integer('Seconds that it waits longer each time.', {
        without: '`fixed_delay`',
        examples: [300],
        since: SINCE,
      }),
      progressive_delay_maximum: integerOr(0, 'Most seconds that it waits; 0 for as many as it takes.', 3600),
    },
    examples: [{ max_failed_builds: 3, regular_expression: 'Connection reset', fixed_delay: 60 }],
  },
};

/** When a part of `postbuildscript` runs. */
const when = {
  build_on: resultList('Results of builds after which it runs.', '`SUCCESS`'),
  role: choice('Where it runs.', {
    default: 'BOTH',
    values: {
      BOTH: 'Where the build ran.',
      MASTER: 'Only of builds that ran in the controller.',
      SLAVE: 'Only of builds that ran on an agent.',
    },
    examples: ['SLAVE'],
    since: SINCE,
  }),
  execute_on: choice('Of a matrix, what it runs for.', {
    default: 'both',
    values: { both: 'Each combination, and the whole.', matrix: 'The whole.', axes: 'Each combination.' },
    examples: ['matrix'],
    since: SINCE,
  }),
};

/** Where a Groovy script runs. */
const sandboxed = {
  sandbox: on('Whether it runs in the sandbox of Script Security.'),
  allow: allowance('a script outside the sandbox is refused'),
};

/** What stands inside those publishers. */
export const afterStepParts: Definitions = {
  PostbuildscriptSteps: {
    description: 'Build steps that run after the build.',
    fields: {
      build_steps: list('The steps.', {
        of: 'JobBuilder',
        required: true,
        minItems: 1,
        examples: [[{ shell: 'make logs' }]],
        since: SINCE,
      }),
      ...when,
      stop_on_failure: off('Whether a step that fails ends the group.'),
    },
    examples: [{ build_on: ['SUCCESS', 'FAILURE'], build_steps: [{ shell: 'make logs' }] }],
  },
  PostbuildscriptFile: {
    description: 'A script of the workspace that runs after the build.',
    fields: { file_path: needed('Path in the workspace.', 'ci/after.sh'), ...when },
    examples: [{ file_path: 'ci/after.sh', build_on: ['FAILURE'] }],
  },
  PostbuildscriptGroovyFile: {
    description: 'A Groovy script of the workspace that runs after the build.',
    fields: { file_path: needed('Path in the workspace.', 'ci/after.groovy'), ...sandboxed, ...when },
    examples: [{ file_path: 'ci/after.groovy' }],
  },
  PostbuildscriptGroovy: {
    description: 'A Groovy script that runs after the build.',
    fields: {
      content: text('The script.', {
        required: true,
        minLength: 1,
        examples: ["println 'done'"],
        since: SINCE,
        secret: true,
      }),
      ...sandboxed,
      ...when,
    },
    examples: [{ content: "println 'done'", build_on: ['FAILURE'] }],
  },
  PostTask: {
    description: 'A shell script that runs after builds with certain lines in their log.',
    fields: {
      matches: list('The lines; how each goes with the next is its `operator`.', {
        of: 'PostTaskMatch',
        required: true,
        minItems: 1,
        examples: [[{ log_text: 'OutOfMemoryError' }]],
        since: SINCE,
      }),
      script: text('The script.', {
        required: true,
        minLength: 1,
        examples: ['make dump'],
        since: SINCE,
        secret: true,
      }),
      escalate_status: off('Whether the build fails when the script does.'),
      run_if_job_successful: off('Whether it runs only after builds that do not fail.'),
    },
    examples: [{ matches: [{ log_text: 'OutOfMemoryError' }], script: 'make dump' }],
  },
  PostTaskMatch: {
    description: 'Something that the log says.',
    fields: {
      log_text: regexp('Regular expression, which a part of the log has to match.', undefined),
      operator: choice('How it goes with the next one.', {
        default: 'AND',
        values: { AND: 'Both have to be there.', OR: 'One of them is enough.' },
        examples: ['OR'],
        since: SINCE,
      }),
    },
    examples: [{ log_text: 'OutOfMemoryError' }],
  },
  WorkspaceCleanupResults: {
    description:
      'After which builds the workspace is removed. The plugin takes no result at all for all of them.',
    fields: {
      success: on('After builds that succeed.'),
      unstable: on('After unstable builds.'),
      failure: on('After builds that fail.'),
      not_built: on('After builds that were not built.'),
      aborted: on('After builds that were stopped.'),
    },
    examples: [{ failure: false }],
  },
  TextFinder: {
    description: 'Something that the log or files say, and what it makes of the build.',
    fields: {
      regexp: regexp('Regular expression of a line.', undefined),
      files: texts('Ant patterns of files of the workspace.', {
        without: 'none',
        examples: ['build/*.log'],
        since: SINCE,
      }),
      console: off('Whether the log of the build is looked through.'),
      result: choice('What it makes of the build.', {
        default: 'FAILURE',
        values: { ...results3, NOT_BUILT: 'Not built.', ABORTED: 'Stopped.' },
        examples: ['UNSTABLE'],
        since: SINCE,
      }),
      condition: choice('When.', {
        default: 'found',
        values: { found: 'When it is there.', 'not-found': 'When it is not there.' },
        examples: ['not-found'],
        since: SINCE,
      }),
    },
    examples: [{ regexp: 'WARNING', console: true, result: 'UNSTABLE' }],
  },
};

function regexp(description: string, usual: string | undefined) {
  const examples = ['OutOfMemoryError'] as const;
  return usual === undefined
    ? text(description, { required: true, minLength: 1, examples, since: SINCE, refers: 'regex' })
    : text(description, { default: usual, examples, since: SINCE, refers: 'regex' });
}
