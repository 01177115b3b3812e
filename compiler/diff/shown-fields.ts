import type { FieldChange } from './change.ts';
import { oldPlace, placeText } from './place-text.ts';

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
    const { path, line, before, after } = field;
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    if (line === undefined || count <= MAXIMUM_LINES) {
      const place = after === undefined ? oldPlace(before?.origin) : placeText(after.origin);
      shown.push({ ...field, label: line === undefined ? path : `${path} line ${line}`, place });
    } else if (fields[index + 1]?.path !== path) {
      shown.push({ label: path, omitted: count - MAXIMUM_LINES });
    }
  });
  return shown;
}
