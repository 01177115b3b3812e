import { expect, test } from 'vitest';
import { medians } from './measurement.ts';

test('takes the median of each number', () => {
  const runs = [
    { seconds: 3, cpuSeconds: 1, memory: 10 },
    { seconds: 1, cpuSeconds: 2, memory: undefined },
    { seconds: 2, cpuSeconds: 9, memory: 20 },
  ];
  expect(medians(runs)).toEqual({ seconds: 2, cpuSeconds: 2, memory: 15 });
});

test('knows no memory where no run does', () => {
  expect(medians([{ seconds: 1, cpuSeconds: 1, memory: undefined }]).memory).toBeUndefined();
});
