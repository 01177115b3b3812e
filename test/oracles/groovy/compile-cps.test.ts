import { expect, test } from 'vitest';
import { compileCps } from './compile-cps.ts';

const list = (length: number) => Array.from({ length }, (_, index) => `'${index}'`).join(', ');

test('a small pipeline passes', async () => {
  const { errors, constants } = await compileCps(
    "node('a') { sh(label: 'b', script: c()) }\ndef c() { return 'd' }",
  );
  expect(errors).toEqual([]);
  expect(constants).toBeGreaterThan(50);
});

test('the limits of the transformer are seen', async () => {
  expect((await compileCps(`echo([${list(250)}].join(''))`)).errors).toEqual([]);
  const [long] = (await compileCps(`echo([${list(251)}].join(''))`)).errors;
  expect(long?.message).toContain('250');
  const methods = Array.from(
    { length: 4000 },
    (_, n) => `def m${n}(v) { sh(label: 'l${n}', script: 's${n}') }`,
  );
  expect((await compileCps(methods.join('\n'))).errors).not.toEqual([]);
});
