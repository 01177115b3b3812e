import { text } from '../../fields.ts';
import { family, SINCE } from '../family.ts';

/** Where the source of a job is: exactly one thing. */
export const scms = family('Scm', 'Where the source of a job is: exactly one thing.', {
  git: {
    description: 'A git repository.',
    short: 'url',
    fields: {
      url: text('Address of the repository.', {
        required: true,
        minLength: 1,
        examples: ['https://github.com/example/shop.git'],
        since: SINCE,
      }),
      branch: text('The branch; patterns are allowed.', { default: '', examples: ['main'], since: SINCE }),
      credentials: text('Id of the credential.', {
        default: '',
        examples: ['git-key'],
        since: SINCE,
        refers: 'credentials',
      }),
    },
    examples: [{ url: 'https://github.com/example/shop.git', branch: 'main' }],
  },
});
