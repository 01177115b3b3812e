import { describe, expect, it } from 'vitest';
import { byText } from '../../../compiler/util/by-text.ts';

function counted(most?: number) {
  const made: string[] = [];
  const upper = byText((text) => {
    made.push(text);
    return text === '' ? undefined : text.toUpperCase();
  }, most);
  return { made, upper };
}

describe('byText', () => {
  it('makes the result for a text once, also where it is undefined', () => {
    const { made, upper } = counted();
    expect([upper('a'), upper(''), upper('a'), upper('')]).toEqual(['A', undefined, 'A', undefined]);
    expect(made).toEqual(['a', '']);
  });

  it('begins anew when it holds enough', () => {
    const { made, upper } = counted(2);
    for (const text of ['a', 'b', 'c', 'a']) upper(text);
    expect(made).toEqual(['a', 'b', 'c', 'a']);
  });

  it('keeps no long text', () => {
    const { made, upper } = counted();
    const long = 'a'.repeat(1000);
    expect(upper(long)).toBe(upper(long));
    expect(made).toHaveLength(2);
  });
});
