import { describe, expect, it } from 'vitest';
import { groovyTracedLiteral } from '../../../compiler/print/groovy-literal.ts';
import { fromPolicy } from '../../../compiler/text/origin.ts';
import { type LineMark, TracedText } from '../../../compiler/text/traced-text.ts';

/** Returns the lines of the literal that the only mark covers. */
function covered(text: string, mark: Pick<LineMark, 'first' | 'last'>): string[] {
  const literal = groovyTracedLiteral(new TracedText(text, [{ ...mark, origin: fromPolicy('here') }]));
  const [found] = literal.marks;
  return literal.text.split('\n').slice(found?.first, (found?.last ?? -1) + 1);
}

describe('groovyTracedLiteral', () => {
  it('marks the line of a text of one line', () => {
    expect(covered('make', { first: 0, last: 0 })).toEqual(["'make'"]);
  });

  it('marks the lines below the opening quotes', () => {
    expect(covered('a\nb\nc\n', { first: 1, last: 2 })).toEqual(['b', 'c']);
  });

  it('marks lines behind the cuts of a long text', () => {
    const long = `${'x'.repeat(15_000)}\n`;
    expect(covered(`${long}${long}second\nthird\n`, { first: 3, last: 3 })).toEqual(['third']);
    expect(covered(`${long}${long}second\nthird\n`, { first: 1, last: 1 })).toContain('x'.repeat(15_000));
  });

  it('marks all pieces of one long line', () => {
    const lines = covered(`first\n${'y'.repeat(50_000)}\nlast`, { first: 1, last: 1 });
    expect(lines.join('').replaceAll(/[^y]/g, '')).toHaveLength(50_000);
    expect(lines.join('')).not.toContain('last');
  });
});
