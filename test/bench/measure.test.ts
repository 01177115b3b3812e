import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { measure, ProgramFailed } from './measure.ts';

const node = (script: string) => measure(process.execPath, ['-e', script], '.');
// Touches 100 MB, and is busy for 0.2 s.
const work =
  'const kept = Buffer.alloc(100e6, 1); const end = Date.now() + 200; while (Date.now() < end); kept.at(0)';
const inChild = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(work)}])`;

test('counts the time and the memory of a program', async () => {
  const { seconds, cpuSeconds, memory } = await node(work);
  expect(seconds).toBeGreaterThan(0.2);
  expect(cpuSeconds).toBeGreaterThan(0.05);
  if (existsSync('/proc/self/status')) expect(memory).toBeGreaterThan(100e6);
});

test('counts its children too', async () => {
  const alone = await node('0');
  const { cpuSeconds, memory } = await node(inChild);
  expect(cpuSeconds).toBeGreaterThan(alone.cpuSeconds);
  if (existsSync('/proc/self/status')) expect(memory).toBeGreaterThan(100e6 + (alone.memory ?? 0));
});

test('throws what a program that fails says', async () => {
  const failing = node('console.error("no such thing"); process.exitCode = 3');
  await expect(failing).rejects.toThrow(ProgramFailed);
  await expect(failing).rejects.toThrow(/exit code 3\nno such thing/);
});
