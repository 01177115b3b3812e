import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { utf8Length } from '../../../compiler/util/utf8-length.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Texts with single surrogates, too: each code unit stands for itself. */
const anyText = fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units));

describe('the length in UTF-8', () => {
  it('is the number of bytes that an encoder writes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(utf8Length(text)).toBe(new TextEncoder().encode(text).length);
      }),
    );
  });

  it('is the same in a browser', () => {
    const texts = ['', 'a', 'é€😀', '\ud800'];
    const onNode = texts.map(utf8Length);
    vi.stubGlobal('Buffer', undefined);
    expect(texts.map(utf8Length)).toEqual(onNode);
  });
});
