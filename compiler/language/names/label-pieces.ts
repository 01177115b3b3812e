import { labelsOfExpression } from '../../util/label-expression.ts';

/** A part of a text. */
export interface TextPiece {
  readonly text: string;
  readonly start: number;
}

/** Labels, operators and brackets of a label expression. */
const PARTS = /"((?:[^"\\]|\\.)*)"|<->|->|&&|\|\||[!()]|(?:[^\s&|!<>()"'-]|-(?!>))+/g;

/** Returns the labels of a label expression with their places; the whole text where it is none. */
export function labelPieces(text: string): readonly TextPiece[] {
  if (text.trim() === '' || text.includes('$')) return [];
  if (labelsOfExpression(text) === undefined) return [{ text, start: 0 }];
  return [...text.matchAll(PARTS)].flatMap(({ 0: part, 1: quoted, index }): readonly TextPiece[] => {
    if (quoted !== undefined) return quoted.includes('\\') ? [] : [{ text: quoted, start: index + 1 }];
    return /^(<->|->|&&|\|\||[!()])$/.test(part) ? [] : [{ text: part, start: index }];
  });
}

/** Returns the words of a text with their places. */
export function wordPieces(text: string): readonly TextPiece[] {
  return [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ text: word, start: index }));
}
