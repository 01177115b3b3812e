import type { FieldChange } from './change.ts';
import { causeText } from './place-text.ts';

/** The most characters of a value that a diff shows. */
const WIDTH = 72;

/** How many characters before the first difference are shown. */
const BEFORE = 24;

/**
 * Returns a value as a diff shows it: one line, in quotes where it has blanks. Of a long one the part is shown where it
 * starts to differ from `other`; of a text of several lines, the first line.
 */
export function shortValue(value: string | undefined, other?: string): string {
  if (value === undefined) return 'nothing';
  const [line = '', ...more] = value.split('\n');
  const text = cut(line, other === undefined ? 0 : firstDifference(line, other));
  const shown = /^[\w./:@*-]+$/.test(text) ? text : JSON.stringify(text);
  return more.length > 0 ? `${shown} and ${more.length} more lines` : shown;
}

function cut(line: string, difference: number): string {
  if (line.length <= WIDTH) return line;
  const start = difference + 10 < WIDTH ? 0 : difference - BEFORE;
  const end = start + WIDTH;
  return `${start > 0 ? '...' : ''}${line.slice(start, end)}${end < line.length ? '...' : ''}`;
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/** The most lines of one text that a report for people shows; the rest is counted. */
const MAXIMUM_LINES = 5;

/** A field change as reports for people show it. */
export interface ShownField extends FieldChange {
  /** The path, with the number of the line where there is one. */
  readonly label: string;
  /** The line of a spec behind it; of the old spec, where the field is gone. */
  readonly place: string | undefined;
}

/** Lines that a report for people leaves out. */
export interface OmittedLines {
  readonly label: string;
  readonly omitted: number;
}

/** Returns the fields of a change for people: of each text only the first lines that differ. */
export function shownFields(fields: readonly FieldChange[]): readonly (ShownField | OmittedLines)[] {
  const counts = new Map<string, number>();
  const shown: (ShownField | OmittedLines)[] = [];
  fields.forEach((field, index) => {
    const { path, line } = field;
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    if (line === undefined || count <= MAXIMUM_LINES) {
      const place = causeText(field.because);
      shown.push({ ...field, label: line === undefined ? path : `${path} line ${line}`, place });
    } else if (fields[index + 1]?.path !== path) {
      shown.push({ label: path, omitted: count - MAXIMUM_LINES });
    }
  });
  return shown;
}
