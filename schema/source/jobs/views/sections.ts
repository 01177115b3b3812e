import { choice, type Field, integer, list, text, texts } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { family, SINCE as since } from '../family.ts';
import { toggle } from '../sources/branch-behaviours.ts';

/** What all sections have. */
const place = {
  name: text('Title of the section.', { default: '', examples: ['Nightly'], since }),
  width: choice('How much of the page it takes.', {
    values: { full: 'All.', half: 'Half.', third: 'A third.', 'two-thirds': 'Two thirds.' },
    default: 'full',
    examples: ['half'],
    since,
  }),
  alignment: choice('Where it stands.', {
    values: { center: 'In the middle.', left: 'On the left.', right: 'On the right.' },
    default: 'center',
    examples: ['left'],
    since,
  }),
} satisfies Readonly<Record<string, Field>>;

/** Which jobs a section shows. */
const shown = {
  jobs: texts('Names of the jobs.', { without: 'none', examples: [['web', 'shop']], refers: 'job', since }),
  regex: text('Java regular expression for the names of more jobs.', {
    without: 'none',
    examples: ['.*-nightly'],
    refers: 'regex',
    minLength: 1,
    since,
  }),
  regex_on_all_jobs: toggle('Compares the expression with the jobs in folders, too.'),
  job_filters: list('Filters that add jobs or remove some.', {
    of: 'JobJobFilter',
    without: 'none',
    examples: [[{ 'job-status': { failed: true } }]],
    since,
  }),
} satisfies Readonly<Record<string, Field>>;

/** Sections of a sectioned view. */
export const sections: Definitions = family('Section', 'A section of a view: exactly one thing.', {
  list: {
    description: 'A list of jobs.',
    fields: {
      ...place,
      ...shown,
      columns: list('Columns of the list.', {
        of: 'JobColumn',
        without: 'status, weather, name, last-success, last-failure, last-duration, build-button',
        examples: [['status', 'name']],
        since,
      }),
    },
    examples: [{ name: 'Nightly', regex: '.*-nightly' }],
  },
  text: {
    description: 'A text, in the markup that Jenkins is set up for.',
    short: 'text',
    fields: {
      ...place,
      text: text('The text.', {
        required: true,
        examples: ['Broken nightly builds: call the duty.'],
        minLength: 1,
        since,
      }),
      style: choice('How it looks.', {
        values: {
          none: 'As plain text.',
          note: 'As a note.',
          info: 'As information.',
          warn: 'As a warning.',
          tip: 'As a tip.',
        },
        default: 'none',
        examples: ['info'],
        since,
      }),
    },
    examples: [{ text: 'Broken nightly builds: call the duty.', style: 'info' }],
  },
  'view-listing': {
    description: 'Links to other views.',
    short: 'views',
    fields: {
      ...place,
      views: texts('Names of the views.', { required: true, examples: [['nightly']], minItems: 1, since }),
      columns: integer('How many columns of links.', { default: 1, examples: [2], minimum: 1, since }),
    },
    examples: [{ views: ['nightly'] }],
  },
  'job-graphs': {
    description: 'The curves of the results of tests of jobs.',
    fields: { ...place, ...shown },
    examples: [{ name: 'Tests', jobs: ['web'] }],
  },
  folder: {
    description: 'Folders and what is in them.',
    fields: {
      ...place,
      ...shown,
      view_columns: integer('How many columns.', { default: 1, examples: [2], minimum: 1, since }),
      folder_levels: integer('How many levels of folders are shown.', {
        default: 1,
        examples: [2],
        minimum: 1,
        since,
      }),
      hide_jobs: toggle('Shows the folders only.'),
      regex_filter: text('Java regular expression for the names of folders.', {
        default: '',
        examples: ['team-.*'],
        refers: 'regex',
        since,
      }),
    },
    examples: [{ name: 'Teams', folder_levels: 2 }],
  },
});
