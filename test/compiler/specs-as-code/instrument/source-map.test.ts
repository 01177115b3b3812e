import ts from 'typescript';
import { expect, test } from 'vitest';
import { originalPosition } from '../../../../compiler/specs-as-code/instrument/source-map.ts';

const text = `interface Gone {
  x: number;
}
/* é */ const first: number = 1;
function later(name: string): string {
  return name + String(first);
}
`;
const { outputText, sourceMapText } = ts.transpileModule(text, {
  compilerOptions: { target: ts.ScriptTarget.ES2023, sourceMap: true, removeComments: true },
});

/** Returns line and column, from 0. */
function placeOf(where: string, word: string): { line: number; column: number } {
  const before = where.slice(0, where.indexOf(word)).split('\n');
  return { line: before.length - 1, column: before.at(-1)?.length ?? 0 };
}

test.each(['first', 'later', 'name', 'return', 'String(first)'])(
  '%s leads back to where it was written',
  (word) => {
    const { line, column } = placeOf(outputText, word);
    expect(originalPosition(sourceMapText ?? '', line, column)).toEqual(placeOf(text, word));
  },
);

test('a place between two segments belongs to the one before it', () => {
  const { line, column } = placeOf(outputText, 'later');
  expect(originalPosition(sourceMapText ?? '', line, column + 3)).toEqual(placeOf(text, 'later'));
});

test('a line that the map does not know leads nowhere', () => {
  expect(originalPosition(sourceMapText ?? '', 99, 0)).toBeUndefined();
});
