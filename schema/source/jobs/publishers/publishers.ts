import { text } from '../../fields.ts';
import { family, SINCE } from '../family.ts';

/** What a job does after its build: exactly one thing. */
export const publishers = family('Publisher', 'What a job does after its build: exactly one thing.', {
  fingerprint: {
    description: 'Records fingerprints of files.',
    short: 'files',
    fields: {
      files: text('Ant patterns of the files, separated by commas.', {
        required: true,
        minLength: 1,
        examples: ['dist/*.tar.gz'],
        since: SINCE,
      }),
    },
    examples: [{ files: 'dist/*.tar.gz' }],
  },
});
