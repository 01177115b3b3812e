import { flag, text, texts } from '../../fields.ts';
import { SINCE, type Things } from '../family.ts';
import { named } from './named.ts';

const trim = flag('Whether blanks at both ends of what somebody writes are cut off.', {
  default: false,
  examples: [true],
  since: SINCE,
});

/** Parameters that somebody fills in. */
export const simpleParameters: Things = {
  string: {
    description: 'A text of one line.',
    short: 'name',
    fields: named('BRANCH', {
      default: text('The value that is there before somebody writes another one.', {
        default: '',
        examples: ['main'],
        since: SINCE,
      }),
      trim,
    }),
    examples: [{ name: 'BRANCH', default: 'main', description: 'The branch to build.' }],
  },
  text: {
    description: 'A text of several lines.',
    short: 'name',
    fields: named('NOTES', {
      default: text('The text that is there before somebody writes another one.', {
        default: '',
        examples: ['No changes.'],
        since: SINCE,
      }),
      trim,
    }),
    examples: [{ name: 'NOTES', description: 'What the release brings.' }],
  },
  bool: {
    description: 'A check box. The variable is `true` or `false`.',
    short: 'name',
    fields: named('CLEAN', {
      default: flag('Whether it is checked before somebody changes it.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
    }),
    examples: [{ name: 'CLEAN', default: true, description: 'Whether to build from scratch.' }],
  },
  choice: {
    description: 'One of several texts, from a list.',
    fields: named('TARGET', {
      choices: texts('The texts. The first one is chosen unless somebody chooses another one.', {
        required: true,
        minItems: 1,
        examples: [['staging', 'production']],
        since: SINCE,
      }),
    }),
    examples: [{ name: 'TARGET', choices: ['staging', 'production'] }],
  },
  password: {
    description: 'A text that is not shown. Jenkins keeps it, encrypted, with each build.',
    short: 'name',
    fields: named('PASSPHRASE', {
      default: text(
        'The password of builds for which nobody writes one. It stands in the configuration as it is until Jenkins saves it.',
        { without: 'empty', examples: ['changeit'], since: SINCE, secret: true },
      ),
    }),
    examples: [{ name: 'PASSPHRASE', description: 'Opens the signing key.' }],
  },
  'non-stored-password': {
    description:
      'A text that is not shown, and that Jenkins does not keep with the build, by Mask Passwords.',
    short: 'name',
    fields: named('ONE_TIME_CODE'),
    examples: [{ name: 'ONE_TIME_CODE', description: 'The code of the authenticator.' }],
  },
  file: {
    description: 'A file that somebody uploads. It stands in the workspace, at the path that is its name.',
    short: 'name',
    fields: named('input/data.csv'),
    examples: [{ name: 'input/data.csv', description: 'The table to import.' }],
  },
  hidden: {
    description: 'A text that nobody is asked for; other jobs and requests can give it, by Hidden Parameter.',
    short: 'name',
    fields: named('CALLER', {
      default: text('The value where nothing gives another one.', {
        default: '',
        examples: ['nightly'],
        since: SINCE,
      }),
    }),
    examples: [{ name: 'CALLER', default: 'nightly' }],
  },
  'random-string': {
    description:
      'A text that is another one for each build, so that builds in the queue are not taken for the same, by Random String Parameter.',
    short: 'name',
    fields: named('UNIQUE_ID', {
      message: text(
        'What Jenkins says of a text that is too short or has other characters than `A-Za-z0-9_,-`.',
        {
          default: '',
          examples: ['At least eight letters or digits.'],
          since: SINCE,
        },
      ),
    }),
    examples: [{ name: 'UNIQUE_ID' }],
  },
  'validating-string': {
    description: 'A text that has to match a regular expression, by Validating String Parameter.',
    fields: named('VERSION', {
      regex: text('Regular expression of Java, for the whole text.', {
        required: true,
        minLength: 1,
        examples: ['[0-9]+[.][0-9]+[.][0-9]+'],
        since: SINCE,
        refers: 'regex',
      }),
      message: text('What Jenkins says of a text that does not match.', {
        default: '',
        examples: ['Three numbers with points between them.'],
        since: SINCE,
      }),
      default: text('The value that is there before somebody writes another one.', {
        default: '',
        examples: ['1.0.0'],
        since: SINCE,
      }),
    }),
    examples: [
      {
        name: 'VERSION',
        regex: '[0-9]+[.][0-9]+[.][0-9]+',
        message: 'Three numbers with points between them.',
      },
    ],
  },
};
