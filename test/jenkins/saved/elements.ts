import type { Item } from '../../../jenkins/all-items.ts';
import { node } from '../items/node.ts';

/** Jobs and views of one thing each that Jenkins saved, and that the other cases have not. */
export const elements: readonly Item[] = [
  node({ kind: 'folder', family: 'folders', name: 'folder', displayName: 'D', description: 'd' }),
  node({
    kind: 'freestyle',
    family: 'build_jobs',
    name: 'fs-b-gradle',
    builders: [node({ kind: 'gradle', tasks: 'build' })],
  }),
  node({
    kind: 'freestyle',
    family: 'build_jobs',
    name: 'fs-p-downstream',
    publishers: [node({ kind: 'downstream', jobs: ['n'], threshold: 'SUCCESS' })],
  }),
  node({
    kind: 'freestyle',
    family: 'build_jobs',
    name: 'fs-p-fingerprint',
    publishers: [node({ kind: 'fingerprint', targets: '**' })],
  }),
  node({
    kind: 'multibranch',
    family: 'build_jobs',
    name: 'mb-git',
    sources: [node({ kind: 'git', id: 'one', remote: 'https://git.example.com/app.git' })],
  }),
  node({ kind: 'list-view', family: 'views', name: 'view-list', jobs: ['pl'], columns: ['status', 'name'] }),
  node({
    kind: 'list-view',
    family: 'views',
    name: 'view-regex',
    description: 'd',
    jobs: ['pl'],
    regex: 'a.*',
    recurse: true,
    statusFilter: 'ENABLED',
    columns: ['status', 'name'],
  }),
];
