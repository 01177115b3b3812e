import { flag, list, text, texts } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { off } from '../builders/about.ts';
import { family, SINCE, type Things } from '../family.ts';

const credentials = text('Id of the credential.', {
  required: true,
  minLength: 1,
  examples: ['nexus-login'],
  since: SINCE,
  refers: 'credentials',
});

/** A variable that a binding must name. */
function variable(description: string, example: string) {
  return text(description, { required: true, minLength: 1, examples: [example], since: SINCE });
}

/** A variable that a binding may name. */
function optionalVariable(description: string, example: string) {
  return text(description, { without: 'no variable', minLength: 1, examples: [example], since: SINCE });
}

/** A credential in one variable. */
function single(description: string, variableDescription: string, example: string): Things[string] {
  return {
    description,
    fields: { credentials, variable: variable(variableDescription, example) },
    examples: [{ credentials: 'nexus-login', variable: example }],
  };
}

/** Credentials as variables of a build: exactly one each. */
const bindings = family('Binding', 'A credential that a build has as variables: exactly one thing.', {
  text: single('A secret text.', 'Variable that holds the text.', 'API_TOKEN'),
  'username-password': single(
    'A user name and a password in one variable.',
    'Variable that holds both, with `:` between them.',
    'LOGIN',
  ),
  'username-password-separated': {
    description: 'A user name and a password in two variables.',
    fields: {
      credentials,
      username: variable('Variable that holds the user name.', 'NEXUS_USER'),
      password: variable('Variable that holds the password.', 'NEXUS_PASSWORD'),
    },
    examples: [{ credentials: 'nexus-login', username: 'NEXUS_USER', password: 'NEXUS_PASSWORD' }],
  },
  file: single('A secret file.', 'Variable that holds the path of the file.', 'KUBECONFIG'),
  'zip-file': single(
    'A secret ZIP file, unpacked.',
    'Variable that holds the path of the folder.',
    'CERTIFICATES',
  ),
  'ssh-user-private-key': {
    description: 'An SSH key in a file, with its user and passphrase.',
    fields: {
      credentials,
      key_file_variable: variable('Variable that holds the path of the file.', 'DEPLOY_KEY'),
      username_variable: optionalVariable('Variable that holds the user name.', 'DEPLOY_USER'),
      passphrase_variable: optionalVariable('Variable that holds the passphrase.', 'DEPLOY_PASSPHRASE'),
    },
    examples: [{ credentials: 'deploy-key', key_file_variable: 'DEPLOY_KEY' }],
  },
  'certificate-keystore': {
    description: 'A certificate in a keystore, with its password and alias.',
    fields: {
      credentials,
      keystore_variable: variable('Variable that holds the path of the keystore.', 'KEYSTORE'),
      password_variable: optionalVariable('Variable that holds the password.', 'KEYSTORE_PASSWORD'),
      alias_variable: optionalVariable(
        'Variable that holds the alias: the description of the credential.',
        'KEY_ALIAS',
      ),
    },
    examples: [{ credentials: 'signing', keystore_variable: 'KEYSTORE' }],
  },
  'docker-server-certificate': single(
    'Certificates for a Docker server.',
    'Variable that holds the path of their folder.',
    'DOCKER_CERT_PATH',
  ),
  'amazon-web-services': {
    description: 'Keys of AWS in two variables.',
    fields: {
      credentials,
      access_key: text('Variable that holds the access key.', {
        default: 'AWS_ACCESS_KEY_ID',
        minLength: 1,
        examples: ['DEPLOY_KEY_ID'],
        since: SINCE,
      }),
      secret_key: text('Variable that holds the secret key.', {
        default: 'AWS_SECRET_ACCESS_KEY',
        minLength: 1,
        examples: ['DEPLOY_SECRET'],
        since: SINCE,
      }),
      role_arn: text('Role whose keys are taken instead, those of a session.', {
        without: 'the keys of the credential',
        minLength: 1,
        examples: ['arn:aws:iam::123456789012:role/deploy'],
        since: SINCE,
      }),
      role_session_name: text('Name of that session.', {
        without: 'AWS has none to show',
        minLength: 1,
        examples: ['jenkins'],
        since: SINCE,
      }),
    },
    examples: [{ credentials: 'aws-deploy' }],
  },
});

/** A text that a Jenkins has encrypted. */
const ENCRYPTED = '{AQAAABAAAAAQqT6vXv1W1mN2c0l5y0b6uQ==}';

/** The objects inside wrappers that hand out secrets. */
export const secretParts: Definitions = {
  ...bindings,
  MaskedPassword: {
    description: 'A variable with a value that the log does not show.',
    fields: {
      name: variable('Name of the variable.', 'TOKEN'),
      value: text(
        'The value as Jenkins encrypts it, which only the Jenkins that encrypted it can read. A credential is better.',
        { required: true, minLength: 1, examples: [ENCRYPTED], since: SINCE, secret: true },
      ),
    },
    examples: [{ name: 'TOKEN', value: ENCRYPTED }],
  },
};

/** Wrappers that hand out secrets, or hide them. */
export const secretWrappers: Things = {
  'credentials-binding': {
    description: 'Gives credentials to the steps as variables. The log does not show their values.',
    short: 'bindings',
    fields: {
      bindings: list('The credentials.', {
        of: 'JobBinding',
        required: true,
        minItems: 1,
        examples: [[{ text: { credentials: 'api-token', variable: 'API_TOKEN' } }]],
        since: SINCE,
      }),
    },
    examples: [{ bindings: [{ text: { credentials: 'api-token', variable: 'API_TOKEN' } }] }],
  },
  'ssh-agent': {
    description: 'Runs an ssh-agent with keys during the build.',
    short: 'credentials',
    fields: {
      credentials: texts('Ids of credentials with SSH keys.', {
        required: true,
        minItems: 1,
        examples: [['deploy-key']],
        since: SINCE,
        refers: 'credentials',
      }),
      ignore_missing: flag('Whether the build goes on without a key that is not there.', off),
    },
    examples: [{ credentials: ['deploy-key'] }],
  },
  'mask-passwords': {
    description: 'Hides values of password parameters and global passwords in the log.',
    fields: {
      passwords: list('More variables whose values are hidden.', {
        of: 'MaskedPassword',
        without: 'none',
        examples: [[{ name: 'TOKEN', value: ENCRYPTED }]],
        since: SINCE,
      }),
      regexes: texts('Regular expressions of Java; what matches in the log is hidden.', {
        without: 'none',
        examples: [['AKIA[0-9A-Z]{16}']],
        since: SINCE,
        refers: 'regex',
      }),
    },
    examples: [{}],
  },
  'inject-passwords': {
    description: 'Gives passwords of the settings of Jenkins to the steps as variables.',
    fields: {
      global: flag('Whether the global passwords are given.', off),
      mask_password_params: flag('Whether values of password parameters are hidden in the log.', {
        default: true,
        examples: [false],
        since: SINCE,
      }),
      job_passwords: list('Passwords of the job alone.', {
        of: 'MaskedPassword',
        without: 'none',
        examples: [[{ name: 'TOKEN', value: ENCRYPTED }]],
        since: SINCE,
      }),
    },
    examples: [{ global: true }],
  },
};
