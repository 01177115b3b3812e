import { choice, type Field, flag, list, text } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { family, SINCE as since } from '../family.ts';
import {
  checkoutFields,
  discoveryFields,
  filterFields,
  strategyFields,
  toggle,
} from './branch-behaviours.ts';
import {
  bitbucketFields,
  gerritFields,
  gitForgeFields,
  githubFields,
  gitlabFields,
} from './forge-behaviours.ts';

/** What every source has at its end. */
const common = {
  ...filterFields,
  ...strategyFields,
  ...checkoutFields,
  display_naming: choice('How the jobs of branches and pull requests are called on pages.', {
    values: {
      name: 'By the name of the branch, or the number of the pull request.',
      title: 'By the title of the pull request.',
      both: 'By both.',
    },
    without: 'by the name',
    examples: ['title'],
    since,
  }),
  id: text(
    'By which Jenkins knows the source; where it changes, the branches count as new and lose their builds.',
    { without: 'made of the repository', examples: ['shop-web'], minLength: 1, since },
  ),
} satisfies Readonly<Record<string, Field>>;

/** Where a multibranch pipeline finds its branches. */
export const sources: Definitions = family('Source', 'A repository whose branches get a job each.', {
  git: {
    description: 'Branches of a git repository, of whatever server.',
    fields: {
      url: text('URL of the repository.', {
        required: true,
        examples: ['git@git.example.com:shop/web.git'],
        minLength: 1,
        since,
      }),
      credentials: text('Id of the credential for the repository.', {
        without: 'none',
        examples: ['deploy-key'],
        refers: 'credentials',
        minLength: 1,
        since,
      }),
      discover_branches: flag('Finds branches.', { default: true, examples: [false], since }),
      discover_tags: discoveryFields.discover_tags,
      discover_other_refs: list('Refs beside branches and tags that are found.', {
        of: 'OtherRefs',
        without: 'none',
        examples: [[{ ref: 'changes/*/1', name_mapping: 'change-@{1}' }]],
        since,
      }),
      ignore_on_push_notifications: toggle('Looks for changes at a scan only, not when a push is told of.'),
      ...common,
    },
    short: 'url',
    examples: [{ url: 'git@git.example.com:shop/web.git', credentials: 'deploy-key' }],
  },
  github: {
    description: 'Branches and pull requests of a repository on GitHub.',
    fields: {
      repo_owner: text('Organization or account that the repository is of.', {
        required: true,
        examples: ['shop'],
        minLength: 1,
        since,
      }),
      repo: text('Name of the repository.', { required: true, examples: ['web'], minLength: 1, since }),
      ...gitForgeFields,
      ...githubFields,
      ...common,
    },
    examples: [{ repo_owner: 'shop', repo: 'web', credentials: 'github-app' }],
  },
  gitlab: {
    description: 'Branches and merge requests of a project on GitLab.',
    fields: {
      project: text('Path of the project, with its groups.', {
        required: true,
        examples: ['shop/web'],
        minLength: 1,
        since,
      }),
      owner: text('Group or account that the project is of.', {
        without: 'the path of the project up to its last `/`',
        examples: ['shop'],
        minLength: 1,
        since,
      }),
      ...gitForgeFields,
      ...gitlabFields,
      ...common,
    },
    examples: [{ project: 'shop/web', credentials: 'gitlab-token' }],
  },
  bitbucket: {
    description: 'Branches and pull requests of a repository on Bitbucket, in the cloud or a data centre.',
    fields: {
      repo_owner: text('Workspace, project or account that the repository is of.', {
        required: true,
        examples: ['SHOP'],
        minLength: 1,
        since,
      }),
      repo: text('Name of the repository.', { required: true, examples: ['web'], minLength: 1, since }),
      ...gitForgeFields,
      ...bitbucketFields,
      ...common,
    },
    examples: [{ repo_owner: 'SHOP', repo: 'web', credentials: 'bitbucket-token' }],
  },
  gerrit: {
    description: 'Branches and open changes of a project on Gerrit, by the Gerrit Code Review plugin.',
    fields: {
      url: text('URL of the project.', {
        required: true,
        examples: ['https://review.example.com/a/shop/web'],
        minLength: 1,
        since,
      }),
      credentials: text('Id of the credential for Gerrit.', {
        without: 'none',
        examples: ['gerrit-http'],
        refers: 'credentials',
        minLength: 1,
        since,
      }),
      insecure_https: toggle('Takes any certificate of the server.'),
      ...gerritFields,
      ...common,
    },
    short: 'url',
    examples: [{ url: 'https://review.example.com/a/shop/web', credentials: 'gerrit-http' }],
  },
});

/** What sources hold. */
export const sourceParts: Definitions = {
  OtherRefs: {
    description: 'Refs beside branches and tags.',
    fields: {
      ref: text('Pattern of the refs behind `refs/`; `*` stands for any characters.', {
        required: true,
        examples: ['changes/*/1'],
        minLength: 1,
        since,
      }),
      name_mapping: text('Name of the job; `@{1}` stands for what the first `*` matched.', {
        without: 'made of the ref',
        examples: ['change-@{1}'],
        minLength: 1,
        since,
      }),
    },
    examples: [{ ref: 'changes/*/1', name_mapping: 'change-@{1}' }],
  },
};
