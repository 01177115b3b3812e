import { job, jobs } from 'bitesize';
import { dockerRun, nodeDocker } from './scripts.ts';
import { gerritParameters, tests } from './shared.ts';

const projectRows = ['oven', 'shop', 'stock', 'till'];

/** 8 jobs: `oven-deploy-live` to `till-deploy-stage`. */
function deployJob(project: string, variant: string, dryRun: boolean) {
  return job(`${project}-deploy-${variant}`, {
    kind: 'pipeline',
    script: nodeDocker(`${project} ${variant}`),
    properties: [
      { 'build-discarder': { days_to_keep: 15 } },
      'disable-concurrent',
    ],
    parameters: [
      ...gerritParameters,
      { bool: { name: 'DRY_RUN', default: dryRun } },
    ],
  });
}

const deployJobs = [
  ...projectRows.map((project) => deployJob(project, 'live', true)),
  ...projectRows.map((project) => deployJob(project, 'stage', false)),
];

interface TestPy3Row {
  project: string;
  version: string;
  command: string;
  timeout?: number;
  shell?: boolean;
}

/** 8 jobs: `oven-test-py3.11` to `till-test-py3.13`. */
function testPy3Job({ project, version, command, timeout = 60, shell = false }: TestPy3Row) {
  return job(`${project}-test-py3.${version}`, {
    kind: 'freestyle',
    description: tests(project),
    properties: [{ 'build-discarder': { days_to_keep: 15 } }],
    parameters: gerritParameters,
    label: 'docker',
    concurrent: true,
    scm: [
      {
        git: {
          url: `ssh://review.bakery.example/${project}`,
          refspec: '$GERRIT_REFSPEC',
          branches: ['$GERRIT_BRANCH'],
        },
      },
    ],
    wrappers: [
      { timeout: { timeout, fail: true } },
      'timestamps',
    ],
    builders: [
      { shell: dockerRun(['src', 'cache'], `python:3.${version} tox -e ${command}`) },
      ...(shell ? [{ shell: 'make docs\n' }] : []),
    ],
    publishers: [
      { junit: { results: 'reports/*.xml', allow_empty_results: true } },
      ...(shell ? [{ archive: ['docs/**'] }] : []),
    ],
  });
}

const testPy3Jobs = [
  ...[
    { project: 'oven' },
    { project: 'shop' },
    { project: 'stock' },
    { project: 'till', timeout: 180 },
  ].map(({ project, timeout }) =>
    testPy3Job({ project, version: '11', command: 'py311', timeout }),
  ),
  ...[
    { project: 'oven' },
    { project: 'shop', shell: true },
    { project: 'stock' },
    { project: 'till' },
  ].map(({ project, shell }) => testPy3Job({ project, version: '13', command: 'py313', shell })),
];

export default jobs({
  project: 'shop',
  jobs: [
    ...deployJobs,
    ...testPy3Jobs,
    job('All tests', { kind: 'list-view', regex: '.*-test-.*' }),
    job('clean-up', {
      kind: 'freestyle',
      description: 'Removes what nobody needs.',
      label: 'docker',
      triggers: [{ timed: 'H 4 * * 7' }],
      builders: [{ shell: dockerRun(['cache'], 'tools:latest prune --days 30') }],
    }),
  ],
});
