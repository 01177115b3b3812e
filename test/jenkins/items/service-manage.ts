import type { Item } from '../../../jenkins/all-items.ts';
import { node } from './node.ts';

/** The jobs of service_manage.groovy. */
export const serviceManage: readonly Item[] = [
  node({
    kind: 'folder',
    family: 'folders',
    name: 'example',
    displayName: 'Example',
    description: 'Jobs of project example',
  }),
  node({
    kind: 'freestyle',
    family: 'service_jobs',
    name: 'example/service-manage',
    label: 'generic',
    triggers: [node({ kind: 'cron', schedule: 'H/15 * * * *' })],
    wrappers: [node({ kind: 'colorize-output' })],
    builders: [
      node({ kind: 'shell', script: 'kubectl apply --server-side -f -' }),
      node({
        kind: 'copy-artifacts',
        job: 'seed-job',
        include: ['k8s/**'],
        from: { kind: 'latest-successful', stable: true },
      }),
    ],
    publishers: [
      node({ kind: 'downstream', jobs: ['example/environment-pipeline'], threshold: 'SUCCESS' }),
      node({ kind: 'mailer', recipients: ['team@example.com'], dontNotifyEveryUnstableBuild: true }),
      node({ kind: 'archive-junit', results: 'reports/*.xml' }),
    ],
  }),
  node({
    kind: 'pipeline',
    family: 'service_jobs',
    name: 'example/from-scm',
    definition: node({
      kind: 'cps-scm',
      scm: node({
        kind: 'git',
        remotes: [node({ url: 'https://git.example/x.git', credentials: 'c' })],
        branches: ['main'],
      }),
      scriptPath: 'ci/Jenkinsfile',
      lightweight: true,
    }),
  }),
  node({
    kind: 'list-view',
    family: 'views',
    name: 'example/deploys',
    description: 'Deploy jobs',
    jobs: ['service-manage'],
    regex: '.*-deploy',
    columns: ['status', 'weather', 'name', 'lastSuccess', 'lastFailure', 'lastDuration', 'buildButton'],
  }),
];
