import { type Field, flag, integer, list, text } from '../fields.ts';
import { commonFields, namingFields } from './common-fields.ts';
import { jobKinds, SINCE } from './family.ts';
import { folderKinds } from './folders/folder-kinds.ts';
import { allowance } from './groovy-script.ts';
import { matrixFields, multijobFields } from './matrix-fields.ts';
import { viewKinds } from './views/view-kinds.ts';
import { xmlKind } from './xml.ts';

/** The fields of what is built: freestyle jobs and pipelines. */
export const buildableFields: Readonly<Record<string, Field>> = {
  display_name: text('The name that Jenkins shows.', {
    without: 'the name',
    examples: ['Nightly build'],
    since: SINCE,
  }),
  disabled: flag('Whether the job cannot be started.', { default: false, examples: [true], since: SINCE }),
  quiet_period: integer('Seconds that a build waits before it starts.', {
    without: 'that of Jenkins',
    examples: [5],
    since: SINCE,
  }),
  auth_token: text('Token with which a request starts the job; anybody who has it can.', {
    without: 'none',
    examples: ['start-me'],
    since: SINCE,
    secret: true,
  }),
  properties: list('Settings of the job.', {
    of: 'JobProperty',
    without: 'none',
    examples: [['disable-concurrent']],
    since: SINCE,
  }),
  parameters: list('What is asked for before a build.', {
    of: 'JobParameter',
    without: 'none',
    examples: [[{ string: { name: 'VERSION' } }]],
    since: SINCE,
  }),
  triggers: list('What starts the job.', {
    of: 'JobTrigger',
    without: 'none: somebody, or another job',
    examples: [[{ timed: 'H 3 * * *' }]],
    since: SINCE,
  }),
};

/** The fields of jobs that consist of steps: freestyle jobs, and those like them. */
export const projectFields: Readonly<Record<string, Field>> = {
  ...buildableFields,
  label: text('Label expression of the agents that may run it.', {
    without: 'any agent',
    examples: ['linux && docker'],
    since: SINCE,
    refers: 'label',
  }),
  jdk: text('Name of a JDK of Jenkins.', { without: 'that of the agent', examples: ['jdk21'], since: SINCE }),
  workspace: text('Folder in which it is built.', {
    without: 'one that Jenkins makes for the job',
    examples: ['/srv/build'],
    since: SINCE,
  }),
  retry_count: integer('How often a checkout that failed is tried again.', {
    without: 'as often as Jenkins says',
    examples: [2],
    since: SINCE,
  }),
  concurrent: flag('Whether several builds may run at once.', {
    default: false,
    examples: [true],
    since: SINCE,
  }),
  block_downstream: flag('Whether it waits while a job that it starts is built.', {
    default: false,
    examples: [true],
    since: SINCE,
  }),
  block_upstream: flag('Whether it waits while a job that starts it is built.', {
    default: false,
    examples: [true],
    since: SINCE,
  }),
  scm: list('Where the source is; several repositories are checked out by the plugin Multiple SCMs.', {
    of: 'JobScm',
    without: 'no checkout',
    examples: [[{ git: 'https://github.com/example/shop.git' }]],
    since: SINCE,
  }),
  wrappers: list('What surrounds the build.', {
    of: 'JobWrapper',
    without: 'none',
    examples: [['timestamps']],
    since: SINCE,
  }),
  builders: list('The build steps, in their order.', {
    of: 'JobBuilder',
    without: 'none',
    examples: [[{ shell: 'make test' }]],
    since: SINCE,
  }),
  publishers: list('What is done after the build, in its order.', {
    of: 'JobPublisher',
    without: 'none',
    examples: [[{ fingerprint: 'dist/*' }]],
    since: SINCE,
  }),
};

/** The kinds of jobs. */
export const kinds = jobKinds({
  freestyle: {
    description: 'A job of build steps.',
    fields: { ...commonFields('freestyle'), ...projectFields },
    examples: [
      {
        name: 'nightly',
        kind: 'freestyle',
        triggers: [{ timed: 'H 3 * * *' }],
        builders: [{ shell: 'make test' }],
      },
    ],
  },
  matrix: {
    description: 'A job that is built once for each combination of values.',
    fields: { ...commonFields('matrix'), ...projectFields, ...matrixFields },
    examples: [
      {
        name: 'compatibility',
        kind: 'matrix',
        axes: [{ 'user-defined': { name: 'POSTGRES', values: ['16', '17'] } }],
        builders: [{ shell: 'make test POSTGRES=$POSTGRES' }],
      },
    ],
  },
  multijob: {
    description: 'A job whose steps are phases, each of which builds other jobs, by the plugin Multijob.',
    fields: { ...commonFields('multijob'), ...projectFields, ...multijobFields },
    examples: [
      {
        name: 'release',
        kind: 'multijob',
        builders: [{ multijob: { name: 'Tests', projects: ['shop/test'] } }],
      },
    ],
  },
  pipeline: {
    description: 'A pipeline: `script`, `file` or `scm` says where its script is.',
    fields: {
      ...commonFields('pipeline'),
      ...buildableFields,
      script: text('The script itself.', {
        without: '`file` or `scm`',
        examples: ["node { sh 'make' }"],
        since: SINCE,
      }),
      file: text('A Groovy file beside the specs.', {
        without: '`script` or `scm`',
        examples: ['pipelines/release.groovy'],
        since: SINCE,
        refers: 'file',
      }),
      sandbox: flag('Whether the script runs in the sandbox; otherwise an administrator has to approve it.', {
        default: true,
        examples: [false],
        since: SINCE,
      }),
      allow: allowance('a script outside the sandbox is refused'),
      scm: list('The repository that holds the script.', {
        of: 'JobScm',
        without: '`script` or `file`',
        examples: [[{ git: 'https://github.com/example/shop.git' }]],
        since: SINCE,
      }),
      script_path: text('Path of the script in the repository.', {
        default: 'Jenkinsfile',
        examples: ['ci/Jenkinsfile'],
        since: SINCE,
      }),
      lightweight: flag('Whether Jenkins fetches the script alone, without a checkout of the repository.', {
        default: true,
        examples: [false],
        since: SINCE,
      }),
    },
    examples: [{ name: 'release', kind: 'pipeline', scm: [{ git: 'https://github.com/example/shop.git' }] }],
  },
  ...folderKinds,
  ...viewKinds,
  xml: xmlKind(namingFields('xml')),
});
