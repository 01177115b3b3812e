import type { Item } from '../../../jenkins/all-items.ts';
import { node } from './node.ts';

const common = { owner: 'shop', credentials: 'api', forks: true };
const gerrit = {
  kind: 'gerrit',
  server: 'review',
  project: 'shop',
  branch: 'main',
  files: ['web/**'],
} as const;
const pushes = [
  node({ kind: 'gitlab-push', branch: "it's/main" }),
  node({ kind: 'bitbucket-push' }),
] as const;

/** What builds pull requests and pushes: elements that Job DSL has no methods for, beside those that it prints. */
export const requests: readonly Item[] = [
  node({
    kind: 'multibranch',
    family: 'build_jobs',
    name: 'web-pull-requests',
    description: 'Builds pull requests of component web of shop.',
    sources: [
      node({
        kind: 'github-requests',
        ...common,
        id: 'web',
        repository: 'web',
        api: 'https://api.github.com',
        status: 'shop/web',
      }),
    ],
    triggers: [node({ kind: 'folder-scan', every: '1d' })],
    orphanedItems: node({}),
    inline: node({ script: "echo('$it')\n", sandbox: true, marker: 'package.json' }),
  }),
  node({
    kind: 'multibranch',
    family: 'build_jobs',
    name: 'all-sources',
    sources: [
      node({
        kind: 'gitlab-requests',
        ...common,
        id: 'a',
        repository: 'web',
        server: 'company',
        status: 'web',
      }),
      node({ kind: 'git', id: 'b', remote: 'git@example.com:shop.git', includes: 'release/*', excludes: '' }),
      node({
        kind: 'bitbucket-requests',
        ...common,
        id: 'c',
        repository: 'web',
        server: 'https://bitbucket.org',
        sshKey: 'deploy-key',
        forks: false,
      }),
      node({ kind: 'github', id: 'd', owner: 'shop', repository: 'web' }),
      node({ kind: 'git', id: 'e', remote: 'git@example.com:shop.git', includes: 'main', excludes: '' }),
    ],
    triggers: [node({ kind: 'cron', schedule: '@daily' }), node({ kind: 'folder-scan', every: '15m' })],
  }),
  node({
    kind: 'pipeline',
    family: 'build_jobs',
    name: 'kernel-pull-requests',
    properties: [
      node({ kind: 'copy-artifact-permission', jobs: ['web-docker-image'] }),
      node({ kind: 'disable-concurrent-builds' }),
      node({
        kind: 'parameters',
        parameters: [node({ kind: 'string', name: 'COMMIT', defaultValue: '' })],
      }),
    ],
    triggers: [
      node({ ...gerrit, on: { kind: 'review', comment: '^recheck' } }),
      node({ kind: 'scm-poll', schedule: 'H/5 * * * *' }),
      ...pushes,
      node({ kind: 'github-push' }),
    ],
    definition: node({ kind: 'cps', script: 'echo(1)', sandbox: true }),
  }),
  node({
    kind: 'freestyle',
    family: 'build_jobs',
    name: 'kernel',
    properties: [
      node({ kind: 'copy-artifact-permission', jobs: ['web-docker-image'] }),
      node({ kind: 'github-project', url: 'https://github.com/shop/kernel' }),
    ],
    triggers: [node({ ...gerrit, on: { kind: 'updated' } }), node({ kind: 'github-push' }), ...pushes],
  }),
];
