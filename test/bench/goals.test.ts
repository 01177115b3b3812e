import { expect, test } from 'vitest';
import { goals } from './goals.ts';
import type { Row, RowName } from './row.ts';

function row(size: number, name: RowName, seconds: number, rest: Partial<Row> = {}): Row {
  return { size, name, seconds, cpuSeconds: seconds, memory: 200e6, runs: 1, written: undefined, ...rest };
}

const unchanged = { written: { files: 0, bytes: 0, others: 0 } };
const good: readonly Row[] = [
  row(100, 'compile, cold', 0.5),
  row(1080, 'compile, cold', 5),
  row(1080, 'compile, nothing changed', 0.5, unchanged),
  row(1080, 'compile --emit config-xml', 2),
  row(1080, 'cp -r of the output', 2),
  row(1080, 'Job Builder, templates', 10),
  row(1080, 'Job Builder, spelt out', 20),
  row(1080, 'import of what Job Builder made', 15, { memory: 390e6 }),
  row(1080, 'compile, 8 more derived jobs', 8),
  row(1080, 'compile, 8 more own jobs', 9),
  row(5000, 'compile, cold', 25, { memory: 210e6 }),
];

test('all goals can be met', () => {
  expect(goals(good).filter(({ met }) => met !== true)).toEqual([]);
});

test.each([
  ['less time than Job Builder', row(1080, 'Job Builder, templates', 4.9)],
  ['5 times faster than Job Builder', row(1080, 'compile --emit config-xml', 2.1)],
  ['with every job spelt out', row(1080, 'Job Builder, spelt out', 9)],
  ['within 3 times `cp -r`', row(1080, 'cp -r of the output', 1.6)],
  ['under 300 MB', row(5000, 'compile, cold', 25, { memory: 301e6 })],
  ['at most 10 % more', row(5000, 'compile, cold', 25, { memory: 221e6 })],
  ['imported in less time', row(1080, 'import of what Job Builder made', 21)],
  ['under 400 MB', row(1080, 'import of what Job Builder made', 15, { memory: 401e6 })],
  ['10 times faster than a cold compile', row(1080, 'compile, nothing changed', 0.6, unchanged)],
  [
    'nothing is written',
    row(1080, 'compile, nothing changed', 0.5, { written: { files: 0, bytes: 0, others: 1 } }),
  ],
  ['of as many derived jobs', row(1080, 'compile, 8 more own jobs', 10.1)],
  ['of as many derived jobs', row(1080, 'compile, 8 more own jobs', 9, { memory: 251e6 })],
  ['time of a project constant within 20 %', row(100, 'compile, cold', 0.7)],
  ['time of each further project constant', row(1080, 'compile, cold', 8)],
])('missed: %s', (text, worse) => {
  const rows = good.map((each) => (each.size === worse.size && each.name === worse.name ? worse : each));
  expect(goals(rows).find((goal) => goal.text.includes(text))?.met).toBe(false);
});

test('says what was not measured', () => {
  expect(goals([]).map(({ met, measured }) => [met, measured])).toEqual(
    goals([]).map(() => [undefined, 'not measured']),
  );
});
