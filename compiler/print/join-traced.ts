import { type LineMark, shiftMarks, TracedText } from '../text/traced-text.ts';

/** Returns the texts one after the other, with their marks. Each text but the last ends with a line break. */
export function joinTraced(texts: readonly TracedText[]): TracedText {
  const marks: LineMark[] = [];
  let line = 0;
  for (const text of texts) {
    for (const mark of shiftMarks(text.marks, line)) marks.push(mark);
    line += countBreaks(text.text);
  }
  return new TracedText(texts.map(({ text }) => text).join(''), marks);
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
