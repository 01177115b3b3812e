import { escapeLine, escapeLines } from './groovy-escape.ts';

/** The longest piece of a string constant: the class file allows 65,535 bytes, a UTF-16 unit takes at most 3. */
const MAX_UNITS = 20_000;

/**
 * Returns a Groovy 2.4 expression for a text: a single-quoted literal, which Groovy never interpolates. A text of
 * several lines becomes a triple-single-quoted literal with one line per line, so that people can read it. A text
 * longer than a class file's constant becomes several literals joined with `+`, each on a line of its own.
 *
 * `$` before `{` is written as a Unicode escape, since the official image may rewrite `${...}` in Groovy files.
 * U+FFFF has no literal, because Groovy's lexer takes it for the end of the file; the source stage refuses it.
 */
export function groovyLiteral(text: string): string {
  if (text.length <= MAX_UNITS) return pieceLiteral(text);
  return groovyPieces(text).map(pieceLiteral).join(' +\n');
}

/** Returns the pieces of a text that become literals of their own: cut after line breaks where that is possible. */
export function groovyPieces(text: string): string[] {
  if (text.length <= MAX_UNITS) return [text];
  const result: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + MAX_UNITS);
    if (end < text.length) {
      const lineEnd = text.lastIndexOf('\n', end - 1) + 1;
      if (lineEnd > start) end = lineEnd;
      else if (/[\ud800-\udbff$]/.test(text[end - 1] ?? '')) end--;
    }
    result.push(text.slice(start, end));
    start = end;
  }
  return result;
}

/** Returns the literal of one piece. Line 0 of a piece of several lines stands on line 1 of its literal. */
function pieceLiteral(text: string): string {
  return text.includes('\n') ? `'''\\\n${escapeLines(text)}'''` : `'${escapeLine(text)}'`;
}
