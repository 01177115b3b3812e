import { describe, expect, it } from 'vitest';
import { openDelimiter } from '../../../compiler/source/open-delimiter.ts';

function open(text: string) {
  const found = openDelimiter({ name: 'build.bitesize', text }, text.length);
  return found === undefined ? undefined : `${found.character} ${found.offset}`;
}

describe('openDelimiter', () => {
  it.each([
    ['a: "text', '" 3'],
    ["a: 'text", "' 3"],
    ['a: [1, 2', '[ 3'],
    ['a: {b: [1, 2], c', '{ 3'],
    ['a: {b: [1, 2', '[ 7'],
    ['a: "x"\nb: [1', '[ 10'],
    ['- "a\\"b', '" 2'],
    ["a: ['it''s', b", '[ 3'],
    ['a: [ # ]\n  1', '[ 3'],
    ['a: |\n  "text\nb: {c', '{ 16'],
  ])('%j has %s', (text, expected) => expect(open(text)).toBe(expected));

  it.each(['a: "text"', "a: it's", 'a: b]', 'a: 5" nails', '# "', 'a: [1, 2]'])('%j has none', (text) =>
    expect(open(text)).toBeUndefined(),
  );
});
