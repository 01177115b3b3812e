import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

describe('SHA-256', () => {
  it.each([
    ['with the module of Node', process],
    ['on an older Node', {}],
    ['in a browser', undefined],
  ])('is that of the bytes in UTF-8 %s', async (_, given) => {
    vi.stubGlobal('process', given);
    const { sha256 } = await import('../../../compiler/util/sha256.ts');
    vi.unstubAllGlobals();
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
