import { text } from '../../fields.ts';
import { family, SINCE } from '../family.ts';

/** What starts a job: exactly one thing. */
export const triggers = family('Trigger', 'What starts a job: exactly one thing.', {
  timed: {
    description: 'Builds by a schedule.',
    short: 'schedule',
    fields: {
      schedule: text("Times in Jenkins' cron syntax, with `H`.", {
        required: true,
        minLength: 1,
        examples: ['H 3 * * *'],
        since: SINCE,
        refers: 'schedule',
      }),
    },
    examples: [{ schedule: 'H 3 * * *' }],
  },
});
