import { type Field, list, part, text, texts } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { family, SINCE, type Things } from '../family.ts';
import { gitBrowsers } from './browsers.ts';
import { gitExtensions } from './git-extensions.ts';

const remote: Readonly<Record<string, Field>> = {
  url: text('Address of the repository.', {
    required: true,
    minLength: 1,
    examples: ['https://github.com/example/shop.git'],
    since: SINCE,
  }),
  credentials: text('Id of the credential to fetch with.', {
    without: 'none',
    examples: ['shop-deploy-key'],
    since: SINCE,
    refers: 'credentials',
  }),
  name: text('Name of the remote.', {
    without: '`origin`; further ones are counted: `origin1`',
    examples: ['upstream'],
    since: SINCE,
  }),
  refspec: text('What is fetched from it.', {
    without: 'all branches',
    examples: ['+refs/pull/*:refs/remotes/origin/pr/*'],
    since: SINCE,
  }),
};

/** The checkout of git. */
export const gitScm: Things = {
  git: {
    description: 'A git repository.',
    short: 'url',
    fields: {
      ...remote,
      remotes: list('Repositories that are fetched beside it.', {
        of: 'GitRemoteScm',
        without: 'none',
        examples: [[{ url: 'https://github.com/alice/shop.git', name: 'alice' }]],
        since: SINCE,
      }),
      branches: texts(
        'What is built: branches with or without their remote, patterns, tags, commits or variables.',
        {
          default: ['**'],
          examples: ['main', ['*/main', 'origin/release-*']],
          since: SINCE,
        },
      ),
      extensions: list('What else the checkout does, in its order.', {
        of: 'JobGitExtension',
        without: 'nothing',
        examples: [['wipe-out-workspace', { 'clone-options': { shallow: true } }]],
        since: SINCE,
      }),
      browser: part('JobGitBrowser', 'The web page that shows changes.', {
        without: 'the one that Jenkins guesses from the address',
        examples: [{ github: 'https://github.com/example/shop/' }],
        since: SINCE,
      }),
      git_tool: text('Name of the git that is used: one of the tools of Jenkins, or `jgit`.', {
        default: 'Default',
        examples: ['jgit'],
        since: SINCE,
      }),
    },
    examples: [{ url: 'https://github.com/example/shop.git', branches: ['main'] }],
  },
};

/** What the checkout of git is made of. */
export const gitParts: Definitions = {
  GitRemoteScm: {
    description: 'A further repository of a checkout.',
    fields: remote,
    examples: [{ url: 'https://github.com/alice/shop.git', name: 'alice' }],
  },
  ...family('GitExtension', 'What else a checkout of git does: exactly one thing.', gitExtensions),
  ...family('GitBrowser', 'A web page that shows a git repository: exactly one.', gitBrowsers),
};
