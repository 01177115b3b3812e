import { choice, type Field, flag, integer, text } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { family, SINCE as since } from '../family.ts';
import { toggle } from '../sources/branch-behaviours.ts';

const matchType = choice('What happens to the jobs that match, and to those that do not.', {
  values: {
    'include-matched': 'Adds the jobs that match.',
    'include-unmatched': 'Adds the jobs that do not match.',
    'exclude-matched': 'Removes the jobs that match.',
    'exclude-unmatched': 'Removes the jobs that do not match.',
  },
  default: 'include-matched',
  examples: ['exclude-matched'],
  since,
});

/** Which builds a filter looks at. */
const buildFields = {
  build_count: choice('How many of the builds must match.', {
    values: { latest: 'The last one.', 'at-least-one': 'One.', all: 'All.' },
    default: 'latest',
    examples: ['at-least-one'],
    since,
  }),
  amount: integer('How far back builds are looked at; 0 for all.', { default: 0, examples: [7], since }),
  amount_type: choice('What `amount` counts.', {
    values: { hours: 'Hours.', days: 'Days.', builds: 'Builds.' },
    default: 'hours',
    examples: ['days'],
    since,
  }),
} satisfies Readonly<Record<string, Field>>;

/** Filters of the jobs of a view, by the View Job Filters plugin. */
export const jobFilters: Definitions = family(
  'JobFilter',
  'Adds jobs to a view or removes some, after `jobs` and `regex`, by the View Job Filters plugin: exactly one thing.',
  {
    all: { description: 'Adds all jobs.', fields: {}, examples: [{}] },
    'regex-job': {
      description: 'Jobs for which something matches an expression.',
      short: 'regex',
      fields: {
        regex: text('Java regular expression for the whole text.', {
          required: true,
          examples: ['.*-nightly'],
          refers: 'regex',
          minLength: 1,
          since,
        }),
        value: choice('What must match.', {
          values: {
            name: 'The name of the job.',
            'folder-name': 'The name of the folder of the job.',
            description: 'A line of the description.',
            scm: 'Something of the checkout, such as the URL.',
            email: 'An address that gets mails.',
            maven: 'Something of Maven, such as the goals.',
            schedule: 'A line of the schedules.',
            node: 'The label expression.',
          },
          default: 'name',
          examples: ['scm'],
          since,
        }),
        match_name: flag('Looks at the short name.', { default: true, examples: [false], since }),
        match_full_name: toggle('Looks at the name with the folders.'),
        match_display_name: toggle('Looks at the name that Jenkins shows.'),
        match_full_display_name: toggle('Looks at the name that Jenkins shows, with the folders.'),
        match_type: matchType,
      },
      examples: [{ regex: '.*-nightly' }],
    },
    'job-status': {
      description: 'Jobs by the result of the last build.',
      fields: {
        unstable: toggle('The last build was unstable.'),
        failed: toggle('The last build failed.'),
        aborted: toggle('The last build was aborted.'),
        disabled: toggle('The job is disabled.'),
        stable: toggle('The last build was stable.'),
        match_type: matchType,
      },
      examples: [{ failed: true, unstable: true }],
    },
    'build-status': {
      description: 'Jobs by whether they are built.',
      fields: {
        never_built: toggle('The job was never built.'),
        building: toggle('The job is being built.'),
        in_build_queue: toggle('A build waits in the queue.'),
        match_type: matchType,
      },
      examples: [{ building: true, in_build_queue: true }],
    },
    'build-duration': {
      description: 'Jobs by how long their builds take.',
      fields: {
        build_duration_minutes: integer('How many minutes.', { required: true, examples: [30], since }),
        less_than: flag('Whether builds that take less match, or those that take more.', {
          default: true,
          examples: [false],
          since,
        }),
        ...buildFields,
        match_type: matchType,
      },
      examples: [{ build_duration_minutes: 30, less_than: false }],
    },
    'build-trend': {
      description: 'Jobs by the results of their builds.',
      short: 'status',
      fields: {
        status: choice('What builds must be.', {
          values: {
            started: 'Started.',
            completed: 'Neither aborted nor not built.',
            stable: 'Stable.',
            unstable: 'Unstable.',
            failed: 'Failed.',
            'not-stable': 'Failed, unstable or aborted.',
            'triggered-by-scm-poll': 'Started by polling.',
            'triggered-by-timer': 'Started by a schedule.',
            'triggered-by-user': 'Started by a person.',
            'triggered-by-remote': 'Started by a request.',
            'triggered-by-upstream': 'Started by another job.',
            'triggered-by-cli': 'Started on the command line.',
          },
          default: 'completed',
          examples: ['not-stable'],
          since,
        }),
        ...buildFields,
        match_type: matchType,
      },
      examples: [{ status: 'not-stable', amount: 7, amount_type: 'days' }],
    },
    'most-recent': {
      description: 'Keeps the jobs that were built last.',
      short: 'max_to_include',
      fields: {
        max_to_include: integer('How many jobs are kept.', {
          required: true,
          examples: [10],
          minimum: 1,
          since,
        }),
        check_start_time: toggle('Looks at when builds started, not when they ended.'),
      },
      examples: [{ max_to_include: 10 }],
    },
    fallback: {
      description: 'What happens when the filters before it left all jobs or none.',
      short: 'fallback_type',
      fields: {
        fallback_type: choice('Which case is meant.', {
          values: {
            'add-all-if-none-included': 'Adds all jobs where there are none.',
            'remove-all-if-all-included': 'Removes all jobs where all are there.',
          },
          default: 'remove-all-if-all-included',
          examples: ['add-all-if-none-included'],
          since,
        }),
      },
      examples: [{ fallback_type: 'add-all-if-none-included' }],
    },
    'job-type': {
      description: 'Jobs of a kind.',
      short: 'job_type',
      fields: {
        job_type: text('Java class of the kind.', {
          default: 'hudson.model.FreeStyleProject',
          examples: ['org.jenkinsci.plugins.workflow.job.WorkflowJob'],
          minLength: 1,
          since,
        }),
        match_type: matchType,
      },
      examples: [{ job_type: 'org.jenkinsci.plugins.workflow.job.WorkflowJob' }],
    },
    scm: {
      description: 'Jobs with a kind of repository.',
      short: 'scm_type',
      fields: {
        scm_type: text('Java class of the kind.', {
          default: 'hudson.scm.NullSCM',
          examples: ['hudson.plugins.git.GitSCM'],
          minLength: 1,
          since,
        }),
        match_type: matchType,
      },
      examples: [{ scm_type: 'hudson.plugins.git.GitSCM' }],
    },
    parameter: {
      description: 'Jobs with a parameter, or builds with a value of it.',
      fields: {
        name: text('Java regular expression for the name; empty for any.', {
          default: '',
          examples: ['VERSION'],
          refers: 'regex',
          since,
        }),
        value: text('Java regular expression for the value; empty for any.', {
          default: '',
          examples: ['2[.].*'],
          refers: 'regex',
          since,
        }),
        desc: text('Java regular expression for the description; empty for any.', {
          default: '',
          examples: ['.*release.*'],
          refers: 'regex',
          since,
        }),
        use_default_value: toggle('Looks at the default values of the job, not at those of builds.'),
        match_builds_in_progress: toggle('Looks at builds that are running, too.'),
        match_all_builds: toggle('Looks at all builds, not at the last one only.'),
        max_builds_to_match: integer('How many builds are looked at; 0 for all.', {
          default: 0,
          examples: [10],
          since,
        }),
        match_type: matchType,
      },
      examples: [{ name: 'VERSION', value: '2[.].*' }],
    },
    'other-views': {
      description: 'Jobs of another view.',
      short: 'view_name',
      fields: {
        view_name: text('Name of the view.', {
          required: true,
          examples: ['nightly'],
          minLength: 1,
          since,
        }),
        match_type: matchType,
      },
      examples: [{ view_name: 'nightly', match_type: 'exclude-matched' }],
    },
    'secured-job': {
      description: 'Jobs with an authorization of their own.',
      fields: { match_type: matchType },
      examples: [{ match_type: 'exclude-matched' }],
    },
    'user-permissions': {
      description: 'Jobs by what the person who looks may do.',
      fields: {
        configure: toggle('May change the job.'),
        build: toggle('May start builds.'),
        workspace: toggle('May look into the workspace.'),
        permission_check: choice('How many of these must hold.', {
          values: { 'must-match-all': 'All.', 'at-least-one': 'One.' },
          default: 'must-match-all',
          examples: ['at-least-one'],
          since,
        }),
        match_type: matchType,
      },
      examples: [{ build: true }],
    },
    'user-relevance': {
      description: 'Jobs whose builds have to do with the person who looks.',
      fields: {
        match_user_id: flag('Compares the id of the person.', { default: true, examples: [false], since }),
        match_user_full_name: flag('Compares the full name of the person.', {
          default: true,
          examples: [false],
          since,
        }),
        ignore_case: flag('Takes capital letters for small ones.', {
          default: true,
          examples: [false],
          since,
        }),
        ignore_whitespace: flag('Overlooks blanks.', { default: true, examples: [false], since }),
        ignore_non_alphanumeric: flag('Overlooks what is neither letter nor digit.', {
          default: true,
          examples: [false],
          since,
        }),
        match_builder: flag('The person started the build.', { default: true, examples: [false], since }),
        match_email: flag('The person gets mails of the job.', { default: true, examples: [false], since }),
        match_scm_changes: flag('The person made a change that was built.', {
          default: true,
          examples: [false],
          since,
        }),
        ...buildFields,
        match_type: matchType,
      },
      examples: [{ build_count: 'at-least-one' }],
    },
    'upstream-downstream': {
      description: 'Adds the jobs that start those of the view, or that they start.',
      fields: {
        include_upstream: toggle('Adds the jobs that start those of the view.'),
        include_downstream: toggle('Adds the jobs that those of the view start.'),
        recursive: toggle('Goes on with the jobs that were added.'),
        exclude_originals: toggle('Removes the jobs that were there before.'),
      },
      examples: [{ include_downstream: true, recursive: true }],
    },
    unclassified: {
      description: 'Jobs that no other view shows.',
      fields: { match_type: matchType },
      examples: [{}],
    },
  },
);
