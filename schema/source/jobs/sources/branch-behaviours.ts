import { choice, type Field, flag, integer, list, part, text, texts } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { SINCE as since } from '../family.ts';

/** Returns a field that is off unless it is switched on. */
export function toggle(description: string): Field {
  return flag(description, { default: false, examples: [true], since });
}

/** Which heads are found of all that a source has: the same for every source. */
export const filterFields = {
  includes: texts(
    'Patterns of the names of branches that are looked at; `*` stands for any characters. Jenkins looks at all without it.',
    { without: 'all', examples: [['main', 'release/*']], since },
  ),
  excludes: texts('Patterns of the names of branches that are left out, even where `includes` names them.', {
    without: 'none',
    examples: [['tmp/*']],
    since,
  }),
  head_filter_regex: text(
    'Java regular expression that the whole name of a branch, tag or pull request must match.',
    { without: 'all', examples: ['(main|release/.*|PR-.*)'], refers: 'regex', minLength: 1, since },
  ),
  head_pr_filter_behaviors: list(
    'Filters that look at the branch that a pull request goes to or comes from, by the SCM Filter Branch PR plugin.',
    {
      of: 'JobHeadFilter',
      without: 'none',
      examples: [[{ 'head-pr-destined-regex': { branch_regexp: 'main|release/.*' } }]],
      since,
    },
  ),
} satisfies Readonly<Record<string, Field>>;

/** How git checks a head out: the same for every source, since all of them are git repositories. */
export const checkoutFields = {
  clean: part('CleanCheckout', 'Removes what git does not know from the workspace.', {
    without: 'nothing is removed',
    examples: [{ before: true, remove_stale_nested_repos: true }],
    since,
  }),
  clone: part('CloneBehaviour', 'How the repository is cloned.', {
    without: 'the whole history, with tags',
    examples: [{ shallow: true, depth: 50, no_tags: true }],
    since,
  }),
  submodule: part('SubmoduleBehaviour', 'How submodules are checked out.', {
    without: 'only those of the repository itself',
    examples: [{ recursive: true, parent_credentials: true }],
    since,
  }),
  checkout_timeout: integer('Minutes that a checkout may take.', {
    without: '10',
    examples: [30],
    minimum: 1,
    since,
  }),
  sparse_checkout: texts('Paths that are checked out, instead of all.', {
    without: 'all',
    examples: [['services/web', 'shared']],
    since,
  }),
  refspecs: texts('Refspecs that are fetched; `@{remote}` stands for the name of the remote.', {
    without: 'those of all branches',
    examples: [['+refs/heads/*:refs/remotes/@{remote}/*']],
    since,
  }),
  remote_name: text('Name of the remote.', {
    without: 'origin',
    examples: ['upstream'],
    minLength: 1,
    since,
  }),
  git_tool: text('Name of the git installation of Jenkins.', {
    without: 'the default one',
    examples: ['jgit'],
    minLength: 1,
    since,
  }),
  user_identity: part('UserIdentityBehaviour', 'Who the author and committer of commits of a build is.', {
    without: 'what git is set up with',
    examples: [{ name: 'Jenkins', email: 'jenkins@example.com' }],
    since,
  }),
  lfs_pull: toggle('Pulls the files of Git LFS after the checkout.'),
  local_branch: toggle('Checks out a local branch of the same name, instead of a detached head.'),
  prune: toggle('Removes remote branches from the workspace that are gone in the repository.'),
  prune_tags: toggle('Removes tags from the workspace that are gone in the repository.'),
  wipe_workspace: toggle('Deletes the whole workspace and clones anew before each build.'),
  use_author: toggle('Names the author of a commit in the list of changes, instead of the committer.'),
  first_build_changelog: toggle('Lists the latest change in the first build of a branch, too.'),
} satisfies Readonly<Record<string, Field>>;

/** When a found head is built, and what its job is like: the same for every source. */
export const strategyFields = {
  build_strategies: list(
    'When a head is built that was found or has changed, by the Basic Branch Build Strategies plugin; one that matches is enough. Jenkins builds all but tags without it.',
    {
      of: 'JobBuildStrategy',
      without: 'branches and pull requests',
      examples: [['regular-branches', { tags: { ignore_tags_older_than: 7 } }]],
      since,
    },
  ),
  property_strategies: part(
    'PropertyStrategies',
    'Properties of the jobs of the branches, of all or of some by their names.',
    {
      without: 'none',
      examples: [{ all_branches: [{ 'durability-hint': 'performance-optimized' }] }],
      since,
    },
  ),
} satisfies Readonly<Record<string, Field>>;

/** Behaviours that several things of git forges share. */
export const discoveryFields = {
  discover_branch: choice('Which branches are found.', {
    values: {
      'no-pr': 'Branches that no pull request is filed for.',
      'only-pr': 'Branches that a pull request is filed for.',
      all: 'All branches.',
      none: 'No branch.',
    },
    default: 'no-pr',
    examples: ['all'],
    since,
  }),
  discover_pr_origin: choice('What is built of pull requests whose branch is in the repository itself.', {
    values: {
      'merge-current': 'The pull request merged with its target branch.',
      current: 'The pull request as it is.',
      both: 'Both, in a job each.',
      none: 'Nothing: they are not found.',
    },
    default: 'merge-current',
    examples: ['both'],
    since,
  }),
  discover_pr_forks_strategy: choice(
    'What is built of pull requests that come from forks: anybody can file one where the repository is public, and its code runs on your agents.',
    {
      values: {
        'merge-current': 'The pull request merged with its target branch.',
        current: 'The pull request as it is.',
        both: 'Both, in a job each.',
        none: 'Nothing: they are not found.',
      },
      default: 'none',
      examples: ['merge-current'],
      since,
    },
  ),
  discover_tags: toggle('Finds tags, too; they are built by hand or by `build_strategies`.'),
} satisfies Readonly<Record<string, Field>>;

/** What the behaviours hold. */
export const branchBehaviours: Definitions = {
  CleanCheckout: {
    description: 'When the workspace is cleaned.',
    fields: {
      before: toggle('Cleans before the checkout.'),
      after: toggle('Cleans after the checkout.'),
      remove_stale_nested_repos: toggle('Removes folders with a repository of their own, too.'),
    },
    examples: [{ before: true }],
  },
  CloneBehaviour: {
    description: 'How a repository is cloned.',
    fields: {
      shallow: toggle('Fetches the latest commits only.'),
      depth: integer('How many commits a shallow clone has.', { default: 0, examples: [50], since }),
      no_tags: toggle('Fetches no tags.'),
      honor_refspec: toggle('Fetches only what the refspecs name with the first clone, too.'),
      reference: text('Folder of a repository on the agent from which objects are borrowed.', {
        without: 'none',
        examples: ['/var/cache/git/shop.git'],
        since,
      }),
      timeout: integer('Minutes that clone and fetch may take.', {
        without: '10',
        examples: [30],
        minimum: 1,
        since,
      }),
    },
    examples: [{ shallow: true, depth: 50 }],
  },
  SubmoduleBehaviour: {
    description: 'How submodules are checked out.',
    fields: {
      disable: toggle('Checks out no submodules.'),
      recursive: toggle('Checks out the submodules of submodules, too.'),
      tracking: toggle('Takes the latest commit of the branch that `.gitmodules` names.'),
      parent_credentials: toggle('Uses the credential of the repository.'),
      reference: text('Folder of a repository on the agent from which objects are borrowed.', {
        without: 'none',
        examples: ['/var/cache/git/modules.git'],
        since,
      }),
      timeout: integer('Minutes that an update of the submodules may take.', {
        without: '10',
        examples: [30],
        minimum: 1,
        since,
      }),
      shallow: toggle('Fetches the latest commits only.'),
      depth: integer('How many commits a shallow clone has.', {
        without: '1',
        examples: [5],
        minimum: 1,
        since,
      }),
      threads: integer('How many submodules are updated at a time.', {
        without: '1',
        examples: [4],
        minimum: 1,
        since,
      }),
    },
    examples: [{ recursive: true }],
  },
  UserIdentityBehaviour: {
    description: 'Who commits.',
    fields: {
      name: text('Name of the author and committer.', {
        required: true,
        examples: ['Jenkins'],
        minLength: 1,
        since,
      }),
      email: text('Mail address of the author and committer.', {
        required: true,
        examples: ['jenkins@example.com'],
        minLength: 1,
        since,
      }),
    },
    examples: [{ name: 'Jenkins', email: 'jenkins@example.com' }],
  },
  SshCheckout: {
    description: 'Checks out by SSH, instead of HTTPS.',
    fields: {
      credentials: text('Id of the credential with the private key.', {
        without: 'the key of the agent',
        examples: ['deploy-key'],
        refers: 'credentials',
        minLength: 1,
        since,
      }),
    },
    short: 'credentials',
    examples: [{ credentials: 'deploy-key' }],
  },
};
