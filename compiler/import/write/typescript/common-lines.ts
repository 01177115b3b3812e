import { commonText } from './common-text.ts';

/** A piece of lines that stands in texts again and again, each time with another word, which `null` stands for. */
export type Repeated = readonly (string | null)[];

/** What texts of several lines have in common; a repeated piece has the words of each text. */
export type LinesPattern = readonly (
  | string
  | readonly string[]
  | { readonly piece: Repeated; readonly words: readonly (readonly string[])[] }
)[];

/** A line, or a piece that is repeated for words. */
type Line = string | { readonly piece: Repeated; readonly words: readonly string[] };

/**
 * Returns what texts of several lines have in common: whole lines first. Where each text has one line of its own, its
 * words are compared; where each has several, they stay together.
 */
export function commonLines(texts: readonly string[], repeated: readonly Repeated[]): LinesPattern {
  const lists = texts.map((text) => withRepeated(linesOf(text), repeated));
  return linesBetween(lists);
}

/** Returns the lines of a text, each with its end. */
function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

/** Returns what tells the lines of a text from others; repeated pieces count without their words. */
export function lineKeys(text: string, repeated: readonly Repeated[]): readonly string[] {
  return withRepeated(linesOf(text), repeated).map(keyOf);
}

function linesBetween(lists: readonly (readonly Line[])[]): LinesPattern {
  const keys = lists.map((list) => list.map(keyOf));
  const [first = []] = keys;
  let start = 0;
  while (start < first.length && keys.every((list) => list[start] === first[start])) start++;
  let end = 0;
  const isEnd = (list: readonly string[]) =>
    list.length - start > end && list.at(-1 - end) === first.at(-1 - end);
  while (end < first.length - start && keys.every(isEnd)) end++;
  const middle = lists.map((list) => list.slice(start, list.length - end));
  return tidy([
    ...sameLines(lists.map((list) => list.slice(0, start))),
    ...aroundRun(middle),
    ...sameLines(lists.map((list) => list.slice(list.length - end))),
  ]);
}

function aroundRun(lists: readonly (readonly Line[])[]): LinesPattern {
  if (lists.every((list) => list.length === 0)) return [];
  const keys = lists.map((list) => list.map(keyOf));
  const shortest = keys.reduce((a, b) => (b.length < a.length ? b : a));
  const run = commonRun(shortest, keys);
  if (run.length === 0) return ownLines(lists);
  const at = keys.map((list) => indexOfRun(list, run));
  const left = lists.map((list, row) => list.slice(0, at[row]));
  const same = lists.map((list, row) => list.slice(at[row], (at[row] ?? 0) + run.length));
  const right = lists.map((list, row) => list.slice((at[row] ?? 0) + run.length));
  return [...linesBetween(left), ...sameLines(same), ...linesBetween(right)];
}

/** Lines that all texts have; the words of a repeated piece may be others. */
function sameLines(lists: readonly (readonly Line[])[]): LinesPattern {
  const [first = []] = lists;
  return first.map((line, index) => {
    if (typeof line === 'string') return line;
    const words = lists.map((list) => wordsOf(list[index]));
    return { piece: line.piece, words };
  });
}

function wordsOf(line: Line | undefined): readonly string[] {
  return typeof line === 'object' ? line.words : [];
}

function ownLines(lists: readonly (readonly Line[])[]): LinesPattern {
  const texts = lists.map((list) => list.map(textOfLine).join(''));
  return lists.every((list) => list.length <= 1 && list.every((line) => typeof line === 'string'))
    ? commonText(texts)
    : withoutBlanks(texts);
}

/** Blanks and line ends around all texts are theirs in common. */
function withoutBlanks(texts: readonly string[]): LinesPattern {
  const start = shortest(texts.map((text) => /^[ \t]*/.exec(text)?.[0] ?? ''));
  const rest = texts.map((text) => text.slice(start.length));
  const end = shortest(rest.map(lineEndsOf));
  return [start, rest.map((text) => text.slice(0, text.length - end.length)), end];
}

/** Returns the line ends at the end of a text. */
function lineEndsOf(text: string): string {
  let end = text.length;
  while (text[end - 1] === '\n') end--;
  return text.slice(end);
}

function shortest(texts: readonly string[]): string {
  const found = texts.reduce((a, b) => (b.length < a.length ? b : a));
  return texts.every((text) => text.startsWith(found)) ? found : '';
}

function textOfLine(line: Line): string {
  if (typeof line === 'string') return line;
  return line.words.map((word) => line.piece.map((part) => part ?? word).join('')).join('');
}

function keyOf(line: Line): string {
  return typeof line === 'string' ? line : `\u0000${line.piece.join('\u0000')}`;
}

/** The most lines of a text in which a common run is looked for. */
const MOST_LINES = 400;

/** Returns the longest run of lines that all lists have; a run without words says nothing. */
function commonRun(lines: readonly string[], lists: readonly (readonly string[])[]): readonly string[] {
  let best: readonly string[] = [];
  for (let start = 0; start < Math.min(lines.length, MOST_LINES); start++) {
    for (let end = start + best.length + 1; end <= lines.length; end++) {
      const run = lines.slice(start, end);
      if (!lists.every((list) => indexOfRun(list, run) !== -1)) break;
      if (run.some((line) => /\w{2}.*\w{2}/s.test(line))) best = run;
    }
  }
  return best;
}

function indexOfRun(list: readonly string[], run: readonly string[]): number {
  for (let at = list.indexOf(run[0] ?? ''); at !== -1; at = list.indexOf(run[0] ?? '', at + 1)) {
    if (run.every((line, index) => list[at + index] === line)) return at;
  }
  return -1;
}

/** Returns a pattern in which no two texts and no two holes are neighbours. */
function tidy(parts: LinesPattern): LinesPattern {
  const result: (typeof parts)[number][] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part === '') continue;
    if (typeof part === 'string' && typeof last === 'string') result[result.length - 1] = last + part;
    else if (isHole(part) && isHole(last))
      result[result.length - 1] = last.map((text, row) => `${text}${part[row]}`);
    else result.push(part);
  }
  return result;
}

function isHole(part: LinesPattern[number] | undefined): part is readonly string[] {
  return Array.isArray(part);
}

/** The longest piece that is looked for, in lines, and the least that it says, in characters. */
const LONGEST_PIECE = 8;
const LEAST_PIECE = 40;

/** Returns the pieces that stand at least twice in a row in one of the texts, with another word each time. */
export function findRepeated(texts: readonly string[]): readonly Repeated[] {
  const found = new Map<string, Repeated>();
  for (const text of texts) {
    const lines = linesOf(text);
    for (let start = 0; start < Math.min(lines.length, MOST_LINES); start++) {
      const length = repeatedAt(lines, start, found);
      start += length === 0 ? 0 : length - 1;
    }
  }
  const pieces = [...found.values()];
  // What another piece says with a longer word is no piece of its own.
  return pieces.filter((piece) => !pieces.some((other) => other !== piece && isWider(other, piece)));
}

function isWider(piece: Repeated, narrow: Repeated): boolean {
  const match = matcher(piece);
  return ['x', 'y'].every((word) => match(narrow.map((part) => part ?? word).join('')) !== undefined);
}

function repeatedAt(lines: readonly string[], start: number, found: Map<string, Repeated>): number {
  for (let period = 1; period <= LONGEST_PIECE && start + 2 * period <= lines.length; period++) {
    const [one, other] = [
      lines.slice(start, start + period),
      lines.slice(start + period, start + 2 * period),
    ];
    // Most lines of a piece are the same each time, or begin so.
    if (one.some((line, index) => line.slice(0, 4) !== other[index]?.slice(0, 4))) continue;
    const pattern = commonText([one.join(''), other.join('')]);
    const words = pattern.filter((part) => typeof part !== 'string');
    const piece = pattern.map((part) => (typeof part === 'string' ? part : null));
    const fixed = piece.reduce((sum, part) => sum + (part?.length ?? 0), 0);
    const [word] = words;
    if (word === undefined || fixed < LEAST_PIECE || word.some((text) => /^$|\s/.test(text))) continue;
    if (words.some((each) => each.some((text, row) => text !== word[row]))) continue;
    found.set(piece.join('\u0000'), piece);
    return 2 * period;
  }
  return 0;
}

/** Returns lines in which what is a repeated piece stands as one, for the words that it has there. */
function withRepeated(lines: readonly string[], repeated: readonly Repeated[]): readonly Line[] {
  const pieces = repeated.map((piece) => ({
    piece,
    height: piece.join('').split('\n').length - 1,
    match: matcher(piece),
  }));
  const result: Line[] = [];
  for (let at = 0; at < lines.length; ) {
    const start = at;
    for (const { piece, height, match } of pieces) {
      const words: string[] = [];
      for (
        let word = match(lines.slice(at, at + height).join(''));
        word !== undefined;
        word = match(lines.slice(at, at + height).join(''))
      ) {
        words.push(word);
        at += height;
      }
      if (words.length > 0) result.push({ piece, words });
      if (words.length > 0) break;
    }
    if (at === start) result.push(lines[at++] ?? '');
  }
  return result;
}

function matcher(piece: Repeated): (text: string) => string | undefined {
  const [before = '', , after = ''] = piece[0] === null ? ['', null, piece[1] ?? ''] : piece;
  return (text) => {
    if (text === '' || !text.startsWith(before ?? '')) return undefined;
    const from = (before ?? '').length;
    const end = (after ?? '') === '' ? text.length : text.indexOf(after ?? '', from);
    const word = end <= from ? undefined : text.slice(from, end);
    if (word === undefined || /\s/.test(word)) return undefined;
    return piece.map((part) => part ?? word).join('') === text ? word : undefined;
  };
}
