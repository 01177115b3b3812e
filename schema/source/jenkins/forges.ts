import { choice, port, text } from '../fields.ts';
import type { Definitions } from '../spec-file.ts';

/** Servers that repositories are on. */
export const forges: Definitions = {
  Forge: {
    description:
      'A server that repositories are on. The plugins of its type know it by its name, or by its URL.',
    fields: {
      name: text('Name of the server, which `pull_requests` refer to.', {
        minLength: 1,
        required: true,
        examples: ['company-gitlab'],
        names: 'server',
        since: '0.1.0',
      }),
      type: choice('What the server is.', {
        values: {
          github: 'A GitHub Enterprise server.',
          gitlab: 'A GitLab server.',
          bitbucket: 'A Bitbucket Data Center.',
          gerrit: 'A Gerrit server.',
        },
        required: true,
        examples: ['gitlab'],
        since: '0.1.0',
      }),
      url: text('URL of the server, as people open it.', {
        minLength: 1,
        required: true,
        examples: ['https://gitlab.example.com'],
        since: '0.1.0',
      }),
      credentials: text(
        'Id of the credential of jenkins.bitesize for the API of the server. GitLab: a secret text with a personal access token of the scope `api`, which also registers webhooks. GitHub and Bitbucket: what `pull_requests` use that name none. Gerrit: an ssh key, with which Jenkins reads the stream of events and votes.',
        { minLength: 1, without: 'none', examples: ['gitlab-api'], refers: 'credentials', since: '0.1.0' },
      ),
      port: port('Port of SSH, for `gerrit`.', { default: 29418, examples: [30022], since: '0.1.0' }),
      user: text('Name of the account of Jenkins, for `gerrit`.', {
        minLength: 1,
        without: 'the user name of the credential',
        examples: ['jenkins'],
        since: '0.1.0',
      }),
      email: text(
        'Mail address of the account of Jenkins, for `gerrit`, whose own comments start no builds.',
        {
          without: 'none',
          examples: ['jenkins@example.com'],
          since: '0.1.0',
        },
      ),
    },
    examples: [
      {
        name: 'company-gitlab',
        type: 'gitlab',
        url: 'https://gitlab.example.com',
        credentials: 'gitlab-api',
      },
    ],
  },
};
