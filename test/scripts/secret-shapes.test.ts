import { describe, expect, it } from 'vitest';
import data from '../../compiler/check/rules/secrets/data/secret-shapes.json' with { type: 'json' };
import { findShapes } from '../../compiler/check/rules/secrets/secret-shapes.ts';
import { shapeDate, shapeFacts } from '../../compiler/check/rules/secrets/shape-facts.ts';
import { exampleTokens } from '../../scripts/secret-shapes/example-token.ts';

describe('the facts about tokens', () => {
  it('have a date, and a source each', () => {
    expect(shapeDate).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    const sources = Object.keys(data.sources);
    for (const { id, source } of shapeFacts) expect([id, sources.includes(source)]).toEqual([id, true]);
    expect(new Set(shapeFacts.map(({ id }) => id)).size).toBe(shapeFacts.length);
  });

  it.each(shapeFacts)('find $id', (facts) => {
    for (const token of exampleTokens(facts)) {
      const [found, ...others] = findShapes(`a ${token} b`);
      expect(others).toEqual([]);
      expect(token.endsWith(found?.text ?? 'nothing')).toBe(true);
    }
  });
});
