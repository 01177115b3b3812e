import type {
  JobAxis,
  JobBuilder,
  JobParameter,
  JobProperty,
  JobPublisher,
  JobScm,
  JobSource,
  JobTrigger,
  JobWrapper,
  ListViewItem,
} from 'bitesize';

/*
 * One function per family of things. What the jobs of a company have in common is said here once; an editor completes
 * their fields, and the compiler checks their types before it looks at any job.
 */

/** Repositories: the branch of the shop that is released, as it is in the repository. */
export function shop(): JobScm {
  return {
    git: {
      url: 'git@git.acme.dev:shop/shop.git',
      credentials: 'deploy-key',
      branches: ['main'],
      extensions: [{ 'clone-options': { shallow: true, depth: 1 } }, 'wipe-out-workspace'],
    },
  };
}

/** Repositories: the change that Gerrit tells of. */
export function changeOf(project: string): JobScm {
  return {
    git: {
      url: `ssh://jenkins@review.acme.dev:29418/${project}`,
      credentials: 'deploy-key',
      refspec: '$GERRIT_REFSPEC',
      branches: ['$GERRIT_BRANCH'],
      extensions: [{ 'choosing-strategy': 'gerrit' }],
    },
  };
}

/** Triggers: a time of the day, spread over the hour. */
export function at(hour: number, days = '*'): JobTrigger {
  return { timed: `H ${hour} * * ${days}` };
}

/** Triggers: each change of a project in Gerrit that touches its sources. */
export function changesOf(project: string): JobTrigger {
  return {
    gerrit: {
      projects: [
        {
          pattern: project,
          branches: [{ pattern: '**', compare_type: 'ANT' }],
          file_paths: [{ pattern: 'src/**', compare_type: 'ANT' }],
        },
      ],
      trigger_on: [{ 'patchset-created': { exclude_drafts: true } }, { 'comment-added-contains': 'recheck' }],
      verified: { successful: 1, failed: -1 },
    },
  };
}

/** Parameters: yes or no. */
export function yesOrNo(name: string, fallback: boolean): JobParameter {
  return { bool: { name, default: fallback } };
}

/** Properties: how long builds are kept. */
export function keep(limits: { days_to_keep?: number; num_to_keep?: number }): JobProperty {
  return { 'build-discarder': limits };
}

/** Wrappers: a credential of user and password in two variables. */
export function account(credentials: string, prefix: string): JobWrapper {
  return {
    'credentials-binding': [
      {
        'username-password-separated': {
          credentials,
          username: `${prefix}_USER`,
          password: `${prefix}_PASSWORD`,
        },
      },
    ],
  };
}

/** Builders: targets of the Makefile. */
export function make(targets: string): JobBuilder {
  return { shell: `make ${targets}` };
}

/** Publishers: what tests write. */
export function testResults(): JobPublisher {
  return { junit: '**/TEST-*.xml' };
}

/** Publishers: a mail when a job begins to fail, and when it is well again. */
export function mailTo(...recipients: string[]): JobPublisher {
  return { 'email-ext': { recipients, attach_build_log: true, triggers: ['first-failure', 'fixed'] } };
}

/** Axes: a variable that takes each of the values. */
export function axis(name: string, ...values: string[]): JobAxis {
  return { 'user-defined': { name, values } };
}

/** Sources: branches and pull requests of a repository; forks bring their Jenkinsfile only where they may write. */
export function repository(repo: string): JobSource {
  return {
    github: {
      repo_owner: 'acme',
      repo,
      credentials: 'github-app',
      discover_branch: 'no-pr',
      discover_pr_origin: 'merge-current',
      discover_pr_forks_strategy: 'merge-current',
      discover_pr_forks_trust: 'permission',
      head_filter_regex: 'main|release/.*|PR-.*',
      build_strategies: ['regular-branches', { 'change-request': { ignore_target_only_changes: true } }],
    },
  };
}

/** Views: a table of jobs. */
export function table(name: string, ...jobs: string[]): ListViewItem {
  return {
    name,
    kind: 'list-view',
    jobs,
    columns: ['status', 'weather', 'name', 'last-success', 'last-failure', 'last-duration', 'build-button'],
  };
}
