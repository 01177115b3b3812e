import { expect, test } from 'vitest';
import { liveGoals } from './live-goals.ts';
import type { LiveRow } from './measure-asked.ts';

function row(name: string, jobs: number, seconds: number, rest: Partial<LiveRow> = {}): LiveRow {
  return { name, jobs, seconds, cpuSeconds: 1, memory: 1, lists: 1, configs: 1, writes: 0, ...rest };
}

const good: readonly LiveRow[] = [
  row('plan, cold', 8640, 20),
  row('plan, nothing changed', 8640, 15, { lists: 1085, configs: 9721 }),
  row('Job Builder, update', 400, 10),
];

test('all goals can be met', () => {
  expect(liveGoals(good, 1080).map(({ met }) => met)).toEqual([true, true, true]);
});

test.each([
  ['at least 10 times faster', row('plan, nothing changed', 8640, 22, { lists: 1085, configs: 9721 })],
  ['a first `plan`', row('plan, cold', 8640, 22)],
  ['one listing a folder', row('plan, nothing changed', 8640, 15, { lists: 2165, configs: 9721 })],
  ['no upload', row('plan, nothing changed', 8640, 15, { lists: 1085, configs: 9721, writes: 1 })],
])('missed: %s', (text, worse) => {
  const rows = good.map((each) => (each.name === worse.name ? worse : each));
  expect(liveGoals(rows, 1080).find((goal) => goal.text.includes(text))?.met).toBe(false);
});

test('says what was not measured', () => {
  expect(liveGoals([], 1080).map(({ met }) => met)).toEqual([undefined, undefined, undefined]);
});
