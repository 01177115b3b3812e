/** The most characters of a value that a diff shows. */
const WIDTH = 72;

/**
 * Returns a value as a diff shows it: one line in quotes where it has blanks. Of a text of several lines, the first
 * line that differs from `other` is shown, with its number.
 */
export function shortValue(value: string | undefined, other = ''): string {
  if (value === undefined) return 'nothing';
  const lines = value.split('\n');
  const others = other.split('\n');
  const at =
    lines.length > 1
      ? Math.max(
          0,
          lines.findIndex((line, index) => line !== others[index]),
        )
      : 0;
  const line = lines[at] ?? '';
  const text = line.length > WIDTH ? `${line.slice(0, WIDTH - 3)}...` : line;
  const shown = /^[\w./:@*-]+$/.test(text) ? text : JSON.stringify(text);
  return lines.length > 1 ? `${shown} (line ${at + 1} of ${lines.length})` : shown;
}
