import type { Item } from '../../../jenkins/all-items.ts';
import { node } from './node.ts';

/** Freestyle jobs whose publishers tell results, in orders that configure blocks change. */
export const reports: readonly Item[] = [
  node({
    kind: 'freestyle',
    family: 'build_jobs',
    name: 'reports',
    publishers: [
      node({ kind: 'archive-artifacts', patterns: ['build/*.jar'] }),
      node({ kind: 'archive-junit', results: 'build/a.xml,build/b.xml' }),
      node({
        kind: 'record-coverage',
        reports: [
          node({ parser: 'JACOCO', pattern: 'build/jacoco/**/*.xml' }),
          node({ parser: 'GO_COV', pattern: '' }),
        ],
      }),
      node({ kind: 'slack-notifier', channels: ['#shop', "@o'neill"] }),
      node({ kind: 'mailer', recipients: ['dev@example.com'] }),
    ],
  }),
  node({
    kind: 'freestyle',
    family: 'build_jobs',
    name: 'coverage-alone',
    publishers: [
      node({ kind: 'record-coverage', reports: [node({ parser: 'LCOV', pattern: "it's/*.info" })] }),
    ],
  }),
  node({
    kind: 'freestyle',
    family: 'test_jobs',
    name: 'several',
    publishers: [
      node({ kind: 'archive-junit', results: 'a.xml' }),
      node({ kind: 'record-coverage', reports: [node({ parser: 'PIT', pattern: '' })] }),
      node({ kind: 'archive-junit', results: 'b.xml', allowEmptyResults: true }),
      node({ kind: 'record-coverage', reports: [node({ parser: 'CLOVER', pattern: '' })] }),
    ],
  }),
];
