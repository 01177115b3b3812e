import { fewestColumns, substitute, type Table } from './columns.ts';
import { generalize } from './generalize.ts';
import { hintOfValue } from './hints.ts';
import { Leaves } from './leaves.ts';
import { type Place, placeKey } from './place.ts';
import { type Placed, placedParts } from './share.ts';
import {
  type CallTerm,
  type FunctionDeclaration,
  type Hole,
  mapParts,
  mayLack,
  newId,
  type ObjectTerm,
  partsOf,
  sizeOf,
  type Term,
  type TermNumbers,
} from './term.ts';

/** Shorter things are as long as the call of a function. */
const LEAST_ENTRY = 70;

/** How much of two things has to be the same for one function to make both. */
const LIKE = 0.4;

/** The most that a function takes, and what it and a call of it take beside. */
const MOST_PARAMETERS = 4;
const PER_FUNCTION = 100;
const PER_PARAMETER = 25;

/** Terms in which things of one shape are calls, and the functions that make them. */
export interface NamedEntries {
  readonly terms: readonly Placed[];
  readonly functions: readonly FunctionDeclaration[];
}

/** Returns terms in which things that differ by a few values, such as builders, are made by functions. */
export function nameEntries(terms: readonly Placed[], numbers: TermNumbers): NamedEntries {
  const groups = new Map<string, Map<number, Entry>>();
  for (const { term, place } of terms) collect(term, place, groups, numbers);
  const calls = new Map<string, CallTerm>();
  const functions: FunctionDeclaration[] = [];
  const leaves = new Leaves(numbers);
  for (const group of groups.values()) {
    for (const cluster of clusters([...group.values()], leaves, numbers)) {
      if (cluster.made === undefined) continue;
      functions.push(cluster.made.of);
      cluster.entries.forEach((entry, index) => {
        const call = cluster.made?.calls[index];
        if (call !== undefined) calls.set(`${numbers.of(entry.term)} ${placeKey(entry.place)}`, call);
      });
    }
  }
  const replace = (term: Term, place: Place): Term => {
    const call = term.kind === 'object' ? calls.get(`${numbers.of(term)} ${placeKey(place)}`) : undefined;
    if (call !== undefined) return call;
    const places = [...placedParts(term, place)];
    return mapParts(term, (part) => {
      const found = places.find((each) => each.term === part);
      return found === undefined ? part : replace(part, found.place);
    });
  };
  return { terms: terms.map((each) => ({ ...each, term: replace(each.term, each.place) })), functions };
}

interface Entry {
  readonly term: ObjectTerm;
  readonly place: Place;
}

function collect(
  term: Term,
  place: Place,
  groups: Map<string, Map<number, Entry>>,
  numbers: TermNumbers,
): void {
  if (
    term.kind === 'object' &&
    place.within?.isItem === true &&
    term.fields.size === 1 &&
    sizeOf(term) >= LEAST_ENTRY
  ) {
    const key = `${placeKey(place)} ${[...term.fields.keys()].join()}`;
    const group = groups.get(key) ?? new Map<number, Entry>();
    groups.set(key, group);
    const number = numbers.of(term);
    if (group.has(number)) return;
    group.set(number, { term, place });
  }
  for (const part of placedParts(term, place)) collect(part.term, part.place, groups, numbers);
}

interface Cluster {
  readonly entries: readonly Entry[];
  readonly made?: Made;
}

interface Made {
  readonly of: FunctionDeclaration;
  readonly calls: readonly CallTerm[];
  readonly saved: number;
}

/** Returns things in groups, each of which one function makes where that is shorter. */
function clusters(entries: readonly Entry[], leaves: Leaves, numbers: TermNumbers): readonly Cluster[] {
  let found: Cluster[] = [];
  for (const entry of entries) {
    const near = found
      .map((cluster) => ({ cluster, like: likenessOf(cluster, entry, leaves) }))
      .filter(({ like }) => like >= LIKE)
      .sort((a, b) => b.like - a.like)
      .slice(0, 3);
    const joined = near
      .map(({ cluster }) => ({ cluster, made: functionOf([...cluster.entries, entry], numbers) }))
      .find(({ cluster, made }) => made !== undefined && made.saved > (cluster.made?.saved ?? -PER_FUNCTION));
    if (joined?.made === undefined) {
      found.push({ entries: [entry] });
      continue;
    }
    const { cluster, made } = joined;
    found = found.map((each) => (each === cluster ? { entries: [...cluster.entries, entry], made } : each));
  }
  return found.filter(({ made }) => made !== undefined && made.saved > 0);
}

function likenessOf({ entries: [leader] }: Cluster, entry: Entry, leaves: Leaves): number {
  return leader === undefined ? 0 : leaves.likeness(leader.term, entry.term);
}

function functionOf(entries: readonly Entry[], numbers: TermNumbers): Made | undefined {
  const [first] = entries;
  if (first === undefined) return undefined;
  const { place } = first;
  const terms = entries.map(({ term }) => term);
  const { body, parameters } = closed(
    fewestColumns(generalize(terms, place, numbers), numbers),
    entries.length,
  );
  if (parameters.length > MOST_PARAMETERS || body.kind !== 'object') return undefined;
  const ordered = [...parameters].sort((a, b) => Number(mayLack(a)) - Number(mayLack(b)));
  const of: FunctionDeclaration = {
    kind: 'function',
    id: newId(),
    home: 'shared',
    hint: hintOfValue(body, place),
    place,
    parameters: ordered.map(asParameter),
    body,
  };
  const calls = entries.map(
    (_, row): CallTerm => ({ kind: 'call', of, values: ordered.map(({ values }) => values[row]) }),
  );
  const alone = entries.reduce((sum, { term }) => sum + sizeOf(term), 0);
  const made = calls.reduce(
    (sum, call) => sum + sizeOf(call),
    sizeOf(body) + PER_FUNCTION + PER_PARAMETER * ordered.length,
  );
  return { of, calls, saved: alone - made };
}

/** Returns a table in which what varies in all rows in the same way, since it does around them, is a hole as well. */
function closed({ body, parameters }: Table, rows: number): Table {
  const outer = new Map<number, Hole>();
  const collectOuter = (term: Term): void => {
    if (term.kind === 'variable' && !parameters.some(({ id }) => id === term.hole.id))
      outer.set(term.hole.id, term.hole);
    for (const part of partsOf(term)) collectOuter(part);
  };
  collectOuter(body);
  const own = new Map(
    [...outer].map(([id, hole]) => [id, { ...hole, id: newId(), values: copies(hole, rows) }]),
  );
  const replaced = new Map([...own].map(([id, hole]): [number, Term] => [id, { kind: 'variable', hole }]));
  return { body: substitute(body, replaced), parameters: [...parameters, ...own.values()] };
}

function copies(hole: Hole, rows: number): readonly Term[] {
  return Array.from({ length: rows }, () => ({ kind: 'variable', hole }));
}

/** A function outside the family knows of no name of a job. */
function asParameter({ isName: _, ...hole }: Hole): Hole {
  return hole;
}
