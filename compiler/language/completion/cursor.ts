import { lineStarts, positionAt } from '../../text/position.ts';
import type { SourceFile } from '../../text/span.ts';
import type { Range } from '../place.ts';
import { scanTo } from './scan.ts';

/** Where something is typed, as far as the text around it says. */
export interface Cursor {
  /** The word that is typed: what is offered takes its place. */
  readonly word: Range;
  /** Whether a value belongs here; else a key, or an entry of a list. */
  readonly isValue: boolean;
  /** In which brackets it stands, the inner ones first. */
  readonly brackets: readonly ('[' | '{')[];
  /** The quote that it stands in. */
  readonly quote: string | undefined;
  /** Whether the quote is closed on the line. */
  readonly isClosed: boolean;
  /** Whether a colon follows: the key is there, and is only named anew. */
  readonly hasColon: boolean;
  /** Whether a blank is missing before the word: `key:`. */
  readonly needsBlank: boolean;
  readonly lineStart: number;
  /** Without the line break. */
  readonly lineEnd: number;
}

/** What a word is made of; operators of label expressions and all that YAML has for itself are none of it. */
const OF_WORD = /^[^\s,[\]{}"'&|!()<>:#]$/;

/** Returns where the word that an offset is in or at the end of starts, and where it ends, within a line. */
function wordAt(text: string, at: number, lineStart: number, lineEnd: number): Cursor['word'] {
  let start = at;
  while (start > lineStart && OF_WORD.test(text.charAt(start - 1))) start--;
  let end = at;
  while (end < lineEnd && OF_WORD.test(text.charAt(end))) end++;
  return { start, end };
}

/** Returns what is typed at an offset; undefined in a comment or in a text of several lines. */
export function cursorAt(file: SourceFile, offset: number): Cursor | undefined {
  const starts = lineStarts(file);
  const { line } = positionAt(file, offset);
  const lineStart = starts[line - 1] ?? 0;
  const whole = file.text.slice(lineStart, starts[line] ?? file.text.length);
  const lineEnd = lineStart + whole.replace(/\r?\n$/, '').length;
  const at = Math.min(offset, lineEnd);
  const { open, isText } = scanTo(file.text, at);
  if (isText) return undefined;
  const [inner] = open;
  const quote = inner?.character === '"' || inner?.character === "'" ? inner : undefined;
  const brackets = open.flatMap(({ character }) => (isBracket(character) ? [character] : []));
  const word =
    quote === undefined ? wordAt(file.text, at, lineStart, lineEnd) : quotedWord(file, quote, at, lineEnd);
  const rest = file.text.slice(word.end, lineEnd);
  const isClosed = quote !== undefined && rest.startsWith(quote.character);
  const head = file.text.slice(lineStart, Math.max(lineStart, quote?.offset ?? word.start));
  const segment = brackets.length === 0 ? head : head.slice(lastSeparator(head) + 1);
  const needsBlank = quote === undefined && /[^\s]:$/.test(head) && word.start === at;
  return {
    word,
    isValue: needsBlank || /:(\s|$)/.test(segment),
    brackets,
    quote: quote?.character,
    isClosed,
    hasColon: /^\s*:(\s|$)/.test(isClosed ? rest.slice(1) : rest),
    needsBlank,
    lineStart,
    lineEnd,
  };
}

/** A quoted text ends at its quote, or at the end of the line where that is still missing. */
function quotedWord(
  { text }: SourceFile,
  { offset, character }: { readonly offset: number; readonly character: string },
  at: number,
  lineEnd: number,
): Range {
  const closing = text.slice(at, lineEnd).indexOf(character);
  if (closing !== -1) return { start: Math.min(offset + 1, at), end: at + closing };
  const rest = /^[^,[\]{}#]*/.exec(text.slice(at, lineEnd))?.[0].trimEnd() ?? '';
  return { start: Math.min(offset + 1, at), end: at + rest.length };
}

function isBracket(character: string): character is '[' | '{' {
  return character === '[' || character === '{';
}

function lastSeparator(text: string): number {
  return Math.max(text.lastIndexOf(','), text.lastIndexOf('['), text.lastIndexOf('{'));
}
