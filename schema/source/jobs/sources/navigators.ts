import { type Field, flag, text, texts } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { family, SINCE as since } from '../family.ts';
import { checkoutFields, filterFields, toggle } from './branch-behaviours.ts';
import {
  bitbucketFields,
  gerritFields,
  gitForgeFields,
  githubFields,
  gitlabFields,
} from './forge-behaviours.ts';

/** What every navigator has. */
const common = {
  repository_includes: texts('Patterns of the names of repositories that are looked at.', {
    without: 'all',
    examples: [['service-*']],
    since,
  }),
  repository_excludes: texts('Patterns of the names of repositories that are left out.', {
    without: 'none',
    examples: [['*-archive']],
    since,
  }),
  repository_regex: text('Java regular expression that the whole name of a repository must match.', {
    without: 'all',
    examples: ['(service|library)-.*'],
    refers: 'regex',
    minLength: 1,
    since,
  }),
  ...filterFields,
  ...checkoutFields,
} satisfies Readonly<Record<string, Field>>;

/** Where the folder of an organization finds repositories. */
export const navigators: Definitions = family(
  'Navigator',
  'An owner of repositories: each repository with a Jenkinsfile gets a multibranch pipeline.',
  {
    github: {
      description: 'Repositories of an organization or account on GitHub.',
      fields: {
        repo_owner: text('Name of the organization or account.', {
          required: true,
          examples: ['shop'],
          minLength: 1,
          since,
        }),
        topics: texts('Topics that a repository must have, all of them.', {
          without: 'any',
          examples: [['jenkins']],
          since,
        }),
        team: text('Slug of a team: only its repositories are looked at.', {
          without: 'all repositories',
          examples: ['backend'],
          minLength: 1,
          since,
        }),
        exclude_archived: toggle('Leaves out archived repositories.'),
        exclude_forked: toggle('Leaves out forks.'),
        exclude_private: toggle('Leaves out private repositories.'),
        exclude_public: toggle('Leaves out public repositories.'),
        enable_avatar: flag('Shows the picture of the organization.', {
          default: true,
          examples: [false],
          since,
        }),
        ...gitForgeFields,
        ...githubFields,
        ...common,
      },
      short: 'repo_owner',
      examples: [{ repo_owner: 'shop', credentials: 'github-app' }],
    },
    gitlab: {
      description: 'Projects of a group or account on GitLab.',
      fields: {
        group: text('Path of the group, or name of the account.', {
          required: true,
          examples: ['shop'],
          minLength: 1,
          since,
        }),
        subgroups: toggle('Looks at the projects of subgroups, too.'),
        shared_projects: toggle('Looks at projects that are shared with the group, too.'),
        exclude_archived: toggle('Leaves out archived projects.'),
        ...gitForgeFields,
        ...gitlabFields,
        ...common,
      },
      short: 'group',
      examples: [{ group: 'shop', subgroups: true, credentials: 'gitlab-token' }],
    },
    bitbucket: {
      description: 'Repositories of a workspace, project or account on Bitbucket.',
      fields: {
        repo_owner: text('Workspace or account in the cloud, key of the project in a data centre.', {
          required: true,
          examples: ['SHOP'],
          minLength: 1,
          since,
        }),
        project_key: text('Key of a project of the workspace, in the cloud.', {
          without: 'all projects',
          examples: ['WEB'],
          minLength: 1,
          since,
        }),
        ...gitForgeFields,
        ...bitbucketFields,
        ...common,
      },
      short: 'repo_owner',
      examples: [{ repo_owner: 'SHOP', credentials: 'bitbucket-token' }],
    },
    gerrit: {
      description: 'All projects of a Gerrit server, by the Gerrit Code Review plugin.',
      fields: {
        server_url: text('URL of the server.', {
          required: true,
          examples: ['https://review.example.com'],
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
      short: 'server_url',
      examples: [{ server_url: 'https://review.example.com', credentials: 'gerrit-http' }],
    },
  },
);
