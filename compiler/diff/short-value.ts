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
