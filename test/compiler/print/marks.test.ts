import { describe, expect, it } from 'vitest';
import { Marks } from '../../../compiler/print/marks.ts';
import { fromPolicy } from '../../../compiler/text/origin.ts';

describe('Marks', () => {
  it('gives back the text without marks, and the lines that stood between them', () => {
    const marks = new Marks();
    const inner = marks.around(fromPolicy('inner'), 'two\n');
    const { text, marks: found } = marks.resolve(
      `zero\n${marks.around(fromPolicy('outer'), `one\n${inner}three\n`)}four\n`,
    );
    expect(text).toBe('zero\none\ntwo\nthree\nfour\n');
    expect(
      found.map(({ first, last, origin }) => [first, last, origin.kind === 'policy' && origin.reason]),
    ).toEqual([
      [1, 3, 'outer'],
      [2, 2, 'inner'],
    ]);
  });

  it('marks a piece inside a line with that line', () => {
    const marks = new Marks();
    const { text, marks: found } = marks.resolve(`a\nb ${marks.around(fromPolicy('word'), 'word')} c\n`);
    expect(text).toBe('a\nb word c\n');
    expect(found).toMatchObject([{ first: 1, last: 1 }]);
  });

  it('leaves a text without marks as it is', () => {
    expect(new Marks().resolve('plain\n')).toMatchObject({ text: 'plain\n', marks: [] });
  });
});
