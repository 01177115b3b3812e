import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8 } from '../../../compiler/read/decode-utf8.ts';

const encoder = new TextEncoder();

describe('decoding UTF-8', () => {
  it('gives back every text that was encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!text.startsWith('\ufeff'));
        expect(decodeUtf8(encoder.encode(text))).toEqual({ text });
      }),
    );
  });

  it('leaves out a byte order mark at the start only', () => {
    expect(decodeUtf8(encoder.encode('\ufeffa\ufeff'))).toEqual({ text: 'a\ufeff' });
  });

  it('finds the first wrong byte, whatever stands before and after it', () => {
    const wrong = fc.constantFrom(
      [0xff],
      [0xc3, 0x28],
      [0xe2, 0x82],
      [0xed, 0xa0, 0x80],
      [0xc0, 0xaf],
      [0xf5],
    );
    const text = fc.string({ unit: 'grapheme', maxLength: 200 });
    fc.assert(
      fc.property(text, wrong, text, (before, bytes, after) => {
        fc.pre(!before.startsWith('\ufeff'));
        const all = new Uint8Array([...encoder.encode(before), ...bytes, 0x0a, ...encoder.encode(after)]);
        const decoded = decodeUtf8(all);
        expect(decoded.firstBad).toBe(before.length);
        expect(decoded.text.slice(0, before.length)).toBe(before);
        expect(decoded.text[before.length]).toBe('\ufffd');
      }),
    );
  });

  it('takes a character that is cut off at the end as wrong', () => {
    expect(decodeUtf8(encoder.encode('aé').subarray(0, 2))).toEqual({ text: 'a\ufffd', firstBad: 1 });
  });
});
