import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareText } from '../../../../../compiler/util/compare-text.ts';
import { type Comparison, compareSample } from './compare.ts';
import { rules } from './rules.ts';
import { readSamples } from './samples.ts';

const shared = process.env.BITESIZE_SHARED ?? join(import.meta.dirname, '../../../../../../shared');
const roots: Readonly<Record<string, string>> = {
  'the own samples': join(import.meta.dirname, 'data'),
  ...(existsSync(join(shared, 'golden')) ? { 'all samples': shared } : {}),
};

describe.each(Object.entries(roots))('what the engines made of %s', (title, root) => {
  const samples = readSamples(root);
  const comparisons = samples.flatMap((sample) => compareSample(sample, rules));

  it('is there to be compared', () => {
    expect(samples.length).toBeGreaterThan(0);
    expect(new Set(samples.map(({ engine }) => engine)).size).toBe(2);
  });

  it('differs only in what is modernised or fixed', () => {
    const open = comparisons.filter(({ verdict }) => verdict === 'unexplained');
    expect(
      open.map(({ sample, object, field, ours, theirs }) => ({ sample, object, field, ours, theirs })),
    ).toEqual([]);
  });

  it.runIf(title === 'all samples')('needs every rule', () => {
    const used = new Set(comparisons.map(({ rule }) => rule));
    expect(rules.filter((rule) => !used.has(rule)).map(({ reason }) => reason)).toEqual([]);
  });

  it('is the table', async () => {
    const file = title === 'all samples' ? 'comparison-all.tsv' : 'comparison-own.tsv';
    await expect(table(comparisons)).toMatchFileSnapshot(file);
  });
});

/** One line for each field of each kind and engine: how often it is equal, and why it differs where it does. */
function table(comparisons: readonly Comparison[]): string {
  const counts = new Map<string, number>();
  for (const { engine, kind, field, verdict, reason } of comparisons) {
    const key = [engine, kindName(kind), field.replaceAll('·', '.'), verdict, reason].join('\t');
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const lines = [...counts].sort(([a], [b]) => compareText(a, b)).map(([key, count]) => `${key}\t${count}`);
  const totals = ['equal', 'modernised', 'fixed', 'unexplained'].map(
    (verdict) =>
      `all\tall\tall\t${verdict}\t\t${comparisons.filter((each) => each.verdict === verdict).length}`,
  );
  return `${['engine\tkind\tfield\tverdict\treason\ttimes', ...totals, ...lines].join('\n')}\n`;
}

const ownKinds = [
  'ConfigMap',
  'CronJob',
  'Deployment',
  'HorizontalPodAutoscaler',
  'Ingress',
  'PersistentVolumeClaim',
  'Service',
];

function kindName(kind: string): string {
  return ownKinds.includes(kind) ? kind : 'third party';
}
