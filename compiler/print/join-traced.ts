import { type LineMark, shiftMarks, TracedText } from '../text/traced-text.ts';
import { countBreaks } from './count-breaks.ts';

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
