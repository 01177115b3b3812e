import type { Origin } from '../../../text/origin.ts';
import { shiftMarks, TracedText } from '../../../text/traced-text.ts';

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
