import { choice, item, list, text, texts } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { SINCE, type Things } from '../family.ts';
import { allowance } from '../groovy-script.ts';
import { integerOr, off, on, textOr } from './usual-fields.ts';

/** Groups of people who get mail. */
const people = {
  recipients: 'Those in `recipients`.',
  developers: 'Everybody with a change in the build.',
  culprits: 'Everybody with a change since the last build that succeeded.',
  requester: 'Who started the build.',
  'build-user': 'Who started the build, by the plugin Build User Vars.',
  'contributor-metadata': 'Who wrote the change of a branch, as the forge says.',
  'failing-test-suspects-recipients': 'Who may have broken tests.',
  'first-failing-build-suspects-recipients': 'Everybody with a change in the first build that failed.',
  previous: 'Those who got the mail of the build before.',
  'upstream-committers': 'Everybody with a change in the build that started this one.',
  'upstream-committers-since-last-success': 'The same since the last one that succeeded.',
};

const contentTypes = {
  text: 'Text.',
  html: 'HTML.',
  'both-html-text': 'Both.',
};

const matrixModes = {
  both: 'For each combination, and for the whole.',
  'only-parent': 'For the whole.',
  'only-configurations': 'For each combination.',
};

/** Publishers that tell people or other servers how a build went. */
export const messages: Things = {
  'claim-build': {
    description: 'Lets people claim builds that are broken.',
    fields: {},
    examples: [{}],
  },
  email: {
    description: 'Sends mail when a build fails or is unstable, and when it works again.',
    short: 'recipients',
    fields: {
      recipients: texts('Addresses.', {
        without: 'nobody but `send_to_individuals`',
        examples: ['team@example.com'],
        since: SINCE,
      }),
      notify_every_unstable_build: on('Whether each unstable build is told, and not only the first one.'),
      send_to_individuals: off('Whether those who broke the build get it, too.'),
    },
    examples: [{ recipients: ['team@example.com'] }],
  },
  'email-ext': {
    description: 'Sends mail on many occasions, by the plugin Email Extension.',
    fields: {
      recipients: texts('Addresses.', {
        without: 'those of the settings of Jenkins (`$DEFAULT_RECIPIENTS`)',
        examples: ['team@example.com'],
        since: SINCE,
      }),
      triggers: list('The occasions.', {
        of: 'EmailExtTrigger',
        without: 'builds that fail',
        examples: [['failure', { on: 'fixed', send_to: ['developers'] }]],
        since: SINCE,
      }),
      send_to: list('Who gets it on occasions that do not say it themselves.', {
        of: item.choice(people),
        without: '`recipients`',
        examples: [['recipients', 'developers']],
        since: SINCE,
      }),
      subject: textOr(
        '$DEFAULT_SUBJECT',
        'Subject; tokens are filled in.',
        'Build ${BUILD_NUMBER}: $BUILD_STATUS',
      ),
      body: textOr(
        '$DEFAULT_CONTENT',
        'Body; tokens are filled in, templates too.',
        '${SCRIPT, template="report.template"}',
      ),
      content_type: choice('What the body is.', {
        default: 'default',
        values: { default: 'What the settings of Jenkins say.', ...contentTypes },
        examples: ['html'],
        since: SINCE,
      }),
      reply_to: textOr('$DEFAULT_REPLYTO', 'Addresses that answers go to.', 'team@example.com'),
      from: textOr('', 'Sender; empty for that of Jenkins.', 'jenkins@example.com'),
      attachments: texts('Ant patterns of files that are attached.', {
        without: 'none',
        examples: ['build/report.pdf'],
        since: SINCE,
      }),
      attach_build_log: off('Whether the log is attached.'),
      compress_log: off('Whether it is packed.'),
      presend_script: text('Groovy that may change or stop a mail; an administrator has to approve it.', {
        default: '$DEFAULT_PRESEND_SCRIPT',
        examples: ['cancel = build.number < 10'],
        since: SINCE,
        secret: true,
      }),
      postsend_script: text('Groovy that runs after a mail; an administrator has to approve it.', {
        default: '$DEFAULT_POSTSEND_SCRIPT',
        examples: ["logger.println('sent')"],
        since: SINCE,
        secret: true,
      }),
      allow: allowance('scripts before and after mails are refused'),
      save_output: off('Whether mails are kept in the workspace.'),
      disable_publisher: off('Whether it sends nothing.'),
      matrix_trigger: choice('Of a matrix, what it sends mails for.', {
        without: 'the whole',
        values: matrixModes,
        examples: ['both'],
        since: SINCE,
      }),
    },
    examples: [{ recipients: ['team@example.com'], triggers: ['failure', 'fixed'] }],
  },
  slack: {
    description: 'Sends messages to channels of Slack.',
    short: 'room',
    fields: {
      room: texts('Channels.', {
        without: 'that of the settings of Jenkins',
        examples: ['#builds'],
        since: SINCE,
      }),
      base_url: text('URL of a server like that of Slack.', {
        without: 'that of the settings of Jenkins',
        examples: ['https://chat.example.com/hooks/'],
        since: SINCE,
      }),
      team_domain: text('Workspace of Slack.', {
        without: 'that of the settings of Jenkins',
        examples: ['example'],
        since: SINCE,
      }),
      auth_token_credential_id: text('Id of a secret text with the token.', {
        without: 'that of the settings of Jenkins',
        examples: ['slack-token'],
        since: SINCE,
        refers: 'credentials',
      }),
      bot_user: off('Whether the token is that of a bot.'),
      send_as_text: off('Whether messages are plain text.'),
      icon_emoji: text('Icon of the sender.', {
        without: 'that of the bot',
        examples: [':rocket:'],
        since: SINCE,
      }),
      username: text('Name of the sender.', {
        without: 'that of the bot',
        examples: ['Jenkins'],
        since: SINCE,
      }),
      notify_start: off('Whether it tells that a build starts.'),
      notify_success: off('Whether it tells that a build succeeded.'),
      notify_aborted: off('Whether it tells that a build was stopped.'),
      notify_not_built: off('Whether it tells that a build was not built.'),
      notify_unstable: off('Whether it tells that a build is unstable.'),
      notify_regression: off('Whether it tells that more tests fail.'),
      notify_failure: off('Whether it tells that a build fails after one that did not.'),
      notify_every_failure: off('Whether it tells of each build that fails.'),
      notify_back_to_normal: off('Whether it tells that a build succeeds after one that did not.'),
      notify_repeated_failure: off('Whether it tells that a build fails after one that failed.'),
      include_test_summary: off('Whether messages count tests.'),
      include_failed_tests: off('Whether messages name failed tests.'),
      upload_files: texts('Ant patterns of files that are sent.', {
        without: 'none',
        examples: ['build/report.html'],
        since: SINCE,
      }),
      commit_info_choice: choice('What messages say of the changes.', {
        default: 'NONE',
        values: {
          NONE: 'Nothing.',
          AUTHORS: 'Who made them.',
          AUTHORS_AND_TITLES: 'Who made them, and what they are called.',
        },
        examples: ['AUTHORS'],
        since: SINCE,
      }),
      custom_message: slackMessage('all builds'),
      custom_message_success: slackMessage('builds that succeed'),
      custom_message_aborted: slackMessage('builds that were stopped'),
      custom_message_not_built: slackMessage('builds that were not built'),
      custom_message_unstable: slackMessage('unstable builds'),
      custom_message_failure: slackMessage('builds that fail'),
    },
    examples: [{ room: ['#builds'], notify_failure: true, notify_back_to_normal: true }],
  },
  'github-commit-status': {
    description: 'Tells GitHub how the build of a commit went.',
    short: 'context',
    fields: {
      context: text('Name of the status.', {
        without: 'the name of the job',
        examples: ['ci/nightly'],
        since: SINCE,
      }),
      url: text('Repository that gets it.', {
        without: 'all repositories that the job knows',
        examples: ['https://github.com/example/shop'],
        since: SINCE,
      }),
      sha: text('Commit that gets it.', {
        without: 'the one that was built',
        examples: ['${GIT_COMMIT}'],
        since: SINCE,
      }),
      target_url: text('What the status links to.', {
        without: 'the build',
        examples: ['https://reports.example.com/${BUILD_ID}'],
        since: SINCE,
      }),
      results: list('What each result says; the first one that fits counts.', {
        of: 'GithubCommitStatusResult',
        without: 'the words of the plugin',
        examples: [[{ result: 'SUCCESS', state: 'SUCCESS', message: 'Built' }]],
        since: SINCE,
      }),
      on_error: choice('What a status that cannot be set makes of the build.', {
        without: 'it fails',
        values: {
          ignore: 'Nothing.',
          UNSTABLE: 'It is unstable.',
          FAILURE: 'It fails.',
        },
        examples: ['ignore'],
        since: SINCE,
      }),
    },
    examples: [{ context: 'ci/nightly' }],
  },
  ircbot: {
    description: 'Tells channels of IRC how a build went.',
    fields: {
      channels: list('The channels.', {
        of: 'IrcbotChannel',
        without: 'those of the settings of Jenkins',
        examples: [[{ name: '#builds' }]],
        since: SINCE,
      }),
      strategy: choice('Which builds it tells of.', {
        default: 'all',
        values: {
          all: 'All.',
          'any-failure': 'All that fail.',
          'failure-and-fixed': 'All that fail, and the first one that does not.',
          'new-failure-and-fixed': 'The first one that fails, and the first one that does not.',
          'statechange-only': 'Those with another result than the one before.',
        },
        examples: ['failure-and-fixed'],
        since: SINCE,
      }),
      message_type: choice('What it says.', {
        default: 'summary-scm',
        values: {
          'summary-scm': 'The result and the changes.',
          summary: 'The result.',
          'summary-params': 'The result and the parameters.',
          'summary-scm-fail': 'The result, the changes and failed tests.',
        },
        examples: ['summary'],
        since: SINCE,
      }),
      notify_start: off('Whether it tells that a build starts.'),
      notify_committers: off('Whether it tells those who may have broken it.'),
      notify_culprits: off('Whether it tells those who may have broken the builds before, too.'),
      notify_upstream: off(
        'Whether it tells those with changes in the jobs before, where there are no others.',
      ),
      notify_fixers: off('Whether it tells those who mended it.'),
      matrix_notifier: choice('Of a matrix, what it tells of.', {
        default: 'only-configurations',
        values: {
          all: 'Each combination, and the whole.',
          'only-configurations': 'Each combination.',
          'only-parent': 'The whole.',
        },
        examples: ['only-parent'],
        since: SINCE,
      }),
    },
    examples: [{ strategy: 'failure-and-fixed', channels: [{ name: '#builds' }] }],
  },
};

/** What stands inside those publishers. */
export const messageParts: Definitions = {
  EmailExtTrigger: {
    description: 'An occasion for mail.',
    short: 'on',
    fields: {
      on: choice('The occasion.', {
        required: true,
        values: {
          always: 'Each build.',
          'pre-build': 'Before the build.',
          building: 'The build is unstable after one that failed.',
          success: 'The build succeeds.',
          unstable: 'The build is unstable.',
          'first-unstable': 'It is the first unstable one.',
          'still-unstable': 'It is not the first unstable one.',
          failure: 'The build fails.',
          'first-failure': 'It is the first one in a row that fails.',
          'second-failure': 'It is the second one in a row that fails.',
          'nth-failure': 'As many in a row as `count` failed.',
          'still-failing': 'It is not the first one in a row that fails.',
          fixed: 'The build succeeds after one that did not.',
          'fixed-unhealthy': 'The same after one that failed, was unstable or was stopped.',
          improvement: 'Fewer tests fail.',
          regression: 'More tests fail.',
          'status-changed': 'The result is another one than before.',
          'not-built': 'The build was not built.',
          aborted: 'The build was stopped.',
          script: '`script` says so after the build.',
          'pre-build-script': '`script` says so before the build.',
        },
        examples: ['failure'],
        since: SINCE,
      }),
      send_to: list('Who gets it.', {
        of: item.choice(people),
        without: '`send_to` of the publisher',
        examples: [['developers']],
        since: SINCE,
      }),
      recipients: texts('Addresses of this occasion.', {
        without: 'none',
        examples: ['owner@example.com'],
        since: SINCE,
      }),
      subject: textOr('$PROJECT_DEFAULT_SUBJECT', 'Subject.', 'Broken: $PROJECT_NAME'),
      body: textOr('$PROJECT_DEFAULT_CONTENT', 'Body.', 'See $BUILD_URL'),
      reply_to: textOr('$PROJECT_DEFAULT_REPLYTO', 'Addresses that answers go to.', 'owner@example.com'),
      content_type: choice('What the body is.', {
        default: 'project',
        values: { project: 'What the publisher says.', ...contentTypes },
        examples: ['html'],
        since: SINCE,
      }),
      attachments: texts('Ant patterns of files that are attached.', {
        without: 'none',
        examples: ['build/report.pdf'],
        since: SINCE,
      }),
      attach_build_log: off('Whether the log is attached.'),
      compress_log: off('Whether it is packed.'),
      count: integerOr(3, 'How many builds in a row, for `nth-failure`.', 5),
      script: text('Groovy that says whether mail is sent, for `script` and `pre-build-script`.', {
        without: 'none; required for `script` and `pre-build-script`',
        examples: ['build.number % 10 == 0'],
        since: SINCE,
        secret: true,
      }),
      sandbox: on('Whether the script runs in the sandbox of Script Security.'),
      allow: allowance('a script outside the sandbox is refused'),
    },
    examples: [{ on: 'fixed', send_to: ['developers'] }],
  },
  GithubCommitStatusResult: {
    description: 'What a result says at GitHub.',
    fields: {
      result: choice('The worst result that it is for.', {
        required: true,
        values: {
          ANY: 'All results.',
          SUCCESS: 'Builds that succeed.',
          UNSTABLE: 'Unstable builds, and better ones.',
          FAILURE: 'Builds that fail, and better ones.',
        },
        examples: ['SUCCESS'],
        since: SINCE,
      }),
      state: choice('The state of the commit.', {
        required: true,
        values: { SUCCESS: 'Good.', FAILURE: 'Bad.', ERROR: 'Not known.', PENDING: 'Not yet known.' },
        examples: ['SUCCESS'],
        since: SINCE,
      }),
      message: textOr('', 'What it says; tokens are filled in.', 'Built in ${BUILD_ID}'),
    },
    examples: [{ result: 'SUCCESS', state: 'SUCCESS', message: 'Built' }],
  },
  IrcbotChannel: {
    description: 'A channel of IRC. The settings of Jenkins have to know it, too.',
    short: 'name',
    fields: {
      name: text('Name of the channel.', {
        required: true,
        minLength: 1,
        examples: ['#builds'],
        since: SINCE,
      }),
      notify_only: off('Whether the bot takes no commands there.'),
    },
    examples: [{ name: '#builds' }],
  },
};

function slackMessage(of: string) {
  return text(`What messages about ${of} say beside the result; tokens are filled in.`, {
    without: 'nothing',
    examples: ['See ${BUILD_URL}'],
    since: SINCE,
  });
}
