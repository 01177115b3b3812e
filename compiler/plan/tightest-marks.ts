import type { LineMark } from '../text/traced-text.ts';

/** For each line of a text the marks that say most about it. */
export interface TightestMarks {
  /** The mark of each line by its place in the list of marks; -1 for a line without one. */
  readonly best: Int32Array;
  /** The lines where several marks are equally tight, with these, the inner ones first. */
  readonly ties: ReadonlyMap<number, readonly LineMark[]>;
}

/**
 * Returns for each line the marks that hold for it: of all that cover the line those with the fewest lines, since a
 * value inside a block says more than the block. A file has thousands of lines and marks, so nothing is made per line.
 */
export function tightestMarks(marks: readonly LineMark[], lineCount: number): TightestMarks {
  const best = new Int32Array(lineCount).fill(-1);
  const sizes = new Int32Array(lineCount);
  const ties = new Map<number, readonly LineMark[]>();
  marks.forEach((mark, index) => {
    const size = mark.last - mark.first;
    const end = Math.min(mark.last, lineCount - 1);
    for (let line = Math.max(0, mark.first); line <= end; line++) {
      const other = best[line] ?? -1;
      if (other === -1 || size < (sizes[line] ?? 0)) {
        best[line] = index;
        sizes[line] = size;
        if (ties.size > 0) ties.delete(line);
      } else if (size === sizes[line]) {
        ties.set(line, [mark, ...(ties.get(line) ?? marks.slice(other, other + 1))]);
      }
    }
  });
  return { best, ties };
}
