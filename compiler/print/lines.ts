import type { Origin } from '../text/origin.ts';
import { addShifted, type LineMark, TracedText } from '../text/traced-text.ts';

/**
 * What some reader takes for the end of a line: LF and CR, VT and FF, NEL, and the separators of Unicode. NUL ends a
 * text for tools in C.
 */
const BREAKS = /[\0\n\v\f\r\u0085\u2028\u2029]+/g;

/** Returns a text without line breaks: each run of them, of whatever kind, becomes one space. */
export function oneLine(text: string): string {
  return text.replace(BREAKS, ' ');
}

/** Returns the texts one after the other, with their marks. Each text but the last ends with a line break. */
export function joinTraced(texts: readonly TracedText[]): TracedText {
  const marks: LineMark[] = [];
  let line = 0;
  for (const text of texts) {
    addShifted(marks, text.marks, line);
    line += text.breaks;
  }
  return new TracedText(texts.map(({ text }) => text).join(''), marks, line);
}

/** Returns a text of whole lines that all come from an origin, too; without one, the text as it is. */
export function withOrigin(text: TracedText, origin: Origin | undefined): TracedText {
  if (origin === undefined) return text;
  const { breaks } = text;
  return new TracedText(text.text, [{ first: 0, last: breaks - 1, origin }, ...text.marks], breaks);
}
