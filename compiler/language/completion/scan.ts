/** A quote, bracket or brace that is open. */
interface Opened {
  readonly offset: number;
  readonly character: string;
}

/** What YAML reads at an offset, as far as it can be said from what stands before. */
export interface ScannedPlace {
  /** What is open, the inner ones first. */
  readonly open: readonly Opened[];
  /** Whether it is in a comment, or in a text of several lines. */
  readonly isText: boolean;
}

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '{': '}' };
const KEY = /^(?:[\w.-]+|"[^"]*"|'[^']*')\s*:(?:\s|$)/;
const BLOCK_HEADER = /(?:^|[\s:-])[|>](?:[-+]?\d?|\d[-+]?)\s*(?:#.*)?$/;

/**
 * Returns what is open at an offset. Each line is read once, from the top; what a line leaves open ends at the latest
 * where a key stands no deeper than the line, since somebody forgot to close it.
 */
export function scanTo(text: string, offset: number): ScannedPlace {
  let open: Opened[] = [];
  let openedAt = 0;
  let blockColumn = -1;
  for (let start = 0; start <= offset; ) {
    const lineBreak = text.indexOf('\n', start);
    const end = lineBreak === -1 ? text.length : lineBreak;
    const isLast = offset <= end;
    const line = text.slice(start, end);
    const head = /^\s*(?:-\s+)*/.exec(line)?.[0].length ?? 0;
    const indentation = line.length - line.trimStart().length;
    const isBlank = line.trim() === '';
    if (blockColumn >= 0 && (isBlank || indentation > blockColumn)) {
      if (isLast) return { open: [], isText: !isBlank || offset - start > blockColumn };
      start = end + 1;
      continue;
    }
    blockColumn = -1;
    if (open.length > 0 && indentation <= openedAt && KEY.test(line.slice(head))) open = [];
    if (open.length === 0) openedAt = indentation;
    const scanned = scanLine(text, start, Math.min(end, offset), open);
    if (isLast) return { open: [...scanned.open].reverse(), isText: scanned.isComment };
    open = scanned.open;
    if (open.length === 0 && BLOCK_HEADER.test(line.trimEnd()))
      blockColumn = KEY.test(line.slice(head)) ? head : Math.max(0, line.lastIndexOf('-', head));
    start = end + 1;
  }
  return { open: [], isText: false };
}

/** Quotes and brackets count only where a value may start. */
function scanLine(
  text: string,
  start: number,
  end: number,
  before: readonly Opened[],
): { readonly open: Opened[]; readonly isComment: boolean } {
  const open = [...before];
  let atStart = true;
  for (let index = start; index < end; index++) {
    const character = text[index] ?? '';
    const inner = open.at(-1)?.character;
    if (inner === '"' || inner === "'") {
      if (character === '\\' && inner === '"') index++;
      else if (character === inner) open.pop();
      continue;
    }
    if (character === '#' && (index === start || /\s/.test(text[index - 1] ?? ' ')))
      return { open, isComment: true };
    if (atStart && /["'[{]/.test(character)) open.push({ offset: index, character });
    else if (inner !== undefined && character === CLOSING[inner]) open.pop();
    if (!/\s/.test(character)) atStart = startsValue(character, atStart, open.length > 0);
  }
  return { open, isComment: false };
}

/** Whether a value may start behind a character and the blanks that follow it. */
function startsValue(character: string, atStart: boolean, isInBrackets: boolean): boolean {
  if (character === ':' || character === '[' || character === '{') return true;
  return character === ',' ? isInBrackets : character === '-' && atStart;
}
