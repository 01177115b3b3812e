import { compareText } from '../../../compiler/util/compare-text.ts';
import { pins } from '../server/pins.ts';
import type { ResultRow } from './record.ts';

/** When a run was, and how long it took. */
export interface RunFacts {
  /** `2026-11-29` */
  readonly date: string;
  readonly seconds: number;
}

/** Returns what a run counted, as a page. */
export function printResults(rows: readonly ResultRow[], { date, seconds }: RunFacts): string {
  const sorted = [...rows].sort((a, b) => compareText(`${a.suite} ${a.what}`, `${b.suite} ${b.what}`));
  const lines = sorted.map(
    ({ suite, what, tried, failed }) =>
      `| ${suite} | ${what} | ${tried.toLocaleString('en')} | ${failed.toLocaleString('en')} |`,
  );
  return [
    '# What a real API server said',
    '',
    `Written by \`npm run test:cluster -- --write\` on ${date}, after ${seconds} seconds: kube-apiserver and kubectl`,
    `${pins.kubernetes}, etcd ${pins.etcd}, definitions of Istio ${pins.istio}; RBAC and Pod Security admission on, no controllers.`,
    '',
    '| suite | what | tried | otherwise than it should |',
    '| --- | --- | ---: | ---: |',
    ...lines,
    '',
  ].join('\n');
}
