import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groovyLiteral } from '../../../compiler/print/groovy-literal.ts';
import { constantSize, decodeGroovy } from './decode-groovy.ts';

const pieces = [
  "'",
  "''",
  "'''",
  '"',
  '\\',
  '\\u000a',
  '$',
  '{',
  '${x}',
  '\n',
  '\r\n',
  '\t',
  '\0',
  '\u0085',
  '\u2028',
  '😀',
  'a',
  ' ',
];
const hostile = fc.array(fc.constantFrom(...pieces), { maxLength: 16 }).map((parts) => parts.join(''));
const text = fc.oneof(hostile, fc.string({ unit: 'binary' }));

describe('groovyLiteral', () => {
  it('reads well: one line stays one line, several lines stay lines', () => {
    expect(groovyLiteral("it's $HOME")).toBe("'it\\'s $HOME'");
    expect(groovyLiteral('make\nmake install\n')).toBe("'''\\\nmake\nmake install\n'''");
  });

  it('stands for the same text, and never holds a start of an interpolation', () => {
    fc.assert(
      fc.property(text, (value) => {
        const literal = groovyLiteral(value);
        expect(decodeGroovy(literal).text).toBe(value);
        expect(literal).not.toContain('${');
        expect(literal).not.toMatch(/[\0-\u0008\u000b-\u001f\u0085\u2028\u2029]/);
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps every constant within the 65,535 bytes of a class file', () => {
    const repeated = fc.tuple(
      fc.constantFrom(...pieces, '€€€€', 'long line\n'),
      fc.integer({ min: 4_000, max: 40_000 }),
    );
    fc.assert(
      fc.property(repeated, hostile, ([unit, times], end) => {
        const value = unit.repeat(times) + end;
        const { text: decoded, constants } = decodeGroovy(groovyLiteral(value));
        expect(decoded === value).toBe(true);
        expect(Math.max(...constants.map(constantSize))).toBeLessThanOrEqual(65_535);
      }),
      { numRuns: 40 },
    );
  });

  it('cuts a long text after a line break where there is one', () => {
    const line = `${'x'.repeat(99)}\n`;
    const { constants } = decodeGroovy(groovyLiteral(line.repeat(500)));
    expect(constants.length).toBeGreaterThan(1);
    expect(constants.every((constant) => constant.endsWith('\n'))).toBe(true);
  });
});
