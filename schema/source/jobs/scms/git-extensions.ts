import { choice, type Field, flag, integer, text, texts } from '../../fields.ts';
import { SINCE, type Things } from '../family.ts';

const stale: Readonly<Record<string, Field>> = {
  remove_stale_nested_repos: flag('Whether folders that are repositories themselves are removed, too.', {
    default: false,
    examples: [true],
    since: SINCE,
  }),
};

const reference = text('Folder of a repository on the agent to borrow objects from.', {
  default: '',
  examples: ['/var/cache/git/shop.git'],
  since: SINCE,
});

const minutes = integer('After how many minutes git is stopped.', {
  without: '10 minutes',
  examples: [30],
  since: SINCE,
  minimum: 1,
});

/** What else a checkout of git does; every extension that the plugin has. */
export const gitExtensions: Things = {
  'author-in-changelog': {
    description: 'Changes are shown with their author instead of their committer.',
    fields: {},
    examples: [{}],
  },
  'build-single-revision': {
    description: 'One build for all branches that have changed, of one of them.',
    fields: {},
    examples: [{}],
  },
  'changelog-to-branch': {
    description: 'Changes are those since a branch, not since the last build.',
    fields: {
      remote: text('Name of the remote.', { default: 'origin', examples: ['upstream'], since: SINCE }),
      branch: text('Name of the branch.', { required: true, minLength: 1, examples: ['main'], since: SINCE }),
    },
    short: 'branch',
    examples: [{ branch: 'main' }],
  },
  'checkout-options': {
    description: 'How long the checkout may take.',
    short: 'timeout',
    fields: {
      timeout: integer('After how many minutes it is stopped.', {
        required: true,
        examples: [30],
        since: SINCE,
        minimum: 1,
      }),
    },
    examples: [{ timeout: 30 }],
  },
  'choosing-strategy': {
    description: 'Which revisions are built.',
    short: 'strategy',
    fields: {
      strategy: choice('How they are chosen.', {
        required: true,
        values: {
          default: 'The branches that are asked for.',
          inverse: 'All branches but those that are asked for.',
          ancestry: 'Branches that are young enough, and have a commit in them.',
          gerrit: 'The change that started the build, by Gerrit Trigger.',
        },
        examples: ['gerrit'],
        since: SINCE,
      }),
      maximum_age: integer('Greatest age of a commit in days, for `ancestry`.', {
        without: 'any age',
        examples: [14],
        since: SINCE,
        minimum: 1,
      }),
      ancestor_sha1: text('The commit that has to be in a branch, for `ancestry`.', {
        without: 'any branch',
        examples: ['4f1c2b9d0e8a7c6b5a493827160f5e4d3c2b1a09'],
        since: SINCE,
      }),
    },
    examples: [{ strategy: 'ancestry', maximum_age: 14 }],
  },
  'clean-after-checkout': {
    description: 'Files that are not in the repository are removed after each checkout.',
    fields: stale,
    examples: [{ remove_stale_nested_repos: true }],
  },
  'clean-before-checkout': {
    description: 'Files that are not in the repository are removed before each checkout.',
    fields: stale,
    examples: [{ remove_stale_nested_repos: true }],
  },
  'clone-options': {
    description: 'How the repository is cloned and fetched.',
    fields: {
      shallow: flag('Whether only the last commits are fetched.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
      depth: integer('How many commits, for `shallow`.', {
        without: 'one',
        examples: [50],
        since: SINCE,
        minimum: 1,
      }),
      no_tags: flag('Whether no tags are fetched.', { default: false, examples: [true], since: SINCE }),
      honor_refspec: flag('Whether the first clone fetches only what the refspec says, too.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
      reference,
      timeout: minutes,
    },
    examples: [{ shallow: true, depth: 1, no_tags: true }],
  },
  'disable-remote-poll': {
    description: 'Changes are looked for in the workspace, not by `git ls-remote`.',
    fields: {},
    examples: [{}],
  },
  'first-build-changelog': {
    description: 'The first build has a list of changes, too.',
    fields: {},
    examples: [{}],
  },
  'ignore-notify-commit': {
    description: 'Notifications of pushes by `notifyCommit` do not start the job.',
    fields: {},
    examples: [{}],
  },
  'lfs-pull': {
    description: 'Files of Git LFS are fetched after the checkout.',
    fields: {},
    examples: [{}],
  },
  'local-branch': {
    description: 'A local branch is checked out, not a commit alone.',
    short: 'branch',
    fields: {
      branch: text('Its name; `**` is the name that the branch has in the repository.', {
        without: 'the name that the branch has in the repository',
        examples: ['main'],
        since: SINCE,
      }),
    },
    examples: [{ branch: 'main' }],
  },
  'merge-options': {
    description: 'Another branch is merged with what is checked out, before the build.',
    short: 'branch',
    fields: {
      remote: text('Name of the remote that has the branch.', {
        default: 'origin',
        examples: ['upstream'],
        since: SINCE,
      }),
      branch: text('Name of the branch.', { required: true, minLength: 1, examples: ['main'], since: SINCE }),
      strategy: choice('How it is merged.', {
        values: {
          default: 'As git does it.',
          resolve: 'By three-way merge.',
          recursive: 'By three-way merge that follows renames.',
          octopus: 'For more than two branches.',
          ours: 'The result is what is checked out.',
          subtree: 'As a folder of what is checked out.',
          recursive_theirs: 'As `recursive`; in conflicts the other branch wins.',
        },
        default: 'default',
        examples: ['recursive'],
        since: SINCE,
      }),
      fast_forward: choice('Whether a merge may move the branch only.', {
        values: {
          ff: 'It does where that is enough.',
          'ff-only': 'It has to; otherwise the build fails.',
          'no-ff': 'It never does.',
        },
        default: 'ff',
        examples: ['no-ff'],
        since: SINCE,
      }),
    },
    examples: [{ branch: 'main', fast_forward: 'no-ff' }],
  },
  'message-exclusion': {
    description: 'Commits with some messages start no build when Jenkins looks for changes.',
    short: 'message',
    fields: {
      message: text('Regular expression for the whole message.', {
        required: true,
        minLength: 1,
        examples: ['(?s).*\\[skip ci\\].*'],
        since: SINCE,
        refers: 'regex',
      }),
    },
    examples: [{ message: '(?s).*\\[skip ci\\].*' }],
  },
  'path-restriction': {
    description: 'Only changes of some files start a build when Jenkins looks for changes.',
    fields: {
      included: texts('Regular expressions of the paths that do.', {
        without: 'all paths do',
        examples: [['src/.*']],
        since: SINCE,
        refers: 'regex',
      }),
      excluded: texts('Regular expressions of the paths that do not.', {
        without: 'none',
        examples: [['docs/.*', '.*[.]md']],
        since: SINCE,
        refers: 'regex',
      }),
    },
    examples: [{ included: ['src/.*'], excluded: ['.*[.]md'] }],
  },
  'per-build-tag': {
    description: 'Each build makes a tag in the workspace.',
    fields: {},
    examples: [{}],
  },
  'prune-branches': {
    description: 'Branches of remotes that no longer exist there are forgotten.',
    fields: {},
    examples: [{}],
  },
  'prune-tags': {
    description: 'Tags that no longer exist in the repository are forgotten.',
    fields: {},
    examples: [{}],
  },
  'relative-target-directory': {
    description: 'The repository is checked out into a folder of the workspace.',
    short: 'directory',
    fields: {
      directory: text('The folder, relative to the workspace.', {
        required: true,
        minLength: 1,
        examples: ['src/shop'],
        since: SINCE,
      }),
    },
    examples: [{ directory: 'src/shop' }],
  },
  'scm-name': {
    description: 'A name for the checkout, where a job has several.',
    short: 'name',
    fields: {
      name: text('The name.', { required: true, minLength: 1, examples: ['shop'], since: SINCE }),
    },
    examples: [{ name: 'shop' }],
  },
  'sparse-checkout': {
    description: 'Only some folders are checked out.',
    short: 'paths',
    fields: {
      paths: texts('The folders.', {
        required: true,
        minItems: 1,
        examples: [['src', 'test']],
        since: SINCE,
      }),
    },
    examples: [{ paths: ['src', 'test'] }],
  },
  'submodule-options': {
    description: 'How submodules are checked out.',
    fields: {
      disable: flag('Whether they are not.', { default: false, examples: [true], since: SINCE }),
      recursive: flag('Whether submodules of submodules are, too.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
      tracking: flag('Whether the tip of the branch that `.gitmodules` names is taken, not the commit.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
      parent_credentials: flag('Whether they are fetched with the credential of the repository.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
      reference,
      timeout: minutes,
      shallow: flag('Whether only the last commits are fetched.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
      depth: integer('How many commits, for `shallow`.', {
        without: 'one',
        examples: [10],
        since: SINCE,
        minimum: 1,
      }),
      threads: integer('How many of them are fetched at once.', {
        without: 'one',
        examples: [4],
        since: SINCE,
        minimum: 1,
      }),
    },
    examples: [{ recursive: true, parent_credentials: true }],
  },
  'user-exclusion': {
    description: 'Commits of some users start no build when Jenkins looks for changes.',
    short: 'users',
    fields: {
      users: texts('Names of the users, as commits have them.', {
        required: true,
        minItems: 1,
        examples: [['release-bot']],
        since: SINCE,
      }),
    },
    examples: [{ users: ['release-bot'] }],
  },
  'user-identity': {
    description: 'Who the commits and tags are by that the build makes.',
    fields: {
      name: text('Name.', { required: true, minLength: 1, examples: ['Release Bot'], since: SINCE }),
      email: text('Mail address.', {
        required: true,
        minLength: 1,
        examples: ['release-bot@example.com'],
        since: SINCE,
      }),
    },
    examples: [{ name: 'Release Bot', email: 'release-bot@example.com' }],
  },
  'wipe-out-workspace': {
    description: 'The folder of the checkout is removed before each build, and cloned again.',
    fields: {},
    examples: [{}],
  },
};
