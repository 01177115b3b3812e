import { lineStarts, positionAt } from '../text/position.ts';
import type { SourceFile, Span } from '../text/span.ts';
import { isBlankLine, lineAt } from './line-at.ts';

/** A line that ends with the header of a text of several lines: all that is before the key, and the key. */
const HEADER = /^(?<head> *(?:- +)*)(?<key>[\w.-]+): +[|>][+-]?\d?[+-]?[ \t]*(?:#.*)?$/;

/** A text of several lines that begins no further right than the key it belongs to. */
export interface FlatBlock {
  readonly key: string;
  /** The first line of the text. */
  readonly line: Span;
  readonly blanks: number;
}

/** Returns the text that should be indented below the header of a block, where one of its lines is at `at`. */
export function flatBlock(file: SourceFile, at: number): FlatBlock | undefined {
  const starts = lineStarts(file);
  const number = positionAt(file, at).line - 1;
  const text = lineAt(file, starts, number);
  let above = number - 1;
  while (above >= 0 && isBlankLine(lineAt(file, starts, above))) above--;
  const { head, key } = HEADER.exec(lineAt(file, starts, above))?.groups ?? {};
  const blanks = text.search(/\S|$/);
  if (head === undefined || key === undefined || blanks > head.length || /^\s*- /.test(text))
    return undefined;
  const start = (starts[number] ?? 0) + blanks;
  return {
    key,
    line: { file, start, end: start + text.trim().length },
    blanks: head.length + 2,
  };
}

/** Returns the column of the key whose text of several lines begins below this line; infinite where none does. */
export function headOfBlock(text: string): number {
  return HEADER.exec(text)?.groups?.head?.length ?? Number.POSITIVE_INFINITY;
}
