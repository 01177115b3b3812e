import type { Item } from '../../../jenkins/all-items.ts';
import { everythingFreestyle } from './everything-freestyle.ts';
import { everythingGit } from './everything-git.ts';
import { everythingViews } from './everything-views.ts';
import { node } from './node.ts';

/** The jobs and views of everything.groovy: every kind of node. */
export const everything: readonly Item[] = [
  node({
    kind: 'folder',
    family: 'folders',
    name: 'team',
    displayName: 'Team Folder',
    description: 'Folder for team',
  }),
  ...everythingFreestyle,
  ...everythingGit,
  node({
    kind: 'pipeline',
    family: 'image_jobs',
    name: 'pipe-cps',
    description: 'a pipeline',
    logRotation: node({ numToKeep: 5 }),
    properties: [
      node({
        kind: 'parameters',
        parameters: [
          node({ kind: 'string', name: 'IMAGE', defaultValue: 'latest', description: '' }),
          node({ kind: 'boolean', name: 'SKIP', defaultValue: false }),
        ],
      }),
      node({ kind: 'environment', variables: [node({ name: 'appname', value: 'demo' })] }),
    ],
    triggers: [
      node({ kind: 'cron', schedule: '@daily' }),
      node({ kind: 'upstream', jobs: ['app-scm'], threshold: 'SUCCESS' }),
      node({ kind: 'scm-poll', schedule: 'H/10 * * * *' }),
    ],
    definition: node({
      kind: 'cps',
      script: "node('dind') {\n  stage 'Build'\n  sh \"docker build -t ${env.IMAGE} .\"\n}",
      sandbox: true,
    }),
  }),
  node({
    kind: 'pipeline',
    family: 'image_jobs',
    name: 'pipe-cps-nosandbox',
    definition: node({ kind: 'cps', script: 'echo 1', sandbox: false }),
  }),
  node({
    kind: 'pipeline',
    family: 'image_jobs',
    name: 'pipe-scm',
    definition: node({
      kind: 'cps-scm',
      scm: node({
        kind: 'git',
        remotes: [node({ url: 'https://example.com/x.git', credentials: 'c' })],
        branches: ['*/main'],
      }),
      scriptPath: 'ci/Jenkinsfile',
      lightweight: true,
    }),
  }),
  node({
    kind: 'multibranch',
    family: 'build_jobs',
    name: 'multi',
    displayName: 'Multi',
    sources: [
      node({
        kind: 'git',
        id: 'uid-1',
        remote: 'https://github.com/example/app.git',
        credentials: 'seed-job-key',
        includes: 'main release-*',
        excludes: 'tmp',
      }),
    ],
    orphanedItems: node({ daysToKeep: 3, numToKeep: 20 }),
    scriptPath: 'ci/Jenkinsfile',
    triggers: [node({ kind: 'cron', schedule: '@midnight' })],
  }),
  node({
    kind: 'multibranch',
    family: 'build_jobs',
    name: 'multi-github',
    sources: [
      node({
        kind: 'github',
        id: 'uid-2',
        scanCredentials: 'gh',
        checkoutCredentials: 'SAME',
        owner: 'example',
        repository: 'app',
      }),
    ],
  }),
  ...everythingViews,
];
