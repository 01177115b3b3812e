import type { LineMark } from '../text/traced-text.ts';

/** For each line of a text the marks that say most about it. */
export interface LinesOfMarks {
  /** The mark of each line by its place in the list of marks, or NONE, or TIED. Valid until the next text. */
  readonly best: Int32Array;
  /**
   * The marks of the lines that are TIED by their places, the inner ones last; the same list for the lines of a run, mostly.
   * Valid until the next text.
   */
  readonly ties: ReadonlyMap<number, readonly number[]>;
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
  private best = new Int32Array(2048);
  /** The size of the best mark of each line. */
  private sizes = new Int32Array(2048);
  private readonly ties = new Map<number, readonly number[]>();

  /** Returns the tightest marks of a text with so many lines. */
  of(marks: readonly LineMark[], lineCount: number): LinesOfMarks {
    if (this.best.length < lineCount) {
      this.best = new Int32Array(2 * lineCount);
      this.sizes = new Int32Array(2 * lineCount);
    }
    if (this.ties.size > 0) this.ties.clear();
    const { sizes, ties } = this;
    const best = this.best.fill(NONE, 0, lineCount);
    for (let index = 0; index < marks.length; index++) {
      const mark = marks[index];
      if (mark === undefined) continue;
      const { first, last } = mark;
      const size = last - first;
      const end = Math.min(last, lineCount - 1);
      for (let line = Math.max(0, first); line <= end; line++) {
        const taken = best[line] ?? NONE;
        const least = sizes[line] ?? 0;
        if (taken === NONE || size < least) {
          best[line] = index;
          sizes[line] = size;
        } else if (size === least) {
          ties.set(line, this.tied(line, taken, index));
          best[line] = TIED;
        }
      }
    }
    return { best, ties };
  }

  /** Returns the marks of a line that this one joins: one list for all lines in a row that have them. */
  private tied(line: number, taken: number, index: number): readonly number[] {
    const above = this.ties.get(line - 1);
    const earlier = taken === TIED ? this.ties.get(line) : undefined;
    if (above?.at(-1) === index && isSameBut(above, earlier ?? [taken])) return above;
    return earlier === undefined ? [taken, index] : [...earlier, index];
  }
}

/** Returns whether a list has one more at its end than another. */
function isSameBut(longer: readonly number[], shorter: readonly number[]): boolean {
  return longer.length === shorter.length + 1 && shorter.every((item, at) => item === longer[at]);
}
