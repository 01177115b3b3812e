import { spanWithin } from '../../check/rules/support/span-within.ts';
import type { Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { SourceFile, Span } from '../../text/span.ts';

/** A text of another language that a spec or a file of the project holds: XML, a script. */
export interface LocatedText {
  readonly text: string;
  readonly origin: Origin;
  /** Returns where a part of the text stands, or all of it where that cannot be told. */
  readonly spanOf: (start: number, end: number) => Span | undefined;
}

/** Returns the text of a field. A part of it is found by its line, since YAML takes indentation away. */
export function textOfField(field: Sourced<string>): LocatedText {
  const { value: text, origin } = field;
  return {
    text,
    origin,
    spanOf: (start, end) => {
      const from = text.lastIndexOf('\n', start - 1) + 1;
      const line = text.slice(from).split('\n', 1)[0] ?? '';
      const span = spanWithin(field, from, line);
      if (span === undefined || line === '' || span.end - span.start !== line.length) return span;
      const last = Math.max(Math.min(end, from + line.length), start);
      return { ...span, start: span.start + start - from, end: span.start + last - from };
    },
  };
}

/** Returns the text of a file. */
export function textOfFile(file: SourceFile, origin: Origin): LocatedText {
  return { text: file.text, origin, spanOf: (start, end) => ({ file, start, end }) };
}
