import { choice, type Field, integer, item, list, text, texts } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { commonFields } from '../common-fields.ts';
import { pascalCase, SINCE as since, type Things } from '../family.ts';
import { toggle } from '../sources/branch-behaviours.ts';

/** What all views have beside their name. */
const viewFields = {
  filter_executors: toggle('Shows only agents that can build a job of the view.'),
  filter_queue: toggle('Shows only builds of the view in the queue.'),
} satisfies Readonly<Record<string, Field>>;

/** What views with a list of jobs have. */
const jobListFields = {
  ...viewFields,
  jobs: texts('Names of the jobs that it shows.', {
    without: 'none',
    examples: [['web', 'nightly']],
    refers: 'job',
    since,
  }),
  regex: text('Java regular expression for the names of more jobs.', {
    without: 'none',
    examples: ['.*-nightly'],
    refers: 'regex',
    minLength: 1,
    since,
  }),
  recurse: toggle('Looks for the jobs in folders, too.'),
  status_filter: choice('Whether it shows jobs that are disabled.', {
    values: { enabled: 'It does not.', disabled: 'It shows only those.' },
    without: 'it shows all',
    examples: ['enabled'],
    since,
  }),
  job_filters: list('Filters that add jobs or remove some, one after the other.', {
    of: 'JobJobFilter',
    without: 'none',
    examples: [[{ 'job-status': { failed: true } }]],
    since,
  }),
  columns: list('Columns of the list.', {
    of: 'JobColumn',
    without: 'status, weather, name, last-success, last-failure, last-duration, build-button',
    examples: [['status', 'name', 'build-button']],
    since,
  }),
} satisfies Readonly<Record<string, Field>>;

/** The kinds of views. */
export const viewKinds: Things = {
  'list-view': {
    description: 'A list of jobs.',
    fields: { ...commonFields('list-view'), ...jobListFields },
    examples: [{ name: 'nightly', kind: 'list-view', regex: '.*-nightly' }],
  },
  'nested-view': {
    description: 'Views in a view, by the Nested View plugin.',
    fields: {
      ...commonFields('nested-view'),
      ...viewFields,
      views: list('The views inside; their names stand for themselves, without folders.', {
        of: 'InnerView',
        required: true,
        minItems: 1,
        examples: [[{ name: 'nightly', kind: 'list-view', regex: '.*-nightly' }]],
        since,
      }),
      default_view: text('Name of the view that is shown first.', {
        without: 'a list of the views',
        examples: ['nightly'],
        minLength: 1,
        since,
      }),
      columns: list('Columns of the list of views.', {
        of: item.choice({ status: 'The worst result.', weather: 'The worst weather.' }),
        without: 'none',
        examples: [['status', 'weather']],
        since,
      }),
    },
    examples: [
      {
        name: 'teams',
        kind: 'nested-view',
        views: [{ name: 'web', kind: 'list-view', regex: 'web-.*' }],
      },
    ],
  },
  'dashboard-view': {
    description: 'A list of jobs with portlets around it, by the Dashboard View plugin.',
    fields: {
      ...commonFields('dashboard-view'),
      ...jobListFields,
      include_std_job_list: toggle('Shows the list of jobs at the top.'),
      hide_jenkins_panels: toggle('Takes the whole page, without the panels of Jenkins.'),
      use_css_style: toggle('Uses the style of the dashboard.'),
      left_portlet_width: width('left'),
      right_portlet_width: width('right'),
      top_portlets: portlets('at the top'),
      left_portlets: portlets('on the left'),
      right_portlets: portlets('on the right'),
      bottom_portlets: portlets('at the bottom'),
    },
    examples: [
      { name: 'wall', kind: 'dashboard-view', regex: '.*', top_portlets: [{ 'unstable-jobs': 'Broken' }] },
    ],
  },
  'categorized-view': {
    description: 'A list of jobs in groups, by the Categorized Jobs View plugin.',
    fields: {
      ...commonFields('categorized-view'),
      ...jobListFields,
      categorization_criteria: list(
        'How the groups are made; a job is in the group of the first that fits.',
        {
          of: 'GroupingRule',
          without: 'none: there are no groups',
          examples: [[{ group_regex: '(web|api)-.*' }]],
          since,
        },
      ),
      regex_to_ignore_on_color_computing: text(
        'Java regular expression for the names of jobs that do not count for the colour of a group.',
        { default: '', examples: ['.*-experimental'], refers: 'regex', since },
      ),
    },
    examples: [
      {
        name: 'services',
        kind: 'categorized-view',
        regex: '.*',
        categorization_criteria: [{ group_regex: '(web|api)-.*' }],
      },
    ],
  },
  'build-pipeline-view': {
    description: 'A chain of jobs, by the Build Pipeline plugin.',
    fields: {
      ...commonFields('build-pipeline-view'),
      ...viewFields,
      first_job: text('Name of the job that the chain begins with.', {
        required: true,
        examples: ['web'],
        refers: 'job',
        minLength: 1,
        since,
      }),
      title: text('Title above the chain.', { default: '', examples: ['Web shop'], since }),
      no_of_displayed_builds: integer('How many runs of the chain are shown.', {
        default: 1,
        examples: [5],
        minimum: 1,
        since,
      }),
      link_style: choice('How the log of a build is opened.', {
        values: {
          lightbox: 'In a window inside the page.',
          'this-window': 'In the same window.',
          'new-window': 'In a new window.',
        },
        default: 'lightbox',
        examples: ['new-window'],
        since,
      }),
      css_url: text('URL of a style sheet.', {
        default: '',
        examples: ['https://static.example.com/ci.css'],
        since,
      }),
      latest_job_only: toggle('Starts later jobs of the last run only.'),
      manual_trigger: toggle('Starts later jobs of any run, even where they ran before.'),
      show_parameters: toggle('Shows the parameters of the first job before each run.'),
      parameters_in_headers: toggle(
        'Shows the parameters above the columns; `definition_header` shows them.',
      ),
      start_with_parameters: toggle('Asks for parameters before a run.'),
      refresh_frequency: integer('Seconds after which the view is shown anew.', {
        default: 3,
        examples: [60],
        minimum: 1,
        since,
      }),
      definition_header: toggle('Shows the names of the jobs above the columns.'),
    },
    examples: [{ name: 'web chain', kind: 'build-pipeline-view', first_job: 'web' }],
  },
  'delivery-pipeline-view': {
    description: 'Chains of jobs by their stages, by the Delivery Pipeline plugin.',
    fields: {
      ...commonFields('delivery-pipeline-view'),
      ...viewFields,
      components: list('The chains.', {
        of: 'DeliveryComponent',
        without: 'those of `regexps`',
        examples: [[{ name: 'Web', initial_job: 'web' }]],
        since,
      }),
      regexps: list('Chains by the names of their first jobs.', {
        of: 'DeliveryRegexp',
        without: 'those of `components`',
        examples: [[{ regexp: 'build-(.*)' }]],
        since,
      }),
      no_of_pipelines: integer('How many runs of each chain are shown.', {
        default: 3,
        examples: [5],
        maximum: 50,
        since,
      }),
      no_of_columns: integer('How many columns of chains.', {
        default: 1,
        examples: [2],
        minimum: 1,
        maximum: 3,
        since,
      }),
      sorting: choice('What the chains are sorted by.', {
        values: {
          none: 'As they stand here.',
          title: 'By their names.',
          'last-activity': 'By their last builds.',
          'failed-last-activity': 'Failed ones first, then by their last builds.',
        },
        default: 'none',
        examples: ['title'],
        since,
      }),
      update_interval: integer('Seconds after which the view is shown anew.', {
        default: 2,
        examples: [30],
        minimum: 1,
        since,
      }),
      max_number_of_visible_pipelines: integer('How many chains are shown at most.', {
        without: 'all',
        examples: [10],
        minimum: 1,
        since,
      }),
      aggregated_changes_grouping_pattern: text('Java regular expression that groups the changes.', {
        without: 'none',
        examples: ['JIRA-[0-9]+'],
        refers: 'regex',
        minLength: 1,
        since,
      }),
      full_screen_css: text('URL of a style sheet for the whole screen.', {
        without: 'none',
        examples: ['https://static.example.com/wall.css'],
        minLength: 1,
        since,
      }),
      embedded_css: text('URL of a style sheet.', {
        without: 'none',
        examples: ['https://static.example.com/ci.css'],
        minLength: 1,
        since,
      }),
      show_aggregated_pipeline: toggle('Shows a chain with the latest version in each stage, too.'),
      show_aggregated_changes: toggle('Shows the changes between the stages.'),
      show_avatars: toggle('Shows pictures of people instead of names.'),
      show_changes: toggle('Shows the changes of the first job.'),
      show_description: toggle('Shows the descriptions of builds.'),
      show_promotions: toggle('Shows promotions of the Promoted Builds plugin.'),
      show_test_results: toggle('Shows results of tests.'),
      show_static_analysis_results: toggle('Shows results of static analysis.'),
      show_total_build_time: toggle('Shows how long a run took.'),
      show_absolute_date_time: toggle('Shows times as such, not how long ago they were.'),
      allow_manual_triggers: toggle('Shows a button at manual steps.'),
      allow_rebuild: toggle('Shows a button that builds again.'),
      allow_pipeline_start: toggle('Shows a button that starts a chain.'),
      allow_abort: toggle('Shows a button that aborts a build.'),
      paging_enabled: toggle('Shows older runs on more pages.'),
      link_relative: toggle('Links to jobs as seen from the view.'),
      link_to_console_log: toggle('Links to the log of a build, not to the build.'),
    },
    examples: [
      { name: 'delivery', kind: 'delivery-pipeline-view', components: [{ name: 'Web', initial_job: 'web' }] },
    ],
  },
  'sectioned-view': {
    description: 'Lists, texts and links in sections, by the Sectioned View plugin.',
    fields: {
      ...commonFields('sectioned-view'),
      ...viewFields,
      sections: list('The sections.', {
        of: 'JobSection',
        required: true,
        minItems: 1,
        examples: [[{ list: { name: 'Nightly', regex: '.*-nightly' } }]],
        since,
      }),
    },
    examples: [
      {
        name: 'overview',
        kind: 'sectioned-view',
        sections: [
          { text: 'Broken builds: call the duty.' },
          { list: { name: 'Nightly', regex: '.*-nightly' } },
        ],
      },
    ],
  },
};

/** What views hold beside things of families. */
export const viewParts: Definitions = {
  InnerView: {
    description: 'A view inside another one; its `kind` says which fields it has.',
    kinds: Object.fromEntries(Object.keys(viewKinds).map((kind) => [kind, `${pascalCase(kind)}Item`])),
    fields: {},
    examples: [{ name: 'nightly', kind: 'list-view', regex: '.*-nightly' }],
  },
  GroupingRule: {
    description: 'A group of jobs.',
    short: 'group_regex',
    fields: {
      group_regex: text('Java regular expression for the names of its jobs.', {
        required: true,
        examples: ['(web|api)-.*'],
        refers: 'regex',
        minLength: 1,
        since,
      }),
      naming_rule: text('Name of the group; `$1` stands for the first group of the expression.', {
        default: '$1',
        examples: ['Service $1'],
        since,
      }),
      use_display_name: toggle('Looks at the names that Jenkins shows.'),
    },
    examples: [{ group_regex: '(web|api)-.*', naming_rule: 'Service $1' }],
  },
  DeliveryComponent: {
    description: 'A chain of jobs.',
    fields: {
      name: text('Name of the chain.', { required: true, examples: ['Web'], minLength: 1, since }),
      initial_job: text('Name of the job that it begins with.', {
        required: true,
        examples: ['web'],
        refers: 'job',
        minLength: 1,
        since,
      }),
      final_job: text('Name of the job that it ends with, whatever that starts.', {
        without: 'the last one',
        examples: ['web-production'],
        refers: 'job',
        minLength: 1,
        since,
      }),
      show_upstream: toggle('Shows the jobs before the first one, too.'),
    },
    examples: [{ name: 'Web', initial_job: 'web' }],
  },
  DeliveryRegexp: {
    description: 'Chains by the names of their first jobs.',
    fields: {
      regexp: text('Java regular expression; its first group is the name of the chain.', {
        required: true,
        examples: ['build-(.*)'],
        refers: 'regex',
        minLength: 1,
        since,
      }),
      show_upstream: toggle('Shows the jobs before the first one, too.'),
    },
    short: 'regexp',
    examples: [{ regexp: 'build-(.*)' }],
  },
};

function width(side: string): Field {
  return text(`Width of the ${side} portlets, in CSS.`, {
    default: '50%',
    examples: ['30%'],
    minLength: 1,
    since,
  });
}

function portlets(where: string): Field {
  return list(`Portlets ${where}.`, {
    of: 'JobPortlet',
    without: 'none',
    examples: [[{ 'latest-builds': 'Last builds' }]],
    since,
  });
}
