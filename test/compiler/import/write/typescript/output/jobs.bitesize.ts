import { job, jobs } from 'bitesize';
import { dockerRun, nodeDocker } from './scripts.ts';
import { gerritParameters, tests } from './shared.ts';

/** 8 jobs: `oven-deploy-live` to `till-deploy-stage`. */
function deployJob(name: string, deploy: string, dryRun: boolean) {
  return job(name, {
    kind: 'pipeline',
    script: nodeDocker(deploy),
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
  ...[
    ['oven-deploy-live', 'oven live'],
    ['shop-deploy-live', 'shop live'],
    ['stock-deploy-live', 'stock live'],
    ['till-deploy-live', 'till live'],
  ].map(([name, deploy]) =>
    deployJob(name, deploy, true),
  ),
  ...[
    ['oven-deploy-stage', 'oven stage'],
    ['shop-deploy-stage', 'shop stage'],
    ['stock-deploy-stage', 'stock stage'],
    ['till-deploy-stage', 'till stage'],
  ].map(([name, deploy]) =>
    deployJob(name, deploy, false),
  ),
];

interface TestPy3Row {
  name: string;
  tests2: string;
  example: string;
  timeout?: number;
  shell?: boolean;
}

/** 8 jobs: `oven-test-py3.11` to `till-test-py3.13`. */
function testPy3Job({ name, tests2, example, timeout = 60, shell = false }: TestPy3Row) {
  return job(`${tests2}-test-py3.${name}`, {
    kind: 'freestyle',
    description: tests(tests2),
    properties: [{ 'build-discarder': { days_to_keep: 15 } }],
    parameters: gerritParameters,
    label: 'docker',
    concurrent: true,
    scm: [
      {
        git: {
          url: `ssh://review.bakery.example/${tests2}`,
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
      { shell: dockerRun(['src', 'cache'], `python:3.${name} tox -e ${example}`) },
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
    { tests2: 'oven', timeout: 60 },
    { tests2: 'shop', timeout: 60 },
    { tests2: 'stock', timeout: 60 },
    { tests2: 'till', timeout: 180 },
  ].map(({ tests2, timeout }) =>
    testPy3Job({ name: '11', tests2, example: 'py311', timeout }),
  ),
  ...[
    { tests2: 'oven', shell: false },
    { tests2: 'shop', shell: true },
    { tests2: 'stock', shell: false },
    { tests2: 'till', shell: false },
  ].map(({ tests2, shell }) =>
    testPy3Job({ name: '13', tests2, example: 'py313', shell }),
  ),
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
