/** Runs of lines that several texts have, in whose place the texts have one line that stands for them. */
export interface TextBlocks {
  /** Returns a text with a line for each block. */
  readonly condense: (text: string) => string;
  /** Returns the pieces of a condensed text: what is written as it is, and the numbers of blocks. */
  readonly parts: (condensed: string) => readonly (string | number)[];
  readonly blocks: readonly string[];
}

/** A run of fewer lines, or of fewer characters, is read faster than its name. */
const FEWEST_LINES = 16;
const FEWEST_CHARACTERS = 600;

/** Lines are told apart by those that follow: a line such as `fi` says nothing alone. */
const CONTEXT = 12;

/** Hardly any script has this character, which only XML 1.1 can say. */
const MARK = '\u0001';

/**
 * Returns the runs of lines that stand in several texts, each as long as it can be: lines belong to one block when each
 * of them is always followed by the next.
 */
export function findTextBlocks(texts: readonly string[]): TextBlocks {
  if (texts.some((text) => text.includes(MARK)))
    return { condense: (text) => text, parts: (text) => [text], blocks: [] };
  const lists = texts.map(linesOf);
  const numbers = new Map<string, number>();
  const numbered = lists.map((lines) => windows(lines, numbers));
  const neighbours = new Neighbours(numbered);
  const runs = lists.map((lines, index) => runsOf(lines, numbered[index] ?? [], neighbours));
  const counts = new Map<string, number>();
  for (const run of runs.flat()) counts.set(run, (counts.get(run) ?? 0) + 1);
  const blocks = [...counts]
    .filter(([run, count]) => count > 1 && isLong(run))
    .map(([run]) => run.slice(0, -1));
  const marks = new Map(blocks.map((block, number) => [`${block}\n`, `${MARK}${number}${MARK}\n`]));
  const condensed = new Map(
    texts.map((text, index) => [text, (runs[index] ?? []).map((run) => marks.get(run) ?? run).join('')]),
  );
  return { condense: (text) => condensed.get(text) ?? text, parts: partsOf, blocks };
}

/** Returns the lines of a text in runs: each goes on as long as all texts that have it go on in the same way. */
function runsOf(lines: readonly string[], ids: readonly number[], neighbours: Neighbours): readonly string[] {
  const runs: string[] = [];
  for (let start = 0; start < lines.length; ) {
    let end = start + 1;
    while (end < lines.length && neighbours.belongTogether(ids[end - 1], ids[end])) end++;
    // The last number stands for the lines that follow it, too.
    if (neighbours.count(ids[start]) > 1) end = Math.min(lines.length, end + CONTEXT - 1);
    runs.push(lines.slice(start, end).join(''));
    start = end;
  }
  return runs;
}

function isLong(run: string): boolean {
  return run.endsWith('\n') && run.length >= FEWEST_CHARACTERS && run.split('\n').length > FEWEST_LINES;
}

function partsOf(condensed: string): readonly (string | number)[] {
  return condensed
    .split(/\u0001(\d+)\u0001/)
    .map((part, index) => (index % 2 === 1 ? Number(part) : part))
    .filter((part) => part !== '');
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split(/(?<=\n)/);
}

/** Returns a number for each line with those that follow it; the same ones have the same number. */
function windows(lines: readonly string[], numbers: Map<string, number>): readonly number[] {
  return lines.map((_, start) => {
    const text = lines.slice(start, start + CONTEXT).join('');
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
}

/** What stands before and after each line, in all texts. */
class Neighbours {
  private readonly counts = new Map<number, number>();
  private readonly next = new Map<number, number | 'several'>();
  private readonly previous = new Map<number, number | 'several'>();

  constructor(lists: readonly (readonly number[])[]) {
    for (const list of lists) {
      for (const [index, id] of list.entries()) {
        this.counts.set(id, this.count(id) + 1);
        note(this.next, id, list[index + 1] ?? -1);
        note(this.previous, id, list[index - 1] ?? -1);
      }
    }
  }

  count(id: number | undefined): number {
    return this.counts.get(id ?? -1) ?? 0;
  }

  belongTogether(one: number | undefined, other: number | undefined): boolean {
    return (
      one !== undefined &&
      other !== undefined &&
      this.next.get(one) === other &&
      this.previous.get(other) === one
    );
  }
}

function note(map: Map<number, number | 'several'>, id: number, other: number): void {
  const known = map.get(id);
  map.set(id, known === undefined || known === other ? other : 'several');
}
