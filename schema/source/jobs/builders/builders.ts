import { text } from '../../fields.ts';
import { family, SINCE } from '../family.ts';

/** A build step of a job: exactly one thing. */
export const builders = family('Builder', 'A build step of a job: exactly one thing.', {
  shell: {
    description: 'Runs a shell script.',
    short: 'command',
    fields: {
      command: text(
        'The script. Without a first line that begins with `#!`, the shell of Jenkins runs it with `-xe`.',
        {
          required: true,
          minLength: 1,
          examples: ['make test'],
          since: SINCE,
          secret: true,
        },
      ),
    },
    examples: [{ command: 'make test' }],
  },
});
