import { lineStarts, positionAt } from '../text/position.ts';
import type { SourceFile } from '../text/span.ts';

/** A quote, bracket or brace that is not closed. */
export interface OpenDelimiter {
  readonly offset: number;
  readonly character: string;
}

/** How far back an opening quote or bracket is looked for: each line is read from its start to the place. */
const MOST_LINES = 200;
const MOST_LETTERS = 20_000;

/**
 * Returns the quote, bracket or brace that is still open at an offset: the nearest line above that leaves one open.
 * YAML itself says only where its patience ended.
 */
export function openDelimiter(file: SourceFile, at: number): OpenDelimiter | undefined {
  const starts = lineStarts(file);
  const last = positionAt(file, at).line - 1;
  const text = file.text.slice(0, at);
  for (let line = last; line >= Math.max(0, last - MOST_LINES); line--) {
    const start = starts[line] ?? 0;
    if (line < last && at - start > MOST_LETTERS) return undefined;
    const open = openIn(text, start);
    if (open !== undefined) return open;
  }
  return undefined;
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };

/** Scans from the start of a line. Quotes and brackets count only where a value may start. */
function openIn(text: string, start: number): OpenDelimiter | undefined {
  const open: OpenDelimiter[] = [];
  let atStart = true;
  for (let index = start; index < text.length; index++) {
    const character = text[index] ?? '';
    const inner = open.at(-1);
    if (inner?.character === '"' || inner?.character === "'") {
      if (character === '\\' && inner.character === '"') index++;
      else if (character === inner.character) open.pop();
      continue;
    }
    if (character === '#' && /\s/.test(text[index - 1] ?? ' ')) {
      const end = text.indexOf('\n', index);
      if (end === -1) break;
      index = Math.max(index, end - 1);
    } else if (atStart && /["'[{]/.test(character)) open.push({ offset: index, character });
    else if (inner !== undefined && character === CLOSING[inner.character]) open.pop();
    atStart = /[\s,:[{-]/.test(character) && (atStart || /[\s,:[{]/.test(character));
  }
  return open.at(-1);
}
