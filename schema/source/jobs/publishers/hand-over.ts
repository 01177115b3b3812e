import { choice, integer, list, text, texts } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { handedOnFields } from '../builders/trigger.ts';
import { SINCE, type Things } from '../family.ts';
import { integerOr, needed, off, on, results3, textOr } from './usual-fields.ts';

const jobs = texts('Jobs, from the folder of this job or from the root.', {
  required: true,
  minItems: 1,
  examples: [['shop/deploy']],
  since: SINCE,
  refers: 'downstream-job',
});

/** Publishers that hand the build over: to other jobs, repositories and machines. */
export const handOver: Things = {
  trigger: {
    description: 'Starts other jobs after the build.',
    short: 'project',
    fields: {
      project: jobs,
      threshold: choice('The worst result with which it starts them.', {
        default: 'SUCCESS',
        values: results3,
        examples: ['UNSTABLE'],
        since: SINCE,
      }),
    },
    examples: [{ project: ['shop/deploy'] }],
  },
  'trigger-parameterized-builds': {
    description: 'Starts other jobs after the build, with parameters.',
    short: 'triggers',
    fields: {
      triggers: list('Which jobs, when, and with what.', {
        of: 'ParameterizedBuild',
        required: true,
        examples: [[{ project: ['shop/deploy'], predefined_parameters: { VERSION: '$VERSION' } }]],
        since: SINCE,
      }),
    },
    examples: [{ triggers: [{ project: ['shop/deploy'], predefined_parameters: { VERSION: '$VERSION' } }] }],
  },
  'join-trigger': {
    description: 'Starts jobs when all jobs that this one started have ended.',
    short: 'projects',
    fields: {
      projects: texts('The jobs, from the folder of this job or from the root.', {
        required: true,
        minItems: 1,
        examples: [['shop/report']],
        since: SINCE,
        refers: 'downstream-job',
      }),
      threshold: choice('The worst result of those jobs with which it starts them.', {
        default: 'SUCCESS',
        values: { ...results3, ABORTED: 'Somebody or a timeout stopped it.' },
        examples: ['UNSTABLE'],
        since: SINCE,
      }),
    },
    examples: [{ projects: ['shop/report'] }],
  },
  git: {
    description: 'Pushes tags, branches, notes or the merge to the repository after the build.',
    fields: {
      push_merge: off('Whether it pushes the merge that was made before the build.'),
      push_only_if_success: on('Whether only builds that succeed push.'),
      force_push: off('Whether it replaces what is there.'),
      tags: list('The tags.', {
        of: 'GitTagPush',
        without: 'none',
        examples: [[{ name: 'v$VERSION', create_tag: true }]],
        since: SINCE,
      }),
      branches: list('The branches.', {
        of: 'GitBranchPush',
        without: 'none',
        examples: [[{ name: 'released' }]],
        since: SINCE,
      }),
      notes: list('The notes.', {
        of: 'GitNotePush',
        without: 'none',
        examples: [[{ message: 'Built by $BUILD_URL' }]],
        since: SINCE,
      }),
    },
    examples: [{ tags: [{ name: 'v$VERSION', create_tag: true }] }],
  },
  ssh: {
    description: 'Sends files to servers and runs commands there, by the plugin Publish Over SSH.',
    short: 'servers',
    fields: {
      servers: list('The servers, which the settings of Jenkins define.', {
        of: 'SshServer',
        required: true,
        minItems: 1,
        examples: [[{ site: 'web', transfers: [{ source: 'dist/**', target: 'shop' }] }]],
        since: SINCE,
      }),
      continue_on_error: off('Whether the other servers are served when one fails.'),
      fail_on_error: off('Whether the build fails then; otherwise it is unstable.'),
      always_publish_from_master: off('Whether the files go through the controller.'),
      parameter_name: text(
        'Parameter of the job whose value, a regular expression, chooses servers by their label.',
        {
          without: 'all servers',
          examples: ['TARGETS'],
          since: SINCE,
        },
      ),
    },
    examples: [{ servers: [{ site: 'web', transfers: [{ source: 'dist/**', target: 'shop' }] }] }],
  },
};

/** What stands inside those publishers. */
export const handOverParts: Definitions = {
  ParameterizedBuild: {
    description: 'Jobs that are started, when, and with what.',
    fields: {
      project: jobs,
      condition: choice('Results with which they are started.', {
        default: 'ALWAYS',
        values: {
          ALWAYS: 'All.',
          SUCCESS: 'The build succeeded.',
          UNSTABLE: 'The build is unstable.',
          UNSTABLE_OR_BETTER: 'It succeeded, or is unstable.',
          UNSTABLE_OR_WORSE: 'It is unstable, or failed.',
          FAILED_OR_BETTER: 'All but those that were stopped.',
          FAILED: 'The build failed.',
        },
        examples: ['SUCCESS'],
        since: SINCE,
      }),
      ...handedOnFields,
      trigger_with_no_params: off('Whether they are started even without any parameter.'),
      trigger_from_child_projects: off('Whether each combination of a matrix starts them.'),
    },
    examples: [{ project: ['shop/deploy'], predefined_parameters: { VERSION: '$VERSION' } }],
  },
  GitTagPush: {
    description: 'A tag that is pushed.',
    fields: {
      name: needed('The tag; variables of the build are filled in.', 'v$VERSION'),
      message: textOr('', 'Its message.', 'Version $VERSION'),
      create_tag: off('Whether it is made; otherwise it has to be there.'),
      update_tag: off('Whether one that is there is replaced.'),
      remote: textOr('origin', 'Name of the repository.', 'upstream'),
    },
    examples: [{ name: 'v$VERSION', create_tag: true }],
  },
  GitBranchPush: {
    description: 'A branch that gets the commit of the build.',
    fields: {
      name: needed('The branch; variables of the build are filled in.', 'released'),
      rebase: off('Whether the commit is rebased on the branch before.'),
      remote: textOr('origin', 'Name of the repository.', 'upstream'),
    },
    examples: [{ name: 'released' }],
  },
  GitNotePush: {
    description: 'A note at the commit of the build.',
    fields: {
      message: needed('What it says; variables of the build are filled in.', 'Built by $BUILD_URL'),
      namespace: textOr('master', 'Namespace of the note.', 'ci'),
      replace_note: off('Whether one that is there is replaced.'),
      remote: textOr('origin', 'Name of the repository.', 'upstream'),
    },
    examples: [{ message: 'Built by $BUILD_URL' }],
  },
  SshServer: {
    description: 'A server, and what it gets.',
    fields: {
      site: needed('Name of the server in the settings of Jenkins.', 'web'),
      transfers: list('What it gets, in this order.', {
        of: 'SshTransfer',
        required: true,
        minItems: 1,
        examples: [[{ source: 'dist/**', target: 'shop' }]],
        since: SINCE,
      }),
      verbose: off('Whether it writes more to the log.'),
      retries: integer('How often a transfer that failed is tried again.', {
        without: 'not tried again',
        examples: [2],
        since: SINCE,
      }),
      retry_delay: integerOr(10000, 'Milliseconds before that.', 5000),
      label: text('Label for `parameter_name`.', { without: 'none', examples: ['production'], since: SINCE }),
    },
    examples: [{ site: 'web', transfers: [{ source: 'dist/**', target: 'shop' }] }],
  },
  SshTransfer: {
    description: 'Files that are sent, and a command that runs behind them.',
    fields: {
      source: textOr('', 'Ant patterns of the files; empty for none.', 'dist/**'),
      excludes: textOr('', 'Ant patterns of files that are not sent.', '**/*.map'),
      target: textOr('', 'Folder on the server, below that of its settings.', 'shop'),
      target_is_date_format: off('Whether `target` is a format of dates.'),
      remove_prefix: textOr('', 'Folders in front of the files that the server does not get.', 'dist'),
      flatten: off('Whether no folders are made.'),
      clean_remote: off('Whether the folder is emptied before.'),
      no_default_excludes: off("Whether Ant's own excludes do not hold."),
      make_empty_dirs: off('Whether empty folders are made.'),
      pattern_separator: textOr('[, ]+', 'Regular expression of what is between the patterns.', ';'),
      command: text('Command that runs on the server.', {
        default: '',
        examples: ['systemctl reload shop'],
        since: SINCE,
        secret: true,
      }),
      timeout: integerOr(120000, 'Milliseconds that the command may take; 0 for any time.', 60000),
      use_pty: off('Whether the command has a terminal.'),
      use_agent_forwarding: off('Whether the command can use keys of Jenkins.'),
      use_sftp_for_exec: off('Whether the command runs by SFTP.'),
      keep_file_permissions: off('Whether the files keep their permissions.'),
    },
    examples: [{ source: 'dist/**', target: 'shop', command: 'systemctl reload shop' }],
  },
};
