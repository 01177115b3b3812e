import { choice, type Field, flag, integer, part, text, texts } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { SINCE as since } from '../family.ts';
import { discoveryFields, toggle } from './branch-behaviours.ts';

/** Returns the field that says whose pull requests from forks bring their own Jenkinsfile. */
function trust(values: Readonly<Record<string, string>>): Field {
  return choice(
    'Whose pull requests from forks are trusted: theirs are built with their own Jenkinsfile, all others with that of the target branch.',
    { values, default: 'nobody', examples: [Object.keys(values).at(-1) ?? 'nobody'], since },
  );
}

/** What GitHub, GitLab and Bitbucket have in common. */
export const gitForgeFields = {
  credentials: text('Id of the credential for the API of the forge, and for a checkout by HTTPS.', {
    without: 'none: only what is public is found',
    examples: ['github-app'],
    refers: 'credentials',
    minLength: 1,
    since,
  }),
  ...discoveryFields,
  ssh_checkout: part('SshCheckout', 'Checks out by SSH, with a credential of its own.', {
    without: 'the checkout is by HTTPS',
    examples: ['deploy-key'],
    since,
  }),
} satisfies Readonly<Record<string, Field>>;

/** What only GitHub has. */
export const githubFields = {
  api_uri: text('URL of the API of a GitHub Enterprise server, as the plugin knows it.', {
    default: 'https://api.github.com',
    examples: ['https://github.example.com/api/v3'],
    minLength: 1,
    since,
  }),
  discover_pr_forks_trust: trust({
    nobody: 'Nobody.',
    permission: 'Who may write to the repository.',
    contributors: 'Who has contributed to the repository: GitHub does not ask whether they may write.',
    everyone: 'Everybody.',
  }),
  ignore_draft_pull_requests: toggle('Leaves out pull requests that are drafts.'),
  notification_context: part('NotificationContext', 'Under which name the result stands at the commit.', {
    without: '`continuous-integration/jenkins/` and the kind of head',
    examples: [{ label: 'ci/web' }],
    since,
  }),
  disable_pr_notifications: toggle('Tells GitHub no results.'),
} satisfies Readonly<Record<string, Field>>;

/** What only GitLab has. */
export const gitlabFields = {
  server: text('Name of the GitLab server in the settings of Jenkins.', {
    default: 'default',
    examples: ['company-gitlab'],
    minLength: 1,
    since,
  }),
  discover_pr_forks_trust: trust({
    nobody: 'Nobody.',
    members: 'Members of the project.',
    permission: 'Members with the permission to push.',
    everyone: 'Everybody.',
  }),
  build_forks_of_forks: toggle('Finds merge requests from forks in a project that is a fork itself, too.'),
  branches_always_included: text(
    'Java regular expression for branches that are found although a merge request is filed.',
    {
      without: 'none',
      examples: ['main|release/.*'],
      refers: 'regex',
      minLength: 1,
      since,
    },
  ),
  build_status_name: part('GitlabStatusName', 'Under which name the result stands at the commit.', {
    without: '`jenkinsci/` and the kind of head',
    examples: [{ name: 'web' }],
    since,
  }),
  hooks: part('GitlabHooks', 'Which webhooks the plugin registers.', {
    without: 'as the settings of Jenkins say',
    examples: [{ web: 'item' }],
    since,
  }),
  log_comment: part('GitlabComment', 'Writes the result as a comment to the merge request.', {
    without: 'none',
    examples: [{ log_success: true }],
    since,
  }),
  trigger_comment: part('GitlabTriggerComment', 'Builds a merge request again when a comment asks for it.', {
    without: 'none',
    examples: [{ body: 'jenkins rebuild' }],
    since,
  }),
  merge_request_events: part('GitlabEvents', 'Which events of merge requests start a build.', {
    without: 'as the plugin has it',
    examples: [{ ignore_non_code_changes: true }],
    since,
  }),
  skip_notifications: toggle('Tells GitLab no results.'),
  unstable_as_success: toggle('Tells GitLab that an unstable build succeeded.'),
  disable_avatar: toggle('Does not ask for the picture of the project.'),
} satisfies Readonly<Record<string, Field>>;

/** What only Bitbucket has. */
export const bitbucketFields = {
  server_url: text('URL of the Bitbucket server.', {
    default: 'https://bitbucket.org',
    examples: ['https://bitbucket.example.com'],
    minLength: 1,
    since,
  }),
  mirror_id: text('Id of a mirror of Bitbucket Data Center that is cloned from.', {
    without: 'none',
    examples: ['B7LM-9KUF'],
    minLength: 1,
    since,
  }),
  discover_pr_forks_trust: trust({
    nobody: 'Nobody.',
    team: 'Forks in the same workspace or project.',
    everyone: 'Everybody.',
  }),
  public_repo_pr_filter: toggle('Finds pull requests of forks only where the repository is not public.'),
  skip_draft_pull_requests: toggle('Leaves out pull requests that are drafts.'),
  discard_old_branches: integer('Days after which a branch without a commit is left out.', {
    without: 'none is left out',
    examples: [90],
    minimum: 1,
    since,
  }),
  discard_old_tags: integer('Days after which a tag is left out.', {
    without: 'none is left out',
    examples: [30],
    minimum: 1,
    since,
  }),
  webhook_registration: choice('Who registers the webhook.', {
    values: {
      disable: 'Nobody.',
      system: 'As the settings of Jenkins say.',
      item: 'The plugin, with the credential of the source.',
    },
    without: 'as the settings of Jenkins say',
    examples: ['item'],
    since,
  }),
  ignored_committers: texts('Accounts whose pushes start no build.', {
    without: 'none',
    examples: [['release-bot']],
    since,
  }),
  build_status: part('BitbucketStatus', 'What Bitbucket is told of results.', {
    without: 'each result as it is',
    examples: [{ unstable_as_success: true }],
    since,
  }),
  target_branch_refspec: toggle('Fetches the target branch of a pull request, too.'),
  show_avatar: toggle('Shows the picture of the project.'),
} satisfies Readonly<Record<string, Field>>;

/** What only Gerrit has. */
export const gerritFields = {
  query_string: text('Query of Gerrit for the changes that are found.', {
    without: 'all open changes of the project',
    examples: ['-is:wip'],
    minLength: 1,
    since,
  }),
  filter_checks: part('GerritChecks', 'Builds only changes with a pending check.', {
    without: 'all changes',
    examples: [{ query_operator: 'scheme', query_string: 'jenkins' }],
    since,
  }),
} satisfies Readonly<Record<string, Field>>;

/** What the fields of forges hold. */
export const forgeBehaviours: Definitions = {
  NotificationContext: {
    description: 'Name of the status on GitHub.',
    fields: {
      label: text('Name of the status.', { required: true, examples: ['ci/web'], minLength: 1, since }),
      suffix: flag('Adds `/branch`, `/pr-head` and so on to the name.', {
        default: true,
        examples: [false],
        since,
      }),
      multiple_statuses: toggle('Sends a status under the name of the plugin, too.'),
    },
    short: 'label',
    examples: [{ label: 'ci/web', suffix: false }],
  },
  GitlabStatusName: {
    description: 'Name of the status on GitLab.',
    fields: {
      name: text('The part of the name that is your own.', {
        required: true,
        examples: ['web'],
        minLength: 1,
        since,
      }),
      overwrite: toggle('Leaves out `jenkinsci`.'),
      ignore_type: toggle('Leaves out the kind of head.'),
    },
    short: 'name',
    examples: [{ name: 'web', overwrite: true }],
  },
  GitlabHooks: {
    description: 'Webhooks on GitLab.',
    fields: { web: hook('The webhook of the project.'), system: hook('The hook of the whole server.') },
    examples: [{ web: 'item' }],
  },
  GitlabComment: {
    description: 'A comment with the result.',
    fields: {
      log_success: toggle('Writes a comment for builds that succeed, too.'),
      sudo_user: text('Account in whose name the comment is written.', {
        without: 'that of the token',
        examples: ['jenkins'],
        since,
      }),
    },
    examples: [{ log_success: true }],
  },
  GitlabTriggerComment: {
    description: 'A comment that starts a build.',
    fields: {
      body: text('Java regular expression for the comment.', {
        required: true,
        examples: ['jenkins rebuild'],
        refers: 'regex',
        minLength: 1,
        since,
      }),
      only_trusted: toggle('Looks only at comments of trusted members.'),
    },
    short: 'body',
    examples: [{ body: 'jenkins rebuild' }],
  },
  GitlabEvents: {
    description: 'Which events of merge requests start a build.',
    fields: {
      open: flag('A merge request is opened.', { default: true, examples: [false], since }),
      reopen: flag('A merge request is opened again.', { default: true, examples: [false], since }),
      ignore_approval: toggle('Ignores the approval by one person.'),
      ignore_unapproval: toggle('Ignores that one person takes the approval back.'),
      ignore_approved: toggle('Ignores that a merge request is approved.'),
      ignore_unapproved: toggle('Ignores that a merge request is no longer approved.'),
      ignore_non_code_changes: toggle('Ignores changes of titles, labels and so on.'),
      ignore_drafts: toggle('Ignores drafts.'),
    },
    examples: [{ ignore_non_code_changes: true }],
  },
  BitbucketStatus: {
    description: 'What Bitbucket is told of results.',
    fields: {
      unstable_as_success: toggle('Tells of an unstable build that it succeeded.'),
      aborted_as_stopped: toggle('Tells of an aborted build that it was stopped, not that it failed.'),
      skip_not_built: toggle('Tells nothing of builds that end as not built.'),
      readable_ids: toggle('Names the status by the job, instead of a hash.'),
    },
    examples: [{ unstable_as_success: true }],
  },
  GerritChecks: {
    description: 'Which checks of Gerrit are waited for.',
    fields: {
      query_operator: choice('What the text is.', {
        values: { id: 'The id of a check.', scheme: 'A scheme of ids.' },
        default: 'scheme',
        examples: ['id'],
        since,
      }),
      query_string: text('Id or scheme of the checks.', {
        required: true,
        examples: ['jenkins'],
        minLength: 1,
        since,
      }),
    },
    examples: [{ query_operator: 'scheme', query_string: 'jenkins' }],
  },
};

function hook(description: string): Field {
  return choice(description, {
    values: {
      disable: 'None is registered.',
      system: 'As the settings of Jenkins say.',
      item: 'The plugin registers it, with the credential of the source.',
    },
    default: 'system',
    examples: ['item'],
    since,
  });
}
