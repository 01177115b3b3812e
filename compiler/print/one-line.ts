/**
 * What some reader takes for the end of a line: LF and CR, VT and FF, NEL, and the separators of Unicode. NUL ends a
 * text for tools in C.
 */
const BREAKS = /[\0\n\v\f\r\u0085\u2028\u2029]+/g;

/** Returns a text without line breaks: each run of them, of whatever kind, becomes one space. */
export function oneLine(text: string): string {
  return text.replace(BREAKS, ' ');
}
