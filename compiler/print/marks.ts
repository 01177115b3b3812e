import type { Origin } from '../text/origin.ts';
import { type LineMark, TracedText } from '../text/traced-text.ts';

/*
 * Templates produce plain text, so an origin travels through them as a pair of marks made of control characters.
 * No spec can contain these: the source stage refuses control characters (source/control-character).
 */
const OPEN = '\u0001';
const NUMBER_END = '\u0002';
const CLOSE = '\u0003';

const MARK = /[\u0001\u0003]/g;

const LINE_FEED = 10;

/** Collects the origins of one rendering and hands out their marks. */
export class Marks {
  private readonly origins: Origin[] = [];

  /** Returns `text` between marks that stand for `origin`. */
  around(origin: Origin, text: string): string {
    return `${OPEN}${this.origins.push(origin) - 1}${NUMBER_END}${text}${CLOSE}`;
  }

  /** Returns a text whose lines have origins, between marks that stand for them. */
  embed({ text, marks }: TracedText): string {
    if (marks.length === 0) return text;
    const lines = text.split('\n');
    const opened = lines.map(() => '');
    const closed = lines.map(() => '');
    for (const { first, last, origin } of outerFirst(marks)) {
      opened[first] += `${OPEN}${this.origins.push(origin) - 1}${NUMBER_END}`;
      closed[last] += CLOSE;
    }
    return lines.map((line, at) => `${opened[at]}${line}${closed[at]}`).join('\n');
  }

  /** Returns the text without marks, and which lines stood between which. */
  resolve(marked: string): TracedText {
    if (!marked.includes(OPEN)) return new TracedText(marked);
    const found: LineMark[] = [];
    const open: { at: number; line: number; origin: Origin | undefined }[] = [];
    const pieces: string[] = [];
    let line = 0;
    let endsLine = false;
    for (let at = 0; at < marked.length; ) {
      MARK.lastIndex = at;
      const next = MARK.exec(marked)?.index ?? marked.length;
      if (next > at) {
        const piece = marked.slice(at, next);
        pieces.push(piece);
        line += countBreaks(piece);
        endsLine = marked.charCodeAt(next - 1) === LINE_FEED;
      }
      if (next >= marked.length) break;
      if (marked[next] === CLOSE) {
        const mark = open.pop();
        // A marked block usually ends with a line break: the line after it is not part of it.
        const last = mark !== undefined && endsLine ? Math.max(mark.line, line - 1) : line;
        if (mark?.origin) found[mark.at] = { first: mark.line, last, origin: mark.origin };
        at = next + 1;
      } else {
        const end = marked.indexOf(NUMBER_END, next);
        const origin = this.origins[Number(marked.slice(next + 1, end))];
        open.push({ at: origin ? found.push({ first: line, last: line, origin }) - 1 : -1, line, origin });
        at = end + 1;
      }
    }
    return new TracedText(pieces.join(''), found);
  }
}

/** Marks that hold others must open before them. Those of the same lines keep their order. */
function outerFirst(marks: readonly LineMark[]): LineMark[] {
  return [...marks].sort((a, b) => a.first - b.first || b.last - a.last);
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  return count;
}
