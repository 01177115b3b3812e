import { diffArrays } from 'diff';
import type { Artifact } from '../../../../compiler/model/artifact.ts';

/** A file of two outputs: the lines (counted from 1) that only one of them has. */
export interface ChangedFile {
  readonly before: Artifact | undefined;
  readonly after: Artifact | undefined;
  readonly gone: readonly ChangedText[];
  /** Old lines that went or moved, that may have gone in their place, or whose object or file is no longer there. */
  readonly touched: readonly number[];
  readonly come: readonly ChangedText[];
}

/**
 * A line that one output has more often than the other. Where some of several went and the others moved, which of them
 * is a matter of taste.
 */
export interface ChangedText {
  /** How many more of it there are. */
  readonly count: number;
  /** The lines of which so many changed. */
  readonly among: readonly number[];
}

/** Returns the files that differ. One that got another name is paired with the one that is most like it. */
export function changedFiles(
  before: readonly Artifact[],
  after: readonly Artifact[],
): readonly ChangedFile[] {
  const now = new Map(after.map((file) => [file.path, file]));
  const old = new Set(before.map(({ path }) => path));
  const removed = before.filter(({ path }) => !now.has(path));
  const added = new Set(after.filter(({ path }) => !old.has(path)));
  const result: ChangedFile[] = [];
  for (const file of before) {
    const same = now.get(file.path);
    if (same !== undefined && same.content.text !== file.content.text) result.push(compared(file, same));
  }
  for (const file of removed) {
    const best = [...added]
      .map((other) => ({ other, score: likeness(file, other) }))
      .sort((a, b) => b.score - a.score)[0];
    if (best !== undefined && best.score >= 0.5) {
      added.delete(best.other);
      result.push(compared(file, best.other));
    } else result.push({ before: file, after: undefined, touched: [], gone: [], come: [] });
  }
  for (const file of added) result.push({ before: undefined, after: file, touched: [], gone: [], come: [] });
  return result;
}

function compared(before: Artifact, after: Artifact): ChangedFile {
  const [old, now] = [linesOf(before), linesOf(after)];
  const { gone, come, goneOr, comeOr } = unmatched(old, now);
  const among = [...new Set([...slid(old, gone), ...goneOr])];
  return {
    before,
    after,
    touched:
      before.path === after.path
        ? [...among, ...overtaken(old, now, gone, come), ...ofLostObjects(old, now)]
        : old.map(({ at }) => at),
    gone: moreOften(old, gone, among, now, come),
    come: moreOften(now, come, [...new Set([...slid(now, come), ...comeOr])], old, gone),
  };
}

/** A line, counted from 1, and where it stands: the lines above it that have less indentation. */
interface PlacedLine {
  readonly at: number;
  readonly text: string;
  readonly place: string;
  /** The object of Kubernetes, or the file in it, that it belongs to; empty outside of one. */
  readonly object: string;
}

/** Returns the lines of objects that are no longer there, or have another name. */
function ofLostObjects(old: readonly PlacedLine[], now: readonly PlacedLine[]): readonly number[] {
  const left = new Set(now.map(({ object }) => object));
  return old.filter(({ object }) => object !== '' && !left.has(object)).map(({ at }) => at);
}

/** Returns the lines past which another one moved: where two change places, both have. */
function overtaken(
  old: readonly PlacedLine[],
  now: readonly PlacedLine[],
  gone: readonly number[],
  come: readonly number[],
): readonly number[] {
  const [only, onlyNow] = [singles(old), singles(now)];
  const arrived = new Set(come);
  return gone.flatMap((at) => {
    const place = old[at - 1]?.place ?? '';
    const target = onlyNow.get(place);
    if (!only.has(place) || target === undefined || !arrived.has(target)) return [];
    const next = now.slice(target).find((line) => !arrived.has(line.at) && only.has(line.place));
    const to = next === undefined ? old.length + 1 : (only.get(next.place) ?? at);
    const [first, last] = to < at ? [to, at - 1] : [at + 1, to - 1];
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  });
}

/** Returns the places at which one line stands, with its number. */
function singles(lines: readonly PlacedLine[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  const twice = new Set<string>();
  for (const { place, at } of lines) {
    if (found.has(place)) twice.add(place);
    found.set(place, at);
  }
  for (const place of twice) found.delete(place);
  return found;
}

/** The lines of two files that have no partner, and those that could be without one as well. */
interface Unmatched {
  readonly gone: readonly number[];
  readonly come: readonly number[];
  /** Lines without a partner in one of the shortest lists of changes, not only in the one that was taken. */
  readonly goneOr: readonly number[];
  readonly comeOr: readonly number[];
}

/**
 * Returns the lines of two files that have no partner. Lines find each other by their places first, so that of equal
 * blocks in different objects the one counts as gone whose object is; what is left, by the text alone. A line whose place
 * the other file has, too, once, moved there: it is nobody else's partner.
 */
function unmatched(old: readonly PlacedLine[], now: readonly PlacedLine[]): Unmatched {
  const found = {
    gone: [] as number[],
    come: [] as number[],
    goneOr: [] as number[],
    comeOr: [] as number[],
  };
  const [only, onlyNow] = [singles(old), singles(now)];
  const hasMoved = ({ place }: PlacedLine) => only.has(place) && onlyNow.has(place);
  for (const gap of gaps(old, now, ({ place }) => place)) {
    found.gone.push(...numbersOf(gap.old.filter(hasMoved)));
    found.come.push(...numbersOf(gap.now.filter(hasMoved)));
    const [left, right] = [gap.old, gap.now].map((lines) => lines.filter((line) => !hasMoved(line)));
    if (left === undefined || right === undefined) continue;
    for (const loose of gaps(left, right, textOf)) {
      found.gone.push(...numbersOf(loose.old));
      found.come.push(...numbersOf(loose.now));
    }
    found.goneOr.push(...numbersOf(perhapsAlone(left, right)));
    found.comeOr.push(...numbersOf(perhapsAlone(right, left)));
  }
  return found;
}

function numbersOf(lines: readonly PlacedLine[]): readonly number[] {
  return lines.map(({ at }) => at);
}

/** More pairs of lines than this are not compared one by one. */
const MOST_PAIRS = 4_000_000;

/**
 * Returns the lines that have no partner in at least one of the longest common sequences: of two equal blocks of which
 * one stays, either may be the one that went.
 */
function perhapsAlone(lines: readonly PlacedLine[], others: readonly PlacedLine[]): readonly PlacedLine[] {
  if (lines.length === 0 || others.length === 0) return lines;
  if (lines.length * others.length > MOST_PAIRS) return [];
  const head = longestCommon(lines.map(textOf), others.map(textOf));
  const tail = longestCommon(lines.map(textOf).reverse(), others.map(textOf).reverse());
  const longest = head.at(lines.length, others.length);
  return lines.filter((_, index) => {
    for (let split = 0; split <= others.length; split++) {
      if (head.at(index, split) + tail.at(lines.length - index - 1, others.length - split) === longest)
        return true;
    }
    return false;
  });
}

/** Returns how long the longest common sequence of the first so many texts of each is. */
function longestCommon(
  texts: readonly string[],
  others: readonly string[],
): { readonly at: (count: number, otherCount: number) => number } {
  const width = others.length + 1;
  const table = new Uint16Array((texts.length + 1) * width);
  const at = (count: number, otherCount: number) => table[count * width + otherCount] ?? 0;
  for (let row = 1; row <= texts.length; row++) {
    for (let column = 1; column < width; column++) {
      table[row * width + column] =
        texts[row - 1] === others[column - 1]
          ? at(row - 1, column - 1) + 1
          : Math.max(at(row - 1, column), at(row, column - 1));
    }
  }
  return { at };
}

/** Lines of two files between those that are the same in both. */
interface Gap {
  readonly old: readonly PlacedLine[];
  readonly now: readonly PlacedLine[];
}

function gaps(
  old: readonly PlacedLine[],
  now: readonly PlacedLine[],
  keyOf: (line: PlacedLine) => string,
): readonly Gap[] {
  const found: Gap[] = [];
  let at = { old: 0, now: 0 };
  let gap: { old: PlacedLine[]; now: PlacedLine[] } = { old: [], now: [] };
  for (const { value, added, removed } of diffArrays(old.map(keyOf), now.map(keyOf))) {
    const next = { old: at.old + (added ? 0 : value.length), now: at.now + (removed ? 0 : value.length) };
    if (removed) gap.old.push(...old.slice(at.old, next.old));
    else if (added) gap.now.push(...now.slice(at.now, next.now));
    else {
      found.push(gap);
      gap = { old: [], now: [] };
    }
    at = next;
  }
  return [...found, gap];
}

/** Returns the lines that went, and those that may have gone in their place: `a b a` without `b a` is without `a b`. */
function slid(lines: readonly PlacedLine[], gone: readonly number[]): readonly number[] {
  const all = new Set(gone);
  const isGone = new Set(gone);
  const at = (line: number) => lines[line - 1]?.text;
  for (const first of gone.filter((line) => !isGone.has(line - 1))) {
    let last = first;
    while (isGone.has(last + 1)) last++;
    for (let up = 1; first - up > 0 && at(first - up) === at(last - up + 1); up++) all.add(first - up);
    for (let down = 1; last + down <= lines.length && at(last + down) === at(first + down - 1); down++)
      all.add(last + down);
  }
  return [...all];
}

/**
 * Returns the texts of which more went than came. Lines without a letter or digit close something, and say nothing; one
 * that only moved has not changed.
 */
function moreOften(
  lines: readonly PlacedLine[],
  gone: readonly number[],
  touched: readonly number[],
  others: readonly PlacedLine[],
  come: readonly number[],
): readonly ChangedText[] {
  const back = new Map<string, number>();
  for (const at of come) count(back, others[at - 1]?.text.trim(), 1);
  const more = new Map<string, number>();
  for (const at of gone) count(more, lines[at - 1]?.text.trim(), 1);
  for (const [text, number] of back) count(more, text, -number);
  const among = new Map<string, number[]>();
  for (const at of touched) {
    const text = lines[at - 1]?.text.trim() ?? '';
    among.set(text, [...(among.get(text) ?? []), at]);
  }
  return [...more].flatMap(([text, number]) =>
    number > 0 && /[A-Za-z0-9]/.test(text) ? [{ count: number, among: among.get(text) ?? [] }] : [],
  );
}

function count(counts: Map<string, number>, text: string | undefined, by: number): void {
  if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + by);
}

function textOf({ text }: PlacedLine): string {
  return text;
}

const placed = new WeakMap<Artifact['content'], readonly PlacedLine[]>();

/**
 * Returns the lines of a file with their places. A comment that says in which line of a spec something stands is the
 * same in any other line: it would differ with each line that a change adds above. So would the numbers by which the
 * nodes of a configure block are told apart.
 */
function linesOf({ path, content }: Artifact): readonly PlacedLine[] {
  const text = content.text.replace(/(\w+\.bitesize):\d+/g, '$1');
  const unnumbered = path.endsWith('.groovy') ? text.replace(/\bnode\d+\b/g, 'node') : text;
  const lines = placed.get(content) ?? placedLines(unnumbered.split('\n'));
  placed.set(content, lines);
  return lines;
}

/**
 * An object of Kubernetes is told from others by its kind and its name, which stand above its lines, and a file in a
 * ConfigMap by its key. What stands in a literal of Groovy stands below the line that starts it, whatever its indentation; the quotes
 * that end one belong to it, and what follows to what is around it.
 */
function placedLines(texts: readonly string[]): readonly PlacedLine[] {
  interface Above {
    readonly indent: number;
    readonly place: string;
    readonly object: string;
  }
  let above: Above[] = [];
  const around: Above[][] = [];
  const close = (indent: number) => {
    while ((above.at(-1)?.indent ?? -1) >= indent) above.pop();
  };
  return texts.map((text, index) => {
    if (/^\s*(\\?'){3}/.test(text) && around.length > 0) {
      const place = placeBelow(above[0]?.place ?? '', text);
      above = around.pop() ?? [];
      return { at: index + 1, text, place, object: above.at(-1)?.object ?? '' };
    }
    const indent = text.search(/\S/);
    const start = objectStart(texts, index);
    const isStart = start !== undefined || /^\s*---$/.test(text);
    if (indent >= 0) close(isStart ? indent - 0.5 : indent);
    if (isStart) {
      const [kind, ...rest] = start === undefined ? [] : texts.slice(start + 1, start + 5);
      const name = rest.find((line) => /^\s*name: /.test(line));
      const place = placeBelow(above.at(-1)?.place ?? '', `${kind?.trim()} ${name?.trim()}`);
      above.push({ indent: indent - 0.5, place, object: start === undefined ? '' : place });
    }
    const { place: outer, object } = above.at(-1) ?? { place: '', object: '' };
    const place = placeBelow(outer, text);
    const isFile = /^\s+[\w.-]+\.groovy: \|/.test(text);
    if (/(\\?'){3}\\+$/.test(text)) {
      around.push(above);
      above = [{ indent: -1, place, object }];
    } else if (indent >= 0) above.push({ indent, place, object: isFile ? place : object });
    return { at: index + 1, text, place, object };
  });
}

/** Returns where the `apiVersion` of an object is that starts at a line: there, or below comments. */
function objectStart(texts: readonly string[], index: number): number | undefined {
  let at = index;
  while (/^\s*# /.test(texts[at] ?? '')) at++;
  return /^\s*apiVersion: /.test(texts[at] ?? '') ? at : undefined;
}

const known = new Map<string, string>();

/** Returns a short name for a line below another one, the same for the same two. */
function placeBelow(above: string, text: string): string {
  const key = `${above}\n${text}`;
  const short = known.get(key) ?? String(known.size);
  known.set(key, short);
  return short;
}

function likeness(a: Artifact, b: Artifact): number {
  if (a.path.split('.').at(-1) !== b.path.split('.').at(-1)) return 0;
  const [lines, others] = [new Set(a.content.text.split('\n')), new Set(b.content.text.split('\n'))];
  const same = [...lines].filter((line) => others.has(line)).length;
  return same / Math.max(lines.size, others.size) + nameLikeness(a.path, b.path) / 10;
}

function nameLikeness(a: string, b: string): number {
  const [parts, others] = [a.split('/'), b.split('/')];
  return parts.filter((part, index) => part === others[index]).length / Math.max(parts.length, others.length);
}
