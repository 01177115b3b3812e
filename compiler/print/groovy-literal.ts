import { TracedText } from '../text/traced-text.ts';

/*
 * Most texts hold little that needs an escape, and asking for the class of every character is slow. So one plain class
 * finds what may need an escape, and only that is looked at closely. Tests compare the result with the simple rule.
 */

/** Printable ASCII is harmless but for these, and `$` matters only before a brace. Other characters come in runs. */
const SUSPECT_IN_LINE = /[\\']|\$(?=\{)|[^ -~]+/g;

/** Between triple quotes, line breaks and tabs may stay; quotes are seen to afterwards. */
const SUSPECT_IN_LINES = /\\|\$(?=\{)|[^\n\t -~]+/g;

/** Control characters, lone surrogates, what is not assigned, and the line breaks of Unicode. */
const INVISIBLE = /[\p{C}\u2028\u2029]/gu;

/** Quotes that would end a literal in triple quotes, here or together with those that follow the text. */
const CLOSING_QUOTES = /'{3,}|'$/g;

/** Returns the inside of a literal in single quotes. */
export function escapeLine(text: string): string {
  return text.replace(SUSPECT_IN_LINE, escapeSuspect);
}

/** Returns the inside of a literal in triple single quotes. No other escape makes, moves or parts quotes. */
export function escapeLines(text: string): string {
  const escaped = text.replace(SUSPECT_IN_LINES, escapeSuspect);
  return escaped.includes("'''") || escaped.endsWith("'")
    ? escaped.replace(CLOSING_QUOTES, (quotes) => "\\'".repeat(quotes.length))
    : escaped;
}

function escapeSuspect(suspect: string): string {
  if (suspect === '\\') return '\\\\';
  if (suspect === "'") return "\\'";
  if (suspect === '$') return '\\u0024';
  return suspect.replace(INVISIBLE, escapeInvisible);
}

function escapeInvisible(character: string): string {
  if (character === '\r') return '\\r';
  if (character === '\t') return '\\t';
  let escaped = '';
  for (let unit = 0; unit < character.length; unit++) {
    escaped += `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`;
  }
  return escaped;
}

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

/** Returns whether the literal of a text stands on one line. */
export function isOneLineLiteral(text: string): boolean {
  return text.length <= MAX_UNITS && !text.includes('\n');
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

/** The first and the last line of a literal that hold some of one line of its text. */
interface LinePlace {
  readonly first: number;
  readonly last: number;
}

/**
 * Returns the literal of a text whose lines have origins, with the marks on the lines that hold them. The lines
 * follow groovyLiteral: a piece of several lines starts one line below its opening quotes.
 */
export function groovyTracedLiteral({ text, marks }: TracedText): TracedText {
  if (marks.length === 0) return new TracedText(groovyLiteral(text));
  const pieces = groovyPieces(text);
  const placeOf = pieces.length === 1 ? onePiece(text) : severalPieces(pieces);
  return new TracedText(
    groovyLiteral(text),
    marks.map(({ first, last, origin }) => ({
      first: placeOf(first).first,
      last: placeOf(last).last,
      origin,
    })),
  );
}

/** Nearly every text: all lines move by the line of the opening quotes, so none has to be counted. */
function onePiece(text: string): (line: number) => LinePlace {
  const below = text.includes('\n') ? 1 : 0;
  return (line) => ({ first: line + below, last: line + below });
}

function severalPieces(pieces: readonly string[]): (line: number) => LinePlace {
  const places: LinePlace[] = [];
  let line = 0;
  let printed = 0;
  for (const piece of pieces) {
    const lines = piece.split('\n').length;
    const start = lines > 1 ? printed + 1 : printed;
    for (let at = 0; at < lines; at++) {
      const first = places[line + at]?.first ?? start + at;
      places[line + at] = { first, last: start + at };
    }
    line += lines - 1;
    printed = start + lines;
  }
  return (at) => places[at] ?? { first: 0, last: 0 };
}
