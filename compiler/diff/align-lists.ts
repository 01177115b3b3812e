import { diffArrays } from 'diff';
import type { Field } from './entity.ts';

/** Edits that are looked for: each further one costs as much as all before it together. */
const MOST_EDITS = 2000;

/** A run of entries that two lists share, or that only one of them has. */
interface ListPart {
  readonly value: readonly string[];
  readonly count: number;
  readonly added: boolean;
  readonly removed: boolean;
}

/** Returns how a list becomes another; two that differ in thousands of entries have nothing in common. */
export function diffLists(before: readonly string[], after: readonly string[]): readonly ListPart[] {
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_EDITS });
  if (parts !== undefined)
    return parts.map(({ value, added, removed }) => ({
      value,
      count: value.length,
      added: added === true,
      removed: removed === true,
    }));
  return [
    { value: before, count: before.length, added: false, removed: true },
    { value: after, count: after.length, added: true, removed: false },
  ];
}

/** An entry of a list in a path: what stands before it, its name, and the rest. */
const ENTRY = /\[([^\]]*)\]/g;

/**
 * Returns the old fields under the paths of the new ones. Entries of a list are known by their names, so one that is
 * renamed, such as a host of an Ingress, would count as gone and as new with all its fields: here it is the same entry.
 */
export function alignLists(
  before: ReadonlyMap<string, Field>,
  after: ReadonlyMap<string, Field>,
): ReadonlyMap<string, Field> {
  let aligned = before;
  // Each round moves the outermost lists that differ; what is in their entries comes next.
  for (let round = 0; round < 8; round++) {
    const moves = findMoves(aligned, after);
    if (moves.size === 0) return aligned;
    aligned = new Map([...aligned].map(([path, field]) => [moved(path, moves), field]));
  }
  return aligned;
}

/** Returns which entries, as paths that end in `]`, took the place of which. */
function findMoves(
  before: ReadonlyMap<string, Field>,
  after: ReadonlyMap<string, Field>,
): ReadonlyMap<string, string> {
  const old = entriesByList(before);
  const now = entriesByList(after);
  const moves = new Map<string, string>();
  for (const [list, entries] of old) {
    if (insideMoved(list, moves)) continue;
    const others = now.get(list) ?? new Map<string, Fields>();
    if ([...entries.keys(), ...others.keys()].every((name) => /^\d+$/.test(name))) {
      for (const [from, to] of shifted([...entries], [...others]))
        moves.set(`${list}[${from}]`, `${list}[${to}]`);
      continue;
    }
    const gone = [...entries].filter(([name]) => !others.has(name));
    const come = [...others].filter(([name]) => !entries.has(name));
    for (const [from, to] of pairs(gone, come)) moves.set(`${list}[${from}]`, `${list}[${to}]`);
  }
  return moves;
}

type Fields = ReadonlyMap<string, string>;
type Entry = readonly [string, Fields];

function entriesByList(fields: ReadonlyMap<string, Field>): Map<string, Map<string, Map<string, string>>> {
  const lists = new Map<string, Map<string, Map<string, string>>>();
  for (const [path, { value }] of fields) {
    for (const match of path.matchAll(ENTRY)) {
      const list = path.slice(0, match.index);
      const entries = lists.get(list) ?? new Map<string, Map<string, string>>();
      lists.set(list, entries);
      const name = match[1] ?? '';
      const entry = entries.get(name) ?? new Map<string, string>();
      entries.set(name, entry.set(path.slice(match.index + match[0].length), value));
    }
  }
  return lists;
}

/** So many pairs are no entry with another name but another list. */
const MAXIMUM_PAIRS = 10_000;

/** Pairs the only two entries that differ, and else those of which at least half is the same. */
function pairs(gone: readonly Entry[], come: readonly Entry[]): readonly (readonly [string, string])[] {
  const [onlyGone, onlyCome] = [gone[0], come[0]];
  if (onlyGone !== undefined && onlyCome !== undefined && gone.length === 1 && come.length === 1)
    return [[onlyGone[0], onlyCome[0]]];
  if (gone.length * come.length > MAXIMUM_PAIRS) return [];
  const found: [string, string][] = [];
  const taken = new Set<string>();
  for (const [name, fields] of gone) {
    const best = come
      .filter(([other]) => !taken.has(other))
      .map(([other, others]) => ({ other, score: likeness(fields, others) }))
      .sort((a, b) => b.score - a.score)[0];
    if (best === undefined || best.score < 0.5) continue;
    taken.add(best.other);
    found.push([name, best.other]);
  }
  return found;
}

/**
 * Pairs entries that have only a number. One that is put in, or taken out, must not make all behind it differ; one that
 * is gone gets a name that no other has.
 */
function shifted(before: readonly Entry[], after: readonly Entry[]): readonly (readonly [string, string])[] {
  const keys = (entries: readonly Entry[]) => entries.map(([, fields]) => JSON.stringify([...fields]));
  const names = { old: before.map(([name]) => name), now: after.map(([name]) => name) };
  const moves: [string, string][] = [];
  let gone: string[] = [];
  const flush = () => {
    for (const name of gone) moves.push([name, `was ${name}`]);
    gone = [];
  };
  for (const { count, added, removed } of diffLists(keys(before), keys(after))) {
    if (removed) {
      for (const name of names.old.splice(0, count)) gone.push(name);
      continue;
    }
    const come = names.now.splice(0, count);
    const old = added ? gone.splice(0, count) : names.old.splice(0, count);
    if (!added) flush();
    for (const [index, name] of old.entries()) moves.push([name, come[index] ?? name]);
  }
  flush();
  return moves.filter(([from, to]) => from !== to);
}

function likeness(a: Fields, b: Fields): number {
  const same = [...a].filter(([path, value]) => path !== '' && b.get(path) === value).length;
  return same / Math.max(a.size, b.size);
}

function insideMoved(list: string, moves: ReadonlyMap<string, string>): boolean {
  return entryPaths(list).some((from) => moves.has(from));
}

function moved(path: string, moves: ReadonlyMap<string, string>): string {
  for (const from of entryPaths(path)) {
    const to = moves.get(from);
    if (to !== undefined) return `${to}${path.slice(from.length)}`;
  }
  return path;
}

/** Returns the paths of the entries that a path leads through, the outermost first. */
function entryPaths(path: string): readonly string[] {
  return [...path.matchAll(ENTRY)].map((match) => path.slice(0, match.index + match[0].length));
}
