import { family } from '../family.ts';

/** A property of a job: exactly one thing. */
export const properties = family('Property', 'A property of a job: exactly one thing.', {
  'disable-concurrent': {
    description: 'One build at a time.',
    fields: {},
    examples: [{}],
  },
});
