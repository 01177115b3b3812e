import { choice, integer, list, text, texts } from '../../fields.ts';
import type { Definitions } from '../../spec-file.ts';
import { family, SINCE as since } from '../family.ts';
import { toggle } from './branch-behaviours.ts';

const caseSensitive = toggle('Tells capital letters from small ones.');

const several = list('Strategies that are asked.', {
  of: 'JobBuildStrategy',
  required: true,
  minItems: 1,
  examples: [['regular-branches', 'skip-initial-build']],
  since,
});

/** When a head of a multibranch pipeline is built. */
export const buildStrategies: Definitions = family(
  'BuildStrategy',
  'When a branch, tag or pull request is built.',
  {
    'regular-branches': { description: 'Builds branches that have changed.', fields: {}, examples: [{}] },
    'change-request': {
      description: 'Builds pull requests that have changed.',
      fields: {
        ignore_target_only_changes: toggle('Does not build again when only the target branch has changed.'),
        ignore_untrusted_changes: toggle('Does not build pull requests of people who are not trusted.'),
      },
      examples: [{ ignore_target_only_changes: true }],
    },
    tags: {
      description: 'Builds tags by their age.',
      fields: {
        ignore_tags_newer_than: integer('Days that a tag must be old.', {
          without: 'any age',
          examples: [1],
          since,
        }),
        ignore_tags_older_than: integer('Days from which on a tag is too old.', {
          without: 'any age',
          examples: [7],
          since,
        }),
      },
      examples: [{ ignore_tags_older_than: 7 }],
    },
    'named-branches': {
      description: 'Builds branches whose names match one of the filters.',
      fields: {
        filters: list('Filters of names.', {
          of: 'JobNameFilter',
          required: true,
          minItems: 1,
          examples: [[{ 'exact-name': 'main' }, { 'wildcards-name': { includes: ['release/*'] } }]],
          since,
        }),
      },
      short: 'filters',
      examples: [{ filters: [{ 'exact-name': 'main' }] }],
    },
    'skip-initial-build': {
      description: 'Does not build what the first scan of the repository finds.',
      fields: {},
      examples: [{}],
    },
    'all-strategies-match': {
      description: 'Builds where all strategies would.',
      fields: { strategies: several },
      short: 'strategies',
      examples: [{ strategies: ['regular-branches', 'skip-initial-build'] }],
    },
    'any-strategies-match': {
      description: 'Builds where one of the strategies would.',
      fields: { strategies: several },
      short: 'strategies',
      examples: [{ strategies: ['regular-branches', { tags: { ignore_tags_older_than: 7 } }] }],
    },
    'none-strategies-match': {
      description: 'Builds where none of the strategies would.',
      fields: { strategies: several },
      short: 'strategies',
      examples: [{ strategies: [{ 'named-branches': [{ 'exact-name': 'main' }] }] }],
    },
  },
);

/** Which names of branches a strategy means. */
export const nameFilters: Definitions = family('NameFilter', 'Which names of branches are meant.', {
  'exact-name': {
    description: 'The branch of this name.',
    fields: {
      name: text('Name of the branch.', { required: true, examples: ['main'], minLength: 1, since }),
      case_sensitive: caseSensitive,
    },
    short: 'name',
    examples: [{ name: 'main' }],
  },
  'regex-name': {
    description: 'Branches whose whole name matches an expression.',
    fields: {
      regex: text('Java regular expression.', {
        required: true,
        examples: ['release/[0-9.]+'],
        refers: 'regex',
        minLength: 1,
        since,
      }),
      case_sensitive: caseSensitive,
    },
    short: 'regex',
    examples: [{ regex: 'release/[0-9.]+' }],
  },
  'wildcards-name': {
    description: 'Branches whose name matches a pattern.',
    fields: {
      includes: texts('Patterns of names that are meant; `*` stands for any characters.', {
        without: 'all',
        examples: [['main', 'release/*']],
        since,
      }),
      excludes: texts('Patterns of names that are not meant.', {
        without: 'none',
        examples: [['release/old-*']],
        since,
      }),
      case_sensitive: caseSensitive,
    },
    short: 'includes',
    examples: [{ includes: ['main', 'release/*'] }],
  },
});

/** Filters by the branches of a pull request. */
export const headFilters: Definitions = family(
  'HeadFilter',
  'A filter that looks at the branch that a pull request goes to or comes from; it holds for branches and tags, too.',
  {
    'head-pr-destined-regex': {
      description: 'Branches whose name, and pull requests whose target branch matches.',
      fields: {
        branch_regexp: text('Java regular expression for the branch.', {
          default: '.*',
          examples: ['main|release/.*'],
          refers: 'regex',
          since,
        }),
        tag_regexp: text('Java regular expression for tags.', {
          default: '(?!.*)',
          examples: ['v[0-9.]+'],
          refers: 'regex',
          since,
        }),
      },
      short: 'branch_regexp',
      examples: [{ branch_regexp: 'main|release/.*' }],
    },
    'head-pr-originated-regex': {
      description: 'Branches whose name, and pull requests whose own branch matches.',
      fields: {
        branch_regexp: text('Java regular expression for the branch.', {
          default: '.*',
          examples: ['feature/.*'],
          refers: 'regex',
          since,
        }),
        tag_regexp: text('Java regular expression for tags.', {
          default: '(?!.*)',
          examples: ['v[0-9.]+'],
          refers: 'regex',
          since,
        }),
      },
      short: 'branch_regexp',
      examples: [{ branch_regexp: 'feature/.*' }],
    },
    'head-pr-destined-wildcard': {
      description: 'Branches whose name, and pull requests whose target branch matches a pattern.',
      fields: wildcardFields(),
      short: 'branch_includes',
      examples: [{ branch_includes: ['main', 'release/*'] }],
    },
    'head-pr-originated-wildcard': {
      description: 'Branches whose name, and pull requests whose own branch matches a pattern.',
      fields: wildcardFields(),
      short: 'branch_includes',
      examples: [{ branch_includes: ['feature/*'] }],
    },
  },
);

/** What the jobs of branches have. */
export const branchProperties: Definitions = {
  ...family('BranchProperty', 'What the job of a branch has.', {
    'suppress-scm-triggering': {
      description: 'Builds some branches only when somebody asks for it.',
      fields: {
        branch_regex: text('Java regular expression for the names of branches that are built as ever.', {
          default: '^$',
          examples: ['main|release/.*'],
          refers: 'regex',
          since,
        }),
        suppress_strategy: choice('What starts no build of the branches that match, either.', {
          values: {
            nothing: 'Branches that match are built by scans and by events; the others by nothing.',
            'branch-indexing':
              'Branches that match are built by events, not by scans of the repository; the others by nothing.',
            webhooks:
              'Branches that match are built by scans of the repository, not by events; the others by nothing.',
          },
          default: 'nothing',
          examples: ['branch-indexing'],
          since,
        }),
      },
      short: 'branch_regex',
      examples: [{ branch_regex: 'main' }],
    },
    'durability-hint': {
      description: 'How much a pipeline writes down to go on after Jenkins was restarted.',
      fields: {
        hint: choice('The trade of speed for durability.', {
          values: {
            'performance-optimized': 'Writes least: a run is lost when Jenkins is killed.',
            'survivable-nonatomic': 'Writes each step, but not atomically.',
            'max-survivability': 'Writes each step at once.',
          },
          required: true,
          examples: ['performance-optimized'],
          since,
        }),
      },
      short: 'hint',
      examples: [{ hint: 'performance-optimized' }],
    },
    'rate-limit': {
      description: 'How often a branch is built at most.',
      fields: {
        count: integer('How many builds.', {
          required: true,
          examples: [4],
          minimum: 1,
          maximum: 1000,
          since,
        }),
        duration: choice('In which time.', {
          values: {
            second: 'A second.',
            minute: 'A minute.',
            hour: 'An hour.',
            day: 'A day.',
            week: 'A week.',
            month: 'A month.',
            year: 'A year.',
          },
          default: 'hour',
          examples: ['day'],
          since,
        }),
        user_boost: toggle('Builds at once what a person asks for.'),
      },
      short: 'count',
      examples: [{ count: 4, duration: 'hour' }],
    },
  }),
  PropertyStrategies: {
    description: 'Properties of the jobs of branches.',
    fields: {
      all_branches: list(
        'Properties of all branches; with `named_branches`, of those that no name matches.',
        {
          of: 'JobBranchProperty',
          without: 'none',
          examples: [[{ 'durability-hint': 'performance-optimized' }]],
          since,
        },
      ),
      named_branches: list('Branches with properties of their own.', {
        of: 'NamedBranches',
        without: 'none',
        examples: [[{ name: 'release/*', properties: [{ 'durability-hint': 'max-survivability' }] }]],
        since,
      }),
    },
    examples: [{ all_branches: [{ 'durability-hint': 'performance-optimized' }] }],
  },
  NamedBranches: {
    description: 'Branches with properties of their own.',
    fields: {
      name: text('Pattern of the names, `*` stands for any characters; `!` before it excludes.', {
        required: true,
        examples: ['release/*'],
        minLength: 1,
        since,
      }),
      properties: list('Properties of these branches, instead of the others.', {
        of: 'JobBranchProperty',
        without: 'none',
        examples: [[{ 'durability-hint': 'max-survivability' }]],
        since,
      }),
    },
    examples: [{ name: 'release/*', properties: [{ 'durability-hint': 'max-survivability' }] }],
  },
};

function wildcardFields() {
  return {
    branch_includes: texts('Patterns of branches that are looked at; `*` stands for any characters.', {
      without: 'all',
      examples: [['main', 'release/*']],
      since,
    }),
    branch_excludes: texts('Patterns of branches that are left out.', {
      without: 'none',
      examples: [['release/old-*']],
      since,
    }),
    tag_includes: texts('Patterns of tags that are looked at.', {
      without: 'none',
      examples: [['v*']],
      since,
    }),
    tag_excludes: texts('Patterns of tags that are left out.', {
      without: 'all',
      examples: [['v0.*']],
      since,
    }),
  };
}
