import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeLine, escapeLines } from '../../../compiler/print/groovy-literal.ts';

/** The rule itself, character by character, as slow as it is plain. */
function plainRule(text: string, special: RegExp): string {
  return text.replace(special, (character, ...rest) => {
    if (character === '\\') return '\\\\';
    if (character === "'") return "\\'";
    if (character === '\r') return '\\r';
    if (character === '\t') return '\\t';
    if (character === '$') return text[(rest.at(-2) as number) + 1] === '{' ? '\\u0024' : '$';
    return Array.from(
      { length: character.length },
      (_, unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`,
    ).join('');
  });
}

const inLine = /[\\'$\p{C}\u2028\u2029]/gu;
const inLines = /\\|'(?=''|$)|(?<='')'|(?<=')'(?=')|[$\r]|(?!\n|\t)[\p{C}\u2028\u2029]/gu;

const hostile = fc
  .array(
    fc.constantFrom(
      ...[
        "'",
        "''",
        "'''",
        '"',
        '\\',
        '\\u000a',
        '$',
        '{',
        '${',
        '\n',
        '\r\n',
        '\t',
        '\0',
        '\u007f',
        '\u0085',
      ],
      ...['\u2028', '\u200b', '\ud800', '\udc00', '😀', '\u{e0001}', 'é', 'a', ' '],
    ),
    { maxLength: 20 },
  )
  .map((parts) => parts.join(''));
const texts = fc.oneof(hostile, fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme-ascii' }));

describe('escapeLine and escapeLines', () => {
  it('give what the plain rule gives', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(escapeLine(text.replaceAll('\n', ''))).toBe(plainRule(text.replaceAll('\n', ''), inLine));
        expect(escapeLines(text)).toBe(plainRule(text, inLines));
      }),
      { numRuns: 5000 },
    );
  });

  it('escape every unit of the first planes as the plain rule does', () => {
    for (let unit = 0; unit <= 0xffff; unit++) {
      const text = `a${String.fromCharCode(unit)}b`;
      if (escapeLines(text) !== plainRule(text, inLines)) expect.fail(`U+${unit.toString(16)}`);
      if (unit !== 10 && escapeLine(text) !== plainRule(text, inLine)) expect.fail(`U+${unit.toString(16)}`);
    }
  });
});
