import { choice, type Field, flag, text } from '../fields.ts';
import type { ObjectSource } from '../spec-file.ts';
import { SINCE } from './family.ts';

/** Returns the object of a Groovy script that Jenkins runs by Script Security. */
export function groovyScript(example: string): ObjectSource {
  return {
    description: 'A Groovy script that Jenkins itself runs.',
    short: 'script',
    fields: {
      script: text('The script.', {
        required: true,
        minLength: 1,
        examples: [example],
        since: SINCE,
        secret: true,
      }),
      sandbox: flag(
        'Whether it runs in the sandbox. With `false` it has all the rights of Jenkins, and an administrator has to approve it.',
        { default: true, examples: [false], since: SINCE },
      ),
      allow: allowance('a script outside the sandbox is refused'),
    },
    examples: [{ script: example }],
  };
}

/** The word that lets a script run in Jenkins itself, without a sandbox. It has to be written. */
export const allowController = choice(
  'That the script may run in Jenkins itself, outside of any sandbox: whoever can change the spec can then do everything there.',
  {
    required: true,
    values: { controller: 'The script runs in Jenkins itself, with all its rights.' },
    examples: ['controller'],
    since: SINCE,
  },
);

/** Returns the word that lets scripts run in Jenkins itself, outside the sandbox, where there may be such scripts. */
export function allowance(refused: string): Field {
  return choice(`The word without which ${refused}.`, {
    without: 'no script runs outside the sandbox',
    values: {
      controller: 'Scripts may do everything that Jenkins can; an administrator has to approve them.',
    },
    examples: ['controller'],
    since: SINCE,
  });
}

/** What is refused in XML without the word. */
export const XML_SCRIPTS = 'an element whose script runs in Jenkins outside the sandbox is refused';
