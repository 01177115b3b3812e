import { choice, integer, text } from '../../fields.ts';
import type { Definitions, ObjectSource } from '../../spec-file.ts';
import { family, SINCE as since } from '../family.ts';
import { toggle } from '../sources/branch-behaviours.ts';

/** Portlets of a dashboard. */
export const portlets: Definitions = family('Portlet', 'A portlet of a dashboard: exactly one thing.', {
  'hudson-std-jobs': titled('The list of jobs, as Jenkins has it.', 'Jobs'),
  'jobs-grid': {
    description: 'The jobs in a grid.',
    short: 'name',
    fields: {
      ...title('Jobs'),
      column_count: integer('How many columns.', { default: 3, examples: [4], minimum: 1, since }),
      fill_column_first: toggle('Fills the columns one after the other, not the rows.'),
    },
    examples: [{ name: 'Jobs', column_count: 4 }],
  },
  'unstable-jobs': {
    description: 'The jobs that are unstable or failed.',
    short: 'name',
    fields: {
      ...title('Broken'),
      show_only_failed_jobs: toggle('Leaves out those that are unstable.'),
      recurse: toggle('Looks into folders, too.'),
    },
    examples: [{ name: 'Broken', show_only_failed_jobs: true }],
  },
  'latest-builds': {
    description: 'The last builds of all jobs.',
    short: 'name',
    fields: {
      ...title('Last builds'),
      num_builds: integer('How many builds.', { default: 10, examples: [20], minimum: 1, since }),
    },
    examples: [{ name: 'Last builds' }],
  },
  iframe: {
    description: 'Another page.',
    fields: {
      ...title('Grafana'),
      source: text('URL of the page.', {
        required: true,
        examples: ['https://grafana.example.com/d/ci'],
        minLength: 1,
        since,
      }),
      div_style: text('CSS of the frame.', {
        default: 'width:100%;height:1000px;',
        examples: ['width:100%;height:400px;'],
        since,
      }),
    },
    examples: [{ name: 'Grafana', source: 'https://grafana.example.com/d/ci' }],
  },
  image: {
    description: 'A picture.',
    fields: {
      ...title('Coverage'),
      url: text('URL of the picture.', {
        required: true,
        examples: ['https://badges.example.com/coverage.svg'],
        minLength: 1,
        since,
      }),
    },
    examples: [{ name: 'Coverage', url: 'https://badges.example.com/coverage.svg' }],
  },
  'stat-jobs': titled('How many jobs have which weather.', 'Weather'),
  'stat-builds': titled('How many builds had which result.', 'Results'),
  'stat-agents': titled('How many agents there are, and how many of them are online.', 'Agents'),
  'test-statistics-chart': titled('A pie of passed, failed and skipped tests.', 'Tests'),
  'test-statistics-grid': {
    description: 'The numbers of tests of each job.',
    short: 'name',
    fields: {
      ...title('Tests'),
      hide_zero_test_projects: toggle('Leaves out jobs without tests.'),
      use_background_colors: toggle('Colours the cells.'),
      use_alternate_percentages: toggle('Shows shares near the limits with another rounding.'),
      success_color: color('passed', '71E66D'),
      failure_color: color('failed', 'E86850'),
      skipped_color: color('were skipped', 'FDB813'),
    },
    examples: [{ name: 'Tests', hide_zero_test_projects: true }],
  },
  'test-trend-chart': {
    description: 'The numbers of tests by time.',
    short: 'name',
    fields: {
      ...title('Tests by time'),
      graph_width: integer('Width in pixels.', { default: 300, examples: [600], minimum: 1, since }),
      graph_height: integer('Height in pixels.', { default: 220, examples: [300], minimum: 1, since }),
      date_range: integer('How many days are shown; 0 for all.', { default: 365, examples: [30], since }),
      date_shift: integer('Minutes by which a day begins later.', { default: 0, examples: [60], since }),
      display_status: choice('Which tests are shown.', {
        values: { all: 'All.', success: 'Passed ones.', skipped: 'Skipped ones.', failed: 'Failed ones.' },
        default: 'all',
        examples: ['failed'],
        since,
      }),
    },
    examples: [{ name: 'Tests by time', date_range: 30 }],
  },
});

function title(example: string) {
  return {
    name: text('Title of the portlet.', { required: true, examples: [example], minLength: 1, since }),
  };
}

function titled(description: string, example: string): ObjectSource {
  return { description, short: 'name', fields: title(example), examples: [{ name: example }] };
}

function color(of: string, value: string) {
  return text(`Colour of tests that ${of}: six hexadecimal digits.`, {
    default: value,
    examples: ['00AA00'],
    since,
  });
}
