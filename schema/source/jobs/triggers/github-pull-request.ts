import { flag, text, texts } from '../../fields.ts';
import { off } from '../builders/about.ts';
import { SINCE, type Things } from '../family.ts';

/** A list of the trigger. */
function names(description: string, without: string, example: string) {
  return texts(description, { without, examples: [[example]], since: SINCE });
}

/** A text of the trigger; variables of the build are filled in. */
function message(description: string, without: string, example: string) {
  return text(description, { without, minLength: 1, examples: [example], since: SINCE });
}

/** Pull requests that start builds, and who may have them built. */
const requests = {
  admin_list: names('Users of GitHub who may approve others.', 'those of the settings of Jenkins', 'octocat'),
  white_list: names(
    'Users whose pull requests are built without a question.',
    'those who were approved',
    'octocat',
  ),
  org_list: names('Organizations whose members are such users.', 'none', 'example'),
  allow_whitelist_orgs_as_admins: flag('Whether members of `org_list` may approve others.', off),
  permit_all: flag(
    'Whether pull requests of everybody are built without a question: anybody can then run code.',
    off,
  ),
  schedule: text("When it looks for pull requests, in Jenkins' cron syntax, with `H`.", {
    without: 'it relies on the webhook',
    minLength: 1,
    examples: ['H/5 * * * *'],
    since: SINCE,
    refers: 'schedule',
  }),
  github_hooks: flag('Whether the webhook of GitHub tells of pull requests and comments.', off),
  trigger_phrase: message(
    'Regular expression of Java for comments that start a build.',
    'the phrases of the settings of Jenkins alone',
    '.*rebuild please.*',
  ),
  only_trigger_phrase: flag('Whether nothing else starts a build.', off),
  skip_build_phrase: message(
    'Regular expression of Java for the title or text of pull requests that are not built.',
    'that of the settings of Jenkins',
    '.*\\[skip\\W+ci\\].*',
  ),
  black_list_commit_author: names('Users whose commits are not built.', 'none', 'dependabot'),
  white_list_labels: names('Labels of which a pull request needs one.', 'it needs none', 'ready'),
  black_list_labels: names('Labels of which it may have none.', 'it may have any', 'on-hold'),
  white_list_target_branches: names(
    'Branches that pull requests are built for: regular expressions of Java.',
    'all',
    'main',
  ),
  black_list_target_branches: names('Branches that they are not built for.', 'none', 'gh-pages'),
  included_regions: names(
    'Regular expressions of Java for paths, one of which a pull request must change.',
    'any change counts',
    'src/.*',
  ),
  excluded_regions: names(
    'Regular expressions of Java for paths whose changes do not count.',
    'none',
    'docs/.*',
  ),
  auth_id: message(
    'Id of the login to GitHub in the settings of the plugin; that is no id of a credential.',
    'the first one',
    '0b6e1f0e-3c4b-4c6b-9a54-1f0a4d0f6e0d',
  ),
};

/** What GitHub is told. */
const reports = {
  build_desc_template: message('Description of the builds.', 'the pull request', '#$pullId: $shortDesc'),
  auto_close_on_fail: flag('Whether a failed build closes the pull request.', off),
  cancel_builds_on_update: flag('Whether new commits end the builds of older ones.', off),
  display_build_errors_on_downstream_builds: flag(
    'Whether comments show errors of the jobs that the build started.',
    off,
  ),
  no_commit_status: flag('Whether commits get no status.', off),
  status_context: message('Name of the status.', 'that of the settings, or `default`', 'unit tests'),
  triggered_status: message('Its text when the build is asked for.', 'a text of the plugin', 'waiting'),
  started_status: message('Its text when the build starts.', 'a text of the plugin', 'testing'),
  status_url: message('Its link.', 'the build', '$BUILD_URL/console'),
  status_add_test_results: flag('Whether it shows how many tests passed.', off),
  success_status: message('Its text when the build succeeded.', 'a text of the plugin', 'all tests passed'),
  failure_status: message('Its text when the build failed.', 'a text of the plugin', 'tests failed'),
  error_status: message('Its text when the build could not run.', 'a text of the plugin', 'look at the log'),
  success_comment: message('Comment when the build succeeded.', 'no comment', 'All tests passed.'),
  failure_comment: message('Comment when the build failed.', 'no comment', 'Tests failed.'),
  error_comment: message('Comment when the build could not run.', 'no comment', 'Please look at the log.'),
  comment_file: message(
    'Path of a file in the workspace whose text becomes part of the comment.',
    'no such text',
    'report.md',
  ),
};

/** Builds pull requests of GitHub. */
export const githubPullRequest: Things = {
  'github-pull-request': {
    description:
      'Builds pull requests of the repository of the property `github` and reports to GitHub, by the GitHub Pull Request Builder plugin.',
    fields: { ...requests, ...reports },
    examples: [{ org_list: ['example'], github_hooks: true, status_context: 'unit tests' }],
  },
};
