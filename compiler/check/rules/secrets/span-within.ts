import type { Sourced } from '../../../text/sourced.ts';
import type { Span } from '../../../text/span.ts';
import { spanOf } from '../../../text/span-of.ts';

/**
 * Returns where a piece of a text stands in its file; the whole value when it is not written there in one piece,
 * such as a text with escapes or one that spans lines.
 */
export function spanWithin(value: Sourced<string>, start: number, piece: string): Span | undefined {
  const span = spanOf(value.origin);
  if (span === undefined || piece === '') return span;
  const source = span.file.text.slice(span.start, span.end);
  let at = source.indexOf(piece);
  for (
    let seen = occurrences(value.value.slice(0, start + piece.length - 1), piece);
    seen > 0 && at !== -1;
    seen--
  ) {
    at = source.indexOf(piece, at + 1);
  }
  if (at === -1) return span;
  return { file: span.file, start: span.start + at, end: span.start + at + piece.length };
}

function occurrences(text: string, piece: string): number {
  let count = 0;
  for (let at = text.indexOf(piece); at !== -1; at = text.indexOf(piece, at + 1)) count++;
  return count;
}
