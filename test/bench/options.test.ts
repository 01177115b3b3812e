import { expect, test } from 'vitest';
import { benchOptions } from './options.ts';

test('has sizes and repeats the short ones', () => {
  const { sizes, runs, write, jobBuilder } = benchOptions([]);
  expect(sizes.map((size) => [size, runs(size)])).toEqual([
    [1, 15],
    [10, 5],
    [100, 3],
    [1080, 3],
    [5000, 1],
  ]);
  expect({ write, jobBuilder }).toEqual({ write: false, jobBuilder: true });
});

test('takes sizes and numbers of runs', () => {
  const { sizes, runs, write } = benchOptions(['1080', '100', '--runs', '2', '--write']);
  expect(sizes).toEqual([100, 1080]);
  expect(runs(1080)).toBe(2);
  expect(write).toBe(true);
});

test('beside another commit it leaves out ten projects', () => {
  const { sizes, against, runs } = benchOptions(['--against', 'HEAD~1']);
  expect(against).toBe('HEAD~1');
  expect(sizes.map((size) => [size, runs(size)])).toEqual([
    [1, 15],
    [100, 3],
    [1080, 3],
    [5000, 1],
  ]);
});

test.each([['0'], ['many'], ['--fast'], ['--runs=x']])('refuses %s', (argument) => {
  expect(() => benchOptions([argument])).toThrow();
});
