import { choice, flag, text, texts } from '../../fields.ts';
import { SINCE, type Things } from '../family.ts';
import { named } from './named.ts';

const eligibility = choice('Which of the agents are taken.', {
  values: {
    all: 'All, also those that are offline: the build waits for them.',
    'ignore-offline': 'Those that are online.',
    'ignore-temp-offline': 'Those that nobody has marked as temporarily offline.',
  },
  default: 'all',
  examples: ['ignore-offline'],
  since: SINCE,
});

/** Parameters whose values Jenkins knows. */
export const pickingParameters: Things = {
  credentials: {
    description: 'One of the credentials of Jenkins. The variable holds its id.',
    fields: named('DEPLOY_LOGIN', {
      type: choice('Kind of the credentials that can be chosen.', {
        values: {
          any: 'All kinds.',
          'username-password': 'A user name and a password.',
          'ssh-key': 'A user name and a private ssh key.',
          'secret-text': 'A secret text, such as a token.',
          file: 'A secret file.',
          certificate: 'A certificate with its key.',
        },
        default: 'any',
        examples: ['username-password'],
        since: SINCE,
      }),
      required: flag('Whether a build cannot start without one.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
      default: text('Id of the credential that is chosen unless somebody chooses another one.', {
        without: 'none is chosen',
        examples: ['nexus-login'],
        since: SINCE,
        refers: 'credentials',
      }),
    }),
    examples: [{ name: 'DEPLOY_LOGIN', type: 'username-password', required: true }],
  },
  run: {
    description: 'A build of a job. The variable holds its address.',
    fields: named('CANDIDATE', {
      job: text('The job whose builds can be chosen.', {
        required: true,
        minLength: 1,
        examples: ['web'],
        since: SINCE,
        refers: 'job',
      }),
      filter: choice('Which of its builds can be chosen.', {
        values: {
          all: 'All, also those that run.',
          completed: 'Those that have ended.',
          successful: 'Those that succeeded, stable or not.',
          stable: 'Those that are stable.',
        },
        default: 'all',
        examples: ['stable'],
        since: SINCE,
      }),
    }),
    examples: [{ name: 'CANDIDATE', job: 'web', filter: 'stable' }],
  },
  label: {
    description:
      'Label of the agent that builds, by Node and Label Parameter. It counts instead of that of the job.',
    short: 'name',
    fields: named('AGENT', {
      default: text('The label that is there before somebody writes another one.', {
        default: '',
        examples: ['linux'],
        since: SINCE,
        refers: 'label',
      }),
      all_nodes: flag('Whether the job is built on every agent that has the label.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
      trigger_if: choice('After which result the next agent builds, where the job is no concurrent one.', {
        values: {
          'all-cases': 'Every result.',
          success: 'A success.',
          unstable: 'A success, or an unstable build.',
        },
        default: 'all-cases',
        examples: ['success'],
        since: SINCE,
      }),
      node_eligibility: eligibility,
    }),
    examples: [{ name: 'AGENT', default: 'linux' }],
  },
  node: {
    description:
      'Agents by their names, by Node and Label Parameter. They count instead of the label of the job.',
    short: 'name',
    fields: named('AGENTS', {
      allowed_nodes: texts(
        'Names of the agents that can be chosen; `ALL (no restriction)` allows each of them.',
        {
          without: 'all agents',
          examples: [['builder-1', 'builder-2']],
          since: SINCE,
          refers: 'label',
        },
      ),
      default_nodes: texts('Names of the agents that build where nobody chooses.', {
        without: 'the agent of Jenkins itself',
        examples: [['builder-1']],
        since: SINCE,
        refers: 'label',
      }),
      multiple: choice('Whether several agents can be chosen, and when the next one builds.', {
        values: {
          disallowed: 'One agent only.',
          concurrent: 'Several; they build at the same time, if the job is a concurrent one.',
          'all-cases': 'Several; the next one builds after every result.',
          success: 'Several; the next one builds after a success.',
          unstable: 'Several; the next one builds after a success or an unstable build.',
        },
        default: 'disallowed',
        examples: ['concurrent'],
        since: SINCE,
      }),
      node_eligibility: eligibility,
    }),
    examples: [{ name: 'AGENTS', allowed_nodes: ['builder-1', 'builder-2'], multiple: 'concurrent' }],
  },
  'git-parameter': {
    description: 'A branch, tag, revision or pull request of the repository of the job, by Git Parameter.',
    short: 'name',
    fields: named('REVISION', {
      type: choice('What can be chosen.', {
        values: {
          branch: 'Branches.',
          tag: 'Tags.',
          'branch-tag': 'Branches and tags.',
          revision: 'Commits.',
          'pull-request': 'Pull requests.',
        },
        default: 'tag',
        examples: ['branch'],
        since: SINCE,
      }),
      branch: text('The branch whose commits can be chosen, for `type: revision`.', {
        without: 'all branches',
        examples: ['main'],
        since: SINCE,
      }),
      branch_filter: text(
        'Regular expression of the branches that can be chosen, with the name of the remote.',
        {
          default: '.*',
          examples: ['origin/release-.*'],
          since: SINCE,
          refers: 'regex',
        },
      ),
      tag_filter: text('Pattern of the tags that can be chosen, as `git tag -l` takes it.', {
        default: '*',
        examples: ['v*'],
        since: SINCE,
      }),
      sort: choice('The order of the list.', {
        values: {
          none: 'That of git.',
          ascending: 'By text.',
          descending: 'By text, backwards.',
          'ascending-smart': 'By text, numbers in it by their value.',
          'descending-smart': 'By text, numbers in it by their value, backwards.',
        },
        default: 'none',
        examples: ['descending-smart'],
        since: SINCE,
      }),
      default: text('The value where nobody chooses; also where the list is empty.', {
        without: 'none',
        examples: ['main'],
        since: SINCE,
      }),
      selected: choice('What is chosen when the list appears.', {
        values: {
          none: 'Nothing.',
          top: 'The first of the list.',
          default: 'The value of `default`.',
        },
        default: 'none',
        examples: ['top'],
        since: SINCE,
      }),
      repository: text('Regular expression of the address of the repository, where the job has several.', {
        without: 'the first one',
        examples: ['.*/shop[.]git'],
        since: SINCE,
        refers: 'regex',
      }),
      quick_filter: flag('Whether there is a field that filters the list.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
      list_size: text('How many values are seen at once; 0 makes a list to open.', {
        default: '5',
        examples: ['10'],
        since: SINCE,
      }),
      required: flag('Whether a build cannot start without a value.', {
        default: false,
        examples: [true],
        since: SINCE,
      }),
    }),
    examples: [{ name: 'REVISION', type: 'branch', default: 'main' }],
  },
  'matrix-combinations': {
    description: 'Which combinations of a matrix are built, by Matrix Combinations.',
    short: 'name',
    fields: named('COMBINATIONS', {
      filter: text(
        'Expression of Groovy for the combinations that are checked before somebody changes them.',
        {
          without: 'all are checked',
          examples: ["axis1 == 'a' || axis2 == 'b'"],
          since: SINCE,
        },
      ),
    }),
    examples: [{ name: 'COMBINATIONS' }],
  },
};
