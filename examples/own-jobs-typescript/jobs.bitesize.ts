// The jobs of examples/own-jobs, made by functions: `families.ts` has one per family. Both become the same files.
import { job, jobs } from 'bitesize';
import {
  account,
  at,
  axis,
  changeOf,
  changesOf,
  keep,
  mailTo,
  make,
  repository,
  shop,
  table,
  testResults,
  yesOrNo,
} from './families.ts';

const databases = ['postgres', 'mysql'];

export default jobs({
  project: 'own-jobs',
  external: {
    credentials: ['deploy-key', 'github-app', 'nexus-login', 'database-admin'],
    labels: ['linux', 'docker', 'arm64'],
    jobs: ['platform/base-image'],
  },
  defaults: {
    freestyle: {
      label: 'linux && docker',
      wrappers: ['timestamps', 'ansicolor', { timeout: 60 }],
      properties: [keep({ num_to_keep: 30 })],
    },
  },
  jobs: [
    job('nightly', {
      kind: 'folder',
      display_name: 'Every night',
      description: 'What takes too long for every push.',
    }),
    job('nightly/full', {
      kind: 'freestyle',
      description: 'Builds and tests everything.',
      parameters: [
        { string: { name: 'BRANCH', default: 'main', description: 'Branch that is built.' } },
        { choice: { name: 'DATABASE', choices: databases } },
        yesOrNo('SLOW_TESTS', true),
      ],
      scm: [shop()],
      triggers: [at(3, '1-5'), { upstream: { jobs: 'platform/base-image', result: 'unstable' } }],
      builders: [
        make('all test DATABASE="$DATABASE"'),
        {
          'conditional-step': {
            condition: { 'boolean-expression': '$SLOW_TESTS' },
            steps: [make('slow-test')],
          },
        },
      ],
      publishers: [
        testResults(),
        { archive: { artifacts: ['dist/*.tar.gz'], fingerprint: true, only_if_success: true } },
        mailTo('shop@acme.dev'),
        {
          postbuildscript: {
            builders: [{ build_on: ['FAILURE', 'ABORTED'], build_steps: [make('collect-logs')] }],
          },
        },
        { trigger: 'nightly/compatibility' },
      ],
    }),
    job('review/shop', {
      kind: 'freestyle',
      description: 'Votes on each change in Gerrit.',
      label: 'linux',
      scm: [changeOf('shop')],
      triggers: [changesOf('shop')],
      builders: [make('check')],
    }),
    job('maintenance/restore', {
      kind: 'freestyle',
      description: 'Plays a backup back. Started by hand.',
      properties: [keep({ days_to_keep: 365 }), { 'lockable-resources': 'database' }],
      parameters: [
        { string: { name: 'BACKUP', description: 'Name of the backup.', trim: true } },
        {
          credentials: {
            name: 'ACCOUNT',
            type: 'username-password',
            default: 'database-admin',
            required: true,
          },
        },
      ],
      wrappers: ['timestamps', { 'build-name': '#${BUILD_NUMBER} ${BACKUP}' }, account('${ACCOUNT}', 'DB')],
      builders: [{ shell: './restore.sh "$BACKUP"' }],
    }),
    job('maintenance/report', {
      kind: 'freestyle',
      description: 'Counts what is in the artifact store.',
      triggers: [at(6, '1')],
      wrappers: [
        {
          'credentials-binding': [
            { 'username-password': { credentials: 'nexus-login', variable: 'NEXUS_LOGIN' } },
          ],
        },
      ],
      builders: [{ shell: './count-artifacts.sh > report.txt' }],
      fragments: [
        {
          at: 'publishers',
          plugins: [{ id: 'log-parser', why: 'finds lines of the log that matter' }],
          xml: `<hudson.plugins.logparser.LogParserPublisher>
  <unstableOnWarning>true</unstableOnWarning>
  <failBuildOnError>false</failBuildOnError>
  <showGraphs>false</showGraphs>
  <useProjectRule>true</useProjectRule>
  <projectRulePath>ci/log-rules</projectRulePath>
</hudson.plugins.logparser.LogParserPublisher>
`,
        },
      ],
    }),
    job('nightly/compatibility', {
      kind: 'matrix',
      description: 'Tests with each database on each sort of agent.',
      scm: [shop()],
      axes: [
        axis('DATABASE', ...databases),
        { 'label-expression': { name: 'AGENT', values: ['linux', 'arm64'] } },
      ],
      combination_filter: '!(DATABASE == "mysql" && AGENT == "arm64")',
      touchstone: { expr: 'DATABASE == "postgres" && AGENT == "linux"', result: 'stable' },
      builders: [make('test DATABASE="$DATABASE"')],
      publishers: [testResults()],
    }),
    job('release/all', {
      kind: 'multijob',
      description: 'Tests everything, then publishes.',
      builders: [
        {
          multijob: {
            name: 'Tests',
            projects: [
              { name: 'nightly/full', predefined_parameters: { BRANCH: 'main', SLOW_TESTS: 'true' } },
              { name: 'nightly/compatibility', kill_phase_on: 'FAILURE' },
            ],
          },
        },
        { multijob: { name: 'Publish', condition: 'SUCCESSFUL', projects: ['release/publish'] } },
      ],
    }),
    job('release/publish', {
      kind: 'pipeline',
      description: 'The Jenkinsfile of the repository.',
      scm: [shop()],
      script_path: 'ci/publish.Jenkinsfile',
      properties: [{ 'durability-hint': 'performance-optimized' }],
    }),
    job('maintenance/clean-up', {
      kind: 'pipeline',
      description: 'Removes builds that nobody needs.',
      file: 'pipelines/clean-up.groovy',
      parameters: [yesOrNo('DRY_RUN', true)],
      triggers: [at(5, '0')],
    }),
    job('web', {
      kind: 'multibranch',
      sources: [repository('web')],
      orphaned_items: { days_to_keep: 7, num_to_keep: 20 },
      triggers: [{ periodic: '1d' }],
    }),
    job('acme', {
      kind: 'organization',
      description: 'Every repository of the team that has a Jenkinsfile.',
      sources: [
        {
          github: {
            repo_owner: 'acme',
            credentials: 'github-app',
            topics: ['jenkins'],
            exclude_archived: true,
            discover_branch: 'no-pr',
            discover_pr_origin: 'merge-current',
          },
        },
      ],
      triggers: [{ periodic: '1d' }],
    }),
    job('legacy/appliance', { kind: 'xml', xml_file: 'xml/appliance.xml' }),
    table('Every night', 'nightly/full', 'nightly/compatibility'),
    job('Teams', {
      kind: 'nested-view',
      default_view: 'Web',
      views: [
        { name: 'Web', kind: 'list-view', regex: 'web|acme' },
        { name: 'Review', kind: 'list-view', regex: 'review/.*', recurse: true },
      ],
    }),
    job('Overview', {
      kind: 'dashboard-view',
      regex: '(nightly|release)/.*',
      recurse: true,
      left_portlets: [{ 'jobs-grid': { name: 'Jobs', column_count: 2 } }],
      right_portlets: [{ 'unstable-jobs': { name: 'What fails' } }],
      bottom_portlets: [{ 'test-statistics-grid': { name: 'Tests' } }],
    }),
    job('Release', {
      kind: 'delivery-pipeline-view',
      components: [{ name: 'Shop', initial_job: 'nightly/full', final_job: 'nightly/compatibility' }],
      show_changes: true,
    }),
  ],
});
