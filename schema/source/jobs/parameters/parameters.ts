import { text } from '../../fields.ts';
import { family, SINCE } from '../family.ts';

/** A parameter of a job: exactly one thing. */
export const parameters = family('Parameter', 'A parameter of a job: exactly one thing.', {
  string: {
    description: 'A text.',
    fields: {
      name: text('Name of the parameter.', {
        required: true,
        minLength: 1,
        examples: ['VERSION'],
        since: SINCE,
      }),
      default: text('The value that is there before somebody writes another one.', {
        default: '',
        examples: ['1.0'],
        since: SINCE,
      }),
      description: text('What it is for.', { default: '', examples: ['What is built.'], since: SINCE }),
    },
    examples: [{ name: 'VERSION', default: '1.0' }],
  },
});
