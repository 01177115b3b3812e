import type { LineMark } from '../text/traced-text.ts';

/** For each line of a text the marks that say most about it. */
export interface LinesOfMarks {
  /** The mark of each line by its place in the list of marks, or NONE, or TIED. Valid until the next text. */
  readonly best: Int32Array;
  /** The marks of the lines that are TIED, the inner ones first. */
  readonly ties: ReadonlyMap<number, readonly LineMark[]>;
}

/** A line without a mark. */
export const NONE = -1;

/** A line with several marks that are equally tight. */
export const TIED = -2;

/**
 * Finds for each line the marks that hold for it: of all that cover the line those with the fewest lines, since a
 * value inside a block says more than the block. A file has thousands of lines and marks, so nothing is made per line;
 * and one of these serves all artifacts of an output, so that memory is taken once.
 */
export class TightestMarks {
  private best = new Int32Array(1024);

  /** Returns the tightest marks of a text with so many lines. */
  of(marks: readonly LineMark[], lineCount: number): LinesOfMarks {
    if (this.best.length < lineCount) this.best = new Int32Array(2 * lineCount);
    const best = this.best.fill(NONE, 0, lineCount);
    const ties = new Map<number, readonly LineMark[]>();
    marks.forEach((mark, index) => {
      const size = sizeOf(mark);
      const end = Math.min(mark.last, lineCount - 1);
      for (let line = Math.max(0, mark.first); line <= end; line++) {
        const taken = best[line] ?? NONE;
        const others = taken === TIED ? ties.get(line) : undefined;
        const other = taken < 0 ? others?.[0] : marks[taken];
        if (other === undefined || size < sizeOf(other)) best[line] = index;
        else if (size === sizeOf(other)) {
          best[line] = TIED;
          ties.set(line, [mark, ...(others ?? [other])]);
        }
      }
    });
    return { best, ties };
  }
}

function sizeOf({ first, last }: LineMark): number {
  return last - first;
}
