import { choice, flag, item, list, port, text, texts } from '../fields.ts';
import { patterns } from '../patterns.ts';
import { pluginFields } from '../plugin-fields.ts';
import type { Definitions } from '../spec-file.ts';

/** Credentials, variables, views, plugins and mail. */
export const credentials: Definitions = {
  Credential: {
    description: 'A credential of Jenkins. Its values come from a Secret, never from this file.',
    fields: {
      id: text('Id of the credential, which jobs refer to.', {
        minLength: 1,
        required: true,
        examples: ['npm-token'],
        names: 'credentials',
        since: '0.1.0',
      }),
      type: choice('Kind of the credential.', {
        values: {
          'ssh-key': 'A user name and a private ssh key.',
          'username-password': 'A user name and a password.',
          'secret-text': 'A secret text, such as a token.',
          file: 'A secret file.',
        },
        required: true,
        examples: ['secret-text'],
        since: '0.1.0',
      }),
      description: text('What the credential is for.', {
        default: '',
        examples: ['Token of the package registry'],
        since: '0.1.0',
      }),
      scope: choice('Who may use the credential.', {
        values: {
          global: 'Jobs and Jenkins itself.',
          system: 'Only Jenkins itself, for example to reach agents.',
        },
        default: 'global',
        examples: ['system'],
        since: '0.1.0',
      }),
      secret: text('Name of the Secret that holds the values.', {
        pattern: patterns.dnsSubdomain,
        without: 'the id, made a valid Kubernetes name',
        examples: ['npm'],
        since: '0.1.0',
      }),
      username: text('User name, for `ssh-key` and `username-password`, where it is no secret.', {
        without: 'the value of `username_key`; for `ssh-key` without one, `git`',
        examples: ['git'],
        since: '0.1.0',
      }),
      username_key: text(
        'Key of the Secret that holds the user name, for `ssh-key` and `username-password`.',
        {
          pattern: patterns.secretKey,
          without: '`username` for `username-password` when no `username` is given',
          examples: ['user'],
          since: '0.1.0',
        },
      ),
      password_key: text('Key of the Secret that holds the password, for `username-password`.', {
        pattern: patterns.secretKey,
        default: 'password',
        examples: ['pass'],
        since: '0.1.0',
      }),
      passphrase_key: text('Key of the Secret that holds the passphrase of the key, for `ssh-key`.', {
        pattern: patterns.secretKey,
        without: 'the key has no passphrase',
        examples: ['passphrase'],
        since: '0.1.0',
      }),
      key: text(
        'Key of the Secret that holds the private key, the text or the file, for `ssh-key`, `secret-text` and `file`.',
        {
          pattern: patterns.secretKey,
          without: '`ssh-privatekey` for `ssh-key`, `text` for `secret-text`, `file` for `file`',
          examples: ['token'],
          since: '0.1.0',
        },
      ),
      file_name: text('Name that the file has in builds, for `file`.', {
        without: 'the key of the Secret',
        examples: ['settings.xml'],
        since: '0.1.0',
      }),
    },
    examples: [{ id: 'npm-token', type: 'secret-text', secret: 'npm', key: 'token' }],
    snippets: [
      {
        label: 'ssh key',
        description: 'A private key for git',
        body: { id: '${1:id}', type: 'ssh-key', username: 'git', secret: '${2:secret}' },
      },
      {
        label: 'secret text',
        description: 'A token',
        body: { id: '${1:id}', type: 'secret-text', secret: '${2:secret}', key: '${3:token}' },
      },
      {
        label: 'username and password',
        description: 'A login',
        body: { id: '${1:id}', type: 'username-password', secret: '${2:secret}' },
      },
    ],
  },
  GlobalVariable: {
    description: 'An environment variable of all builds.',
    fields: {
      name: text('Name of the variable.', {
        minLength: 1,
        required: true,
        examples: ['REGION'],
        since: '0.1.0',
      }),
      value: text('Value of the variable, in plain text.', {
        default: '',
        examples: ['eu-west-1'],
        since: '0.1.0',
        secret: true,
      }),
    },
    examples: [{ name: 'REGION', value: 'eu-west-1' }],
  },
  View: {
    description: 'A list view: the jobs in `jobs` and those that match `regex`.',
    fields: {
      name: text('Name of the view.', { minLength: 1, required: true, examples: ['Images'], since: '0.1.0' }),
      description: text('Text above the list.', {
        default: '',
        examples: ['All image jobs'],
        since: '0.1.0',
      }),
      jobs: texts('Names of jobs.', {
        default: [],
        examples: [['web', 'web-docker-image']],
        refers: 'job',
        since: '0.1.0',
      }),
      regex: text('Regular expression for the names of further jobs; the whole name must match.', {
        without: 'none: only `jobs`',
        examples: ['.*-docker-image'],
        since: '0.1.0',
      }),
      columns: list('Columns of the list.', {
        of: item.choice({
          status: 'Ball for the last result.',
          weather: 'Weather icon for the last results.',
          name: 'Name of the job.',
          last_success: 'Time since the last success.',
          last_failure: 'Time since the last failure.',
          last_duration: 'Duration of the last build.',
          build_button: 'Button that starts a build.',
        }),
        default: [
          'status',
          'weather',
          'name',
          'last_success',
          'last_failure',
          'last_duration',
          'build_button',
        ],
        examples: [['status', 'name', 'build_button']],
        since: '0.1.0',
      }),
    },
    examples: [{ name: 'Images', regex: '.*-docker-image' }],
  },
  Plugin: {
    description: 'A plugin that is installed.',
    fields: pluginFields('0.1.0'),
    examples: [
      { id: 'prometheus', version: '860.v532442b_44e9a_', why: 'scraped by the monitoring of the cluster' },
    ],
  },
  Slack: {
    description: 'A workspace of Slack. It becomes the settings of the Slack Notification plugin.',
    fields: {
      workspace: text('Name of the workspace: what stands before `.slack.com`.', {
        pattern: patterns.dnsLabel,
        required: true,
        examples: ['acme'],
        since: '0.1.0',
      }),
      credentials: text(
        'Id of a secret-text credential of jenkins.bitesize with the token that Slack gave for Jenkins.',
        { minLength: 1, required: true, examples: ['slack-token'], refers: 'credentials', since: '0.1.0' },
      ),
      bot_user: flag(
        'Whether the token is that of the bot user of an app of your own (`xoxb-...`), and not that of the app Jenkins CI.',
        { default: false, examples: [true], since: '0.1.0' },
      ),
    },
    examples: [{ workspace: 'acme', credentials: 'slack-token' }],
  },
  Mail: {
    description: 'A mail server.',
    fields: {
      host: text('Host name of the server.', {
        minLength: 1,
        required: true,
        examples: ['smtp.example.com'],
        since: '0.1.0',
      }),
      port: port('Port of the server.', { default: 25, examples: [587], since: '0.1.0' }),
      tls: flag('Whether the connection is upgraded with STARTTLS.', {
        default: false,
        examples: [true],
        since: '0.1.0',
      }),
      ssl: flag('Whether the connection is encrypted from its start.', {
        default: false,
        examples: [true],
        since: '0.1.0',
      }),
      reply_to: text('Address for replies.', {
        without: 'not set',
        examples: ['no-reply@example.com'],
        since: '0.1.0',
      }),
      suffix: text('What is added to login names that are used as addresses.', {
        default: '',
        examples: ['@example.com'],
        since: '0.1.0',
      }),
      secret: text('Name of the Secret that holds the login of the server.', {
        pattern: patterns.dnsSubdomain,
        without: 'the server asks for no login',
        examples: ['jenkins-mail'],
        since: '0.1.0',
      }),
      username_key: text('Key of the Secret that holds the user name.', {
        pattern: patterns.secretKey,
        default: 'username',
        examples: ['user'],
        since: '0.1.0',
      }),
      password_key: text('Key of the Secret that holds the password.', {
        pattern: patterns.secretKey,
        default: 'password',
        examples: ['pass'],
        since: '0.1.0',
      }),
    },
    examples: [{ host: 'smtp.example.com', port: 587, tls: true }],
  },
};
