import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newAllowance, suggestion } from '../../../compiler/util/suggestion.ts';

/** The table of Damerau and Levenshtein, every cell of it. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const cell = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY;
  for (let row = 1; row <= a.length; row++) {
    rows.push([row]);
    for (let column = 1; column <= b.length; column++) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      const value = Math.min(
        cell(row - 1, column) + 1,
        cell(row, column - 1) + 1,
        cell(row - 1, column - 1) + cost,
        swapped ? cell(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      );
      rows[row]?.push(value);
    }
  }
  return cell(a.length, b.length);
}

function nearest(wrong: string, candidates: readonly string[]): string | undefined {
  const most = Math.max(1, Math.floor(wrong.length * 0.4));
  const near = candidates.filter((candidate) => candidate !== wrong && distance(wrong, candidate) <= most);
  return near.sort((a, b) => distance(wrong, a) - distance(wrong, b))[0];
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 9 });

function spent(wrong: string, candidates: readonly string[]): number {
  const allowance = newAllowance();
  const before = allowance.steps;
  suggestion(wrong, candidates, allowance);
  return before - allowance.steps;
}

describe('a suggestion', () => {
  it('is the nearest candidate, the first of several that are as near', () => {
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 6 }), (wrong, candidates) => {
        expect(suggestion(wrong, candidates)).toBe(nearest(wrong, candidates));
      }),
      { numRuns: 2000 },
    );
  });

  it('is not made for a name that is longer than any', () => {
    const long = 'a'.repeat(100);
    expect(suggestion(long, [`${long.slice(1)}b`])).toBe(`${long.slice(1)}b`);
    expect(suggestion(`${long}a`, [long])).toBeUndefined();
    expect(spent('a'.repeat(40_000), ['a'.repeat(40_001)])).toBe(0);
    expect(spent('a', ['a'.repeat(40_000)])).toBe(1);
  });

  it('looks only at the cells near the diagonal, and gives up where nothing is near', () => {
    expect(spent('abcdefghij', ['abcdefghijk'])).toBeLessThan(1 + 10 * 11);
    expect(spent('a'.repeat(100), ['b'.repeat(100)])).toBeLessThan(60 * 100);
  });

  it('is made as long as something is left of the allowance', () => {
    const allowance = newAllowance();
    const most = allowance.steps;
    const candidates = Array.from({ length: 2000 }, (_, index) => `component-${index}`);
    let made = 0;
    while (suggestion('componnet-77', candidates, allowance) !== undefined) made++;
    expect(made).toBeGreaterThan(10);
    // The last candidate that was looked at may take a little more.
    expect(most - allowance.steps).toBeLessThan(most + 10_000);
    expect(suggestion('componnet-77', ['component-77'], allowance)).toBeUndefined();
  });
});
