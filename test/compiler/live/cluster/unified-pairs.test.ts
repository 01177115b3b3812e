import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unifiedPairs } from '../../../../compiler/live/cluster/unified-pairs.ts';

function diffOf(files: readonly (readonly [before: string, after: string])[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'bitesize-pairs-'));
  for (const side of ['a', 'b'] as const) {
    mkdirSync(join(folder, side));
    for (const [index, texts] of files.entries())
      writeFileSync(join(folder, side, `${index}`), texts[side === 'a' ? 0 : 1]);
  }
  return spawnSync('diff', ['-N', '-a', '-U1000000', join(folder, 'a'), join(folder, 'b')], {
    encoding: 'utf8',
  }).stdout;
}

const tricky = [
  '--- a/x',
  '+++ b/x',
  '@@ -1 +1 @@',
  'diff -N',
  '\\ No newline at end of file',
  '-',
  '+',
  ' ',
  '',
  '- a: 1',
  '  "x": y',
];
const text = fc
  .array(fc.constantFrom(...tricky), { minLength: 0, maxLength: 12 })
  .map((lines) => lines.map((line) => `${line}\n`).join(''));

describe('both texts of a unified diff', () => {
  it('come back whole, whatever is in them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 3 }), (files) => {
        const expected = files
          .filter(([before, after]) => before !== after)
          .map(([before, after]) => ({
            before: before === '' ? undefined : before,
            after: after === '' ? undefined : after,
          }));
        expect(unifiedPairs(diffOf(files))).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('are not made up of something else, or of half a diff', () => {
    const whole = diffOf([['a\nb\n', 'a\nc\n']]);
    expect(unifiedPairs(whole)).toHaveLength(1);
    const lines = whole.trimEnd().split('\n');
    for (let kept = 1; kept < lines.length; kept++) {
      // The first line alone says only that files are compared.
      if (kept > 1) expect(unifiedPairs(lines.slice(0, kept).join('\n')), `${kept} lines`).toBeUndefined();
    }
    expect(unifiedPairs('Binary files a and b differ\n')).toBeUndefined();
    expect(unifiedPairs('hello\n')).toBeUndefined();
    expect(unifiedPairs('')).toEqual([]);
  });
});
