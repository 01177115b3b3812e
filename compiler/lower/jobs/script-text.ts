import type { Origin } from '../../text/origin.ts';
import { shiftMarks, TracedText } from '../../text/traced-text.ts';

/**
 * Returns a Groovy block `head { body }` with the body indented. The body has no literal of several lines, which
 * indenting would change: those stand in methods.
 */
export function inBlock(head: string, body: TracedText, origin?: Origin): TracedText {
  const indented = indent(body.text);
  const marks = shiftMarks(body.marks, 1);
  const last = countLines(indented);
  const own = origin === undefined ? [] : [0, last].map((line) => ({ first: line, last: line, origin }));
  return new TracedText(`${head} {\n${indented}}\n`, [...own, ...marks]);
}

/** Blocks stand in blocks, and each of them indents what is in it: a search for line breaks alone is the fast one. */
function indent(text: string): string {
  if (OTHER_BREAKS.test(text)) return text.replace(/^(?=.)/gm, '    ');
  const rest = text.replace(/\n(?=.)/g, '\n    ');
  return text === '' || text.startsWith('\n') ? rest : `    ${rest}`;
}

/** What ends a line for a regular expression, too. */
const OTHER_BREAKS = /[\r\u2028\u2029]/;

function countLines(text: string): number {
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
