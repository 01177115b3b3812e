import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shellWord } from '../../../compiler/print/shell-word.ts';
import { hostileText } from '../groovy/hostile-text.ts';
import { runCommand } from '../tools/run-command.ts';

test.each(['bash', 'sh'])('5,000 random texts come back identical from %s', async (shell) => {
  // A command line cannot hold NUL.
  const texts = fc
    .sample(hostileText, { numRuns: 5000, seed: 2421 })
    .map((text) => text.replaceAll('\0', ''));
  const script = texts.map((text) => `printf '%s\\0' ${shellWord(text)}\n`).join('');
  const { code, stdout } = await runCommand(shell, [], { input: script });
  expect(code).toBe(0);
  const values = stdout.split('\0').slice(0, -1);
  expect(values.length).toBe(texts.length);
  expect(values.filter((value, index) => value !== texts[index])).toEqual([]);
});
