import type { Origin } from '../../../text/origin.ts';
import { type LineMark, shiftMarks, TracedText } from '../../../text/traced-text.ts';

/** Returns texts one after the other. Each ends with a line break, so that marks stay on whole lines. */
export function joinTexts(texts: readonly TracedText[]): TracedText {
  const marks: LineMark[] = [];
  let lines = 0;
  for (const part of texts) {
    marks.push(...shiftMarks(part.marks, lines));
    lines += part.text.split('\n').length - 1;
  }
  return new TracedText(texts.map(({ text }) => text).join(''), marks);
}

/**
 * Returns a Groovy block `head { body }` with the body indented. The body has no literal of several lines, which
 * indenting would change: those stand in methods.
 */
export function inBlock(head: string, body: TracedText, origin?: Origin): TracedText {
  const indented = body.text.replace(/^(?=.)/gm, '    ');
  const marks = shiftMarks(body.marks, 1);
  const last = indented.split('\n').length;
  const own = origin === undefined ? [] : [0, last].map((line) => ({ first: line, last: line, origin }));
  return new TracedText(`${head} {\n${indented}}\n`, [...own, ...marks]);
}
