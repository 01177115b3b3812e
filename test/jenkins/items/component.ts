import type { Item } from '../../../jenkins/all-items.ts';
import { node } from './node.ts';

/** The jobs of component.groovy. */
export const component: readonly Item[] = [
  node({
    kind: 'freestyle',
    family: 'build_jobs',
    name: 'static-content',
    description: 'Builds component static-content of project example',
    label: 'generic',
    logRotation: node({ numToKeep: 30 }),
    scm: node({
      kind: 'git',
      remotes: [node({ url: 'git@bitbucket.org:example/sample-app.git', credentials: 'seed-job-key' })],
      branches: ['master'],
    }),
    triggers: [node({ kind: 'scm-poll', schedule: 'H/5 * * * *' })],
    wrappers: [
      node({ kind: 'colorize-output' }),
      node({ kind: 'timestamps' }),
      node({ kind: 'timeout', minutes: 60 }),
      node({
        kind: 'credentials-binding',
        bindings: [node({ kind: 'string', variable: 'API_TOKEN', credentials: 'example-api-token' })],
      }),
    ],
    builders: [
      node({
        kind: 'environment',
        variables: [
          node({ name: 'NODE_ENV', value: 'production' }),
          node({ name: 'QUOTED', value: 'it\'s "a" $value \\ end' }),
        ],
      }),
      node({ kind: 'shell', script: 'set -eu\nsudo gem install --no-document fpm -v 1.15.1' }),
      node({ kind: 'shell', script: 'rm -f *.deb' }),
      node({ kind: 'gradle', tasks: 'clean build', switches: '--stacktrace', useWrapper: false }),
    ],
    publishers: [node({ kind: 'archive-artifacts', patterns: ['*.deb', 'build/*.jar'] })],
  }),
];
