import { expect, test } from 'vitest';
import { rowName } from './against-rows.ts';
import type { PairedRow } from './paired.ts';
import { targets } from './targets.ts';

const before = { name: 'abc of 2026-11-27', command: '' };
const now = { name: 'now', command: '' };

function row(name: string, size: number, cpuSeconds: number): PairedRow {
  return { name, size, runs: 1, seconds: cpuSeconds, cpuSeconds, memory: undefined };
}

test('says how far each target is', () => {
  const rows = [
    row('node -e 0', 1, 0.1),
    row(rowName('check', before), 1, 0.4),
    row(rowName('check', now), 1, 0.2),
    row(rowName('compile, cold', before), 1, 0.5),
    row(rowName('compile, cold', now), 1, 0.3),
  ];
  const found = targets(rows, before, now);
  expect(found.filter(({ met }) => met !== undefined)).toEqual([
    {
      text: 'CPU of `check` of one project, beside `node -e 0`: at most 2.4 times',
      measured: '2.00 times',
      met: true,
    },
    { text: 'the same, beside the other build: at most 0.5 times', measured: '0.50 times', met: true },
    {
      text: 'CPU of `compile` of one project, beside the other build: at most 0.55 times',
      measured: '0.60 times',
      met: false,
    },
  ]);
});

test('takes what starting up costs from the costs of a further project', () => {
  const rows = [
    row(rowName('compile, cold', before), 1, 1),
    row(rowName('compile, cold', before), 1080, 1 + 1079 * 0.01),
    row(rowName('compile, cold', now), 1, 0.5),
    row(rowName('compile, cold', now), 1080, 0.5 + 1079 * 0.004),
  ];
  const found = targets(rows, before, now).find(({ text }) => text.includes('further project'));
  expect(found).toMatchObject({ measured: '0.40 times', met: true });
});

test('tells whether a further project costs the same in a very large fleet', () => {
  const rows = [
    row(rowName('compile, cold', now), 100, 1),
    row(rowName('compile, cold', now), 1080, 1 + 980 * 0.004),
    row(rowName('compile, cold', now), 5000, 1 + 980 * 0.004 + 3920 * 0.005),
  ];
  const found = targets(rows, before, now).find(({ text }) => text.includes('from 1,080 to 5,000'));
  expect(found).toMatchObject({ measured: '1.25 times', met: false });
});
