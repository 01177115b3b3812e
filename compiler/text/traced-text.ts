import type { Origin } from './origin.ts';

/** Says that the lines `first` to `last` (counted from 0, both included) come from `origin`. */
export interface LineMark {
  readonly first: number;
  readonly last: number;
  readonly origin: Origin;
}

/** A text of several lines that knows where its lines come from. Marks may nest; inner ones come later. */
export class TracedText {
  readonly text: string;
  readonly marks: readonly LineMark[];

  constructor(text: string, marks: readonly LineMark[] = []) {
    this.text = text;
    this.marks = marks;
  }
}

/** Returns the marks of a text that starts `lines` lines further down in another one. */
export function shiftMarks(marks: readonly LineMark[], lines: number): LineMark[] {
  return marks.map(({ first, last, origin }) => ({ first: first + lines, last: last + lines, origin }));
}
