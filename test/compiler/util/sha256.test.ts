import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { buildSync } from 'esbuild';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { sha256 as Sha256 } from '../../../compiler/util/sha256.ts';

/** The module as a script, since what is there of Node is looked at once, when it begins. */
const script = buildSync({
  entryPoints: [fileURLToPath(new URL('../../../compiler/util/sha256.ts', import.meta.url))],
  bundle: true,
  format: 'iife',
  globalName: 'loaded',
  write: false,
}).outputFiles[0]?.text;

describe('SHA-256', () => {
  it.each([
    ['with the module of Node', { process }],
    ['on an older Node', { process: {} }],
    ['in a browser', {}],
  ])('is that of the bytes in UTF-8 %s', (_, given) => {
    const sha256: typeof Sha256 = runInNewContext(`${script}; loaded.sha256`, {
      TextEncoder,
      Uint8Array,
      ...given,
    });
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        for (const content of [text, `${text}\ud800`]) {
          const bytes = new TextEncoder().encode(content);
          const wanted = createHash('sha256').update(bytes).digest('hex');
          expect([sha256(content), sha256(bytes)]).toEqual([wanted, wanted]);
        }
      }),
    );
  });
});
