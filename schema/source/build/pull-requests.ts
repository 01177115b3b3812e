import { choice, text, texts } from '../fields.ts';
import { patterns } from '../patterns.ts';
import type { Definitions } from '../spec-file.ts';

/** What is built before it is merged. */
export const pullRequests: Definitions = {
  PullRequests: {
    description:
      'How pull requests are built: the steps of the component run on the merge with the target, nothing is published, and the forge gets the result.',
    fields: {
      forks: choice(
        'What happens to pull requests of forks, whose code is of people who may not write to the repository.',
        {
          values: {
            'no-secrets':
              'They are built in a pod without secrets, credentials, caches and rights, and never deployed.',
            ignore: 'They are not built.',
            secrets:
              'They are built like those of branches. Refused where a secret is in reach: whoever opens a pull request could read it.',
          },
          default: 'no-secrets',
          examples: ['ignore'],
          since: '0.1.0',
        },
      ),
      credentials: text(
        'Id of a credential of jenkins.bitesize for the API of the forge: it finds the pull requests and reports results. For GitHub a user name with a token as the password; for GitLab the one of `forges` is used for reports, and this one for a checkout by HTTPS; Gerrit needs none.',
        {
          minLength: 1,
          without: 'the `credentials` of the server',
          examples: ['github-api'],
          refers: 'credentials',
          since: '0.1.0',
        },
      ),
      server: text('Name of the server, one of `forges` in jenkins.bitesize.', {
        minLength: 1,
        without: 'the one of `forges` on the host of the repository; github.com and bitbucket.org need none',
        examples: ['company-gitlab'],
        refers: 'server',
        since: '0.1.0',
      }),
      marker: text(
        'Path of a file that every branch has. Pull requests of branches without it are not built; Jenkins finds them by it.',
        {
          pattern: patterns.repositoryPath,
          without:
            'the Dockerfile of the application that is built of the component; required where there is none',
          examples: ['package.json'],
          since: '0.1.0',
        },
      ),
      secrets: texts(
        "Ids of credentials of the component's `env` that builds of the repository's own branches get. Other variables of credentials are empty in pull requests.",
        { default: [], examples: [['npm-token']], refers: 'bound-credentials', since: '0.1.0' },
      ),
      environment: text(
        'Environment of environments.bitesize that pull requests of the own branches are deployed to and tested in, one at a time. It is then no part of the promotion.',
        {
          minLength: 1,
          without: 'checks only',
          examples: ['Preview'],
          refers: 'environment',
          since: '0.1.0',
        },
      ),
    },
    examples: [{ credentials: 'github-api', marker: 'package.json' }],
    snippets: [
      {
        label: 'pull_requests',
        description: 'Checks of pull requests',
        body: { credentials: '${1:github-api}', marker: '${2:package.json}' },
      },
    ],
  },
};
