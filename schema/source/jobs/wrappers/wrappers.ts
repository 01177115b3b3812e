import { text } from '../../fields.ts';
import { family, SINCE } from '../family.ts';

/** What surrounds the build of a job: exactly one thing. */
export const wrappers = family('Wrapper', 'What surrounds the build of a job: exactly one thing.', {
  timestamps: {
    description: 'Writes the time before each line of the log.',
    fields: {},
    examples: [{}],
  },
  'build-name': {
    description: 'Names the builds.',
    short: 'name',
    fields: {
      name: text('The name; variables of the build are filled in.', {
        required: true,
        minLength: 1,
        examples: ['#$BUILD_NUMBER'],
        since: SINCE,
      }),
    },
    examples: [{ name: '#$BUILD_NUMBER' }],
  },
});
