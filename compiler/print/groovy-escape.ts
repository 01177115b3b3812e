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
