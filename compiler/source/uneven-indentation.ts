import type { Label } from '../diagnostics/diagnostic.ts';
import { lineStarts, positionAt } from '../text/position.ts';
import type { SourceFile } from '../text/span.ts';
import { indentationOf, isBlankLine, lineAt } from './line-at.ts';

/** How far up the key is looked for that a line belongs to. */
const MOST_LINES = 1000;

/**
 * Returns labels that say how what is around the line at `at` is indented: the nearest line above with fewer blanks, which
 * it would belong to, and the first line below that one. Where the two tell different things the mistake may be in any of
 * the three. None where the line fits.
 */
export function indentationLabels(file: SourceFile, at: number): readonly Label[] {
  const starts = lineStarts(file);
  const stopped = positionAt(file, at).line - 1;
  const own = indentationOf(lineAt(file, starts, stopped));
  let first: number | undefined;
  for (let number = stopped - 1; number >= Math.max(0, stopped - MOST_LINES); number--) {
    const text = lineAt(file, starts, number);
    if (isBlankLine(text)) continue;
    const indentation = indentationOf(text);
    if (indentation >= own) {
      first = number;
      continue;
    }
    if (first === undefined) return [];
    const inside = indentationOf(lineAt(file, starts, first));
    if (inside === own) return [];
    return [
      { span: lineSpan(number), text: `begins with ${blanks(indentation)}` },
      {
        span: lineSpan(first),
        text: `what is below begins with ${blanks(inside)}, and later with ${blanks(own)}`,
      },
    ];
  }
  const top = first === undefined ? own : indentationOf(lineAt(file, starts, first));
  return first === undefined || top === own
    ? []
    : [{ span: lineSpan(first), text: `the file begins with ${blanks(top)}` }];

  function lineSpan(number: number): Label['span'] {
    const text = lineAt(file, starts, number);
    const start = (starts[number] ?? 0) + indentationOf(text);
    const word = /^(?:- +)*[^\s:]*/.exec(text.trimStart())?.[0].length ?? 1;
    return { file, start, end: start + Math.max(word, 1) };
  }
}

function blanks(count: number): string {
  return count === 0 ? 'no blanks' : count === 1 ? '1 blank' : `${count} blanks`;
}
