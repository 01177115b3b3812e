import type { SourceFile } from './span.ts';

/** A place as people and editors count it: line and column start at 1, columns count UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const lineStartsOfFile = new WeakMap<SourceFile, readonly number[]>();

/** Returns the offsets at which the lines of a file start; they are computed once per file. */
export function lineStarts(file: SourceFile): readonly number[] {
  const known = lineStartsOfFile.get(file);
  if (known) return known;
  const starts = [0];
  for (let at = file.text.indexOf('\n'); at !== -1; at = file.text.indexOf('\n', at + 1)) starts.push(at + 1);
  lineStartsOfFile.set(file, starts);
  return starts;
}

/** Returns line and column of an offset; an offset past the end gives the end of the file. */
export function positionAt(file: SourceFile, offset: number): Position {
  const starts = lineStarts(file);
  const at = Math.max(0, Math.min(offset, file.text.length));
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
}
