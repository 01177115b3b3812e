import type { PlainJob } from './job-families.ts';

/** What a bakery's Jenkins could have: written by hand over the years, each job a copy of another one. */
const parameters = [
  { string: { name: 'GERRIT_PROJECT', description: 'The project that changed.' } },
  { string: { name: 'GERRIT_BRANCH', default: 'main', description: 'The branch that changed.' } },
  { string: { name: 'GERRIT_REFSPEC', description: 'The change itself.' } },
];

const inContainer = (folders: readonly string[], image: string, command: string) => `#!/bin/bash
set -euo pipefail
${folders
  .map(
    (folder) =>
      `if [ ! -d "$PWD/${folder}" ]; then\n  echo "the folder ${folder} is missing" >&2\n  exit 1\nfi\n`,
  )
  .join('')}exec docker run --rm --init \\
  --label "job=$JOB_NAME" \\
  --volume "$PWD:/work" \\
  registry.bakery.example/${image} ${command}
`;

function test(
  project: string,
  python: string,
  extra: { readonly hours?: number; readonly isPublished?: true },
): PlainJob {
  return {
    name: `${project}-test-py${python}`,
    kind: 'freestyle',
    description: `Tests ${project} with each change.\nAsk the platform team when it fails for no reason.`,
    properties: [{ 'build-discarder': { days_to_keep: 15 } }],
    parameters,
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
    wrappers: [{ timeout: { timeout: (extra.hours ?? 1) * 60, fail: true } }, { timestamps: {} }],
    builders: [
      {
        shell: {
          command: inContainer(['src', 'cache'], `python:${python}`, `tox -e py${python.replace('.', '')}`),
        },
      },
      ...(extra.isPublished ? [{ shell: { command: 'make docs\n' } }] : []),
    ],
    publishers: [
      { junit: { results: 'reports/*.xml', allow_empty_results: true } },
      ...(extra.isPublished ? [{ archive: { artifacts: ['docs/**'] } }] : []),
    ],
  };
}

function deploy(project: string, environment: string): PlainJob {
  return {
    name: `${project}-deploy-${environment}`,
    kind: 'pipeline',
    script: `node('docker') {\n  checkout scm\n  stage('Deploy') {\n    sh './deploy ${project} ${environment}'\n  }\n}\n`,
    properties: [{ 'build-discarder': { days_to_keep: 15 } }, { 'disable-concurrent': {} }],
    parameters: [...parameters, { bool: { name: 'DRY_RUN', default: environment === 'live' } }],
  };
}

const projects = ['oven', 'shop', 'stock', 'till'];

/** The jobs of the sample. */
export const sampleJobs: readonly PlainJob[] = [
  ...projects.flatMap((project) => [
    test(project, '3.11', project === 'till' ? { hours: 3 } : {}),
    test(project, '3.13', project === 'shop' ? { isPublished: true } : {}),
  ]),
  ...projects.flatMap((project) => [deploy(project, 'stage'), deploy(project, 'live')]),
  {
    name: 'clean-up',
    kind: 'freestyle',
    description: 'Removes what nobody needs.',
    label: 'docker',
    triggers: [{ timed: { schedule: 'H 4 * * 7' } }],
    builders: [{ shell: { command: inContainer(['cache'], 'tools:latest', 'prune --days 30') } }],
  },
  { name: 'All tests', kind: 'list-view', regex: '.*-test-.*' },
];
