import { choice, flag, part, text, texts } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { off } from '../builders/about.ts';
import { SINCE, type Things } from '../family.ts';

/** Events of GitLab that start builds. */
const gitlabEvents = {
  trigger_push: flag('Whether pushes start builds.', { default: true, examples: [false], since: SINCE }),
  trigger_branch_delete: flag('Whether the deletion of a branch does.', off),
  trigger_merge_request: flag('Whether opened merge requests do.', {
    default: true,
    examples: [false],
    since: SINCE,
  }),
  trigger_only_if_new_commits_pushed: flag(
    'Whether other changes of a merge request than new commits, such as of its labels, start nothing.',
    off,
  ),
  trigger_accepted_merge_request: flag('Whether accepted merge requests do.', off),
  trigger_closed_merge_request: flag('Whether closed merge requests do.', off),
  trigger_approved_merge_request: flag('Whether approved merge requests do.', off),
  trigger_pipeline: flag('Whether successful pipelines of GitLab do.', off),
  trigger_open_merge_request_push: choice('Which pushes build the open merge requests again.', {
    values: {
      never: 'None.',
      source: 'Those to the source branch.',
      both: 'Those to the source and to the target branch.',
    },
    default: 'never',
    examples: ['source'],
    since: SINCE,
  }),
  trigger_note: flag('Whether comments that match `note_regex` start builds.', {
    default: true,
    examples: [false],
    since: SINCE,
  }),
  note_regex: text('Regular expression of Java for comments.', {
    default: 'Jenkins please retry a build',
    minLength: 1,
    examples: ['.*rebuild.*'],
    since: SINCE,
    refers: 'regex',
  }),
};

/** Which branches and merge requests of GitLab count. */
const gitlabFilters = {
  ci_skip: flag('Whether commits with `[ci-skip]` in their message start nothing.', {
    default: true,
    examples: [false],
    since: SINCE,
  }),
  wip_skip: flag('Whether drafts of merge requests start nothing.', {
    default: true,
    examples: [false],
    since: SINCE,
  }),
  force_build_labels: texts('Labels that start a build when a merge request gets one of them.', {
    without: 'none',
    examples: [['rebuild']],
    since: SINCE,
  }),
  branch_filter_type: choice('How branches are chosen.', {
    values: {
      All: 'All of them.',
      NameBasedFilter: 'By `include_branches` and `exclude_branches`.',
      RegexBasedFilter: 'By `source_branch_regex` and `target_branch_regex`.',
    },
    default: 'All',
    examples: ['NameBasedFilter'],
    since: SINCE,
  }),
  include_branches: texts(
    'Branches that count, with `*` for any letters: the one of a push, the target of a merge request.',
    { without: 'all', examples: [['main', 'release/*']], since: SINCE },
  ),
  exclude_branches: texts('Branches that do not count.', {
    without: 'none',
    examples: [['wip/*']],
    since: SINCE,
  }),
  source_branch_regex: text('Regular expression of Java for the source branch of a merge request.', {
    without: 'any',
    minLength: 1,
    examples: ['feature/.*'],
    since: SINCE,
    refers: 'regex',
  }),
  target_branch_regex: text('Regular expression of Java for the target branch, or that of a push.', {
    without: 'any',
    minLength: 1,
    examples: ['main|release/.*'],
    since: SINCE,
    refers: 'regex',
  }),
  merge_request_label_filter: part('GitlabLabelFilter', 'Which merge requests count, by their labels.', {
    without: 'all',
    examples: [{ include: ['ready'] }],
    since: SINCE,
  }),
};

/** The objects inside triggers of forges. */
export const forgeParts: Definitions = {
  GitlabLabelFilter: {
    description: 'Which merge requests count, by their labels.',
    fields: {
      include: texts('Labels of which they need one.', {
        without: 'none is needed',
        examples: [['ready']],
        since: SINCE,
      }),
      exclude: texts('Labels of which they may have none.', {
        without: 'they may have any',
        examples: [['on-hold']],
        since: SINCE,
      }),
    },
    examples: [{ include: ['ready'] }],
  },
};

/** Triggers by the webhooks of forges. */
export const forgeTriggers: Things = {
  github: {
    description: 'Builds when GitHub tells of a push to the repository, by its webhook.',
    fields: {},
    examples: [{}],
  },
  gitlab: {
    description: 'Builds when GitLab tells of a push, a merge request or a comment, by its webhook.',
    fields: {
      ...gitlabEvents,
      ...gitlabFilters,
      set_build_description: flag('Whether the description of a build says what started it.', {
        default: true,
        examples: [false],
        since: SINCE,
      }),
      pending_build_name: text('Name of the status that a commit has while its build waits.', {
        without: 'GitLab is told when the build starts',
        minLength: 1,
        examples: ['jenkins'],
        since: SINCE,
      }),
      cancel_pending_builds_on_update: flag(
        'Whether builds of a merge request that wait are cancelled by an update.',
        off,
      ),
      cancel_running_builds_on_update: flag(
        'Whether running builds of a merge request are cancelled by an update.',
        off,
      ),
      secret_token: text('Token that the webhook must send, as Jenkins encrypts it.', {
        without: 'whoever reaches Jenkins can start it',
        minLength: 1,
        examples: ['{AQAAABAAAAAQqT6vXv1W1mN2c0l5y0b6uQ==}'],
        since: SINCE,
        secret: true,
      }),
    },
    examples: [{ trigger_merge_request: false }],
  },
  bitbucket: {
    description: 'Builds when Bitbucket tells of a push to the repository, by its webhook.',
    fields: {
      override_url: text('URL of the repository that the webhook names.', {
        without: 'that of the source',
        minLength: 1,
        examples: ['https://bitbucket.org/example/shop'],
        since: SINCE,
      }),
      build_on_created_branch: flag('Whether a new branch starts a build.', off),
      webhook_secret: text('Secret that the webhook is signed with, as Jenkins encrypts it.', {
        without: 'the signature is not looked at',
        minLength: 1,
        examples: ['{AQAAABAAAAAQqT6vXv1W1mN2c0l5y0b6uQ==}'],
        since: SINCE,
        secret: true,
      }),
    },
    examples: [{}],
  },
};
