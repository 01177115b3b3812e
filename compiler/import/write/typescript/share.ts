import { hintOfValue } from './hints.ts';
import { fieldPlace, itemPlace, type Place, placeKey } from './place.ts';
import {
  type ConstantDeclaration,
  type ListItem,
  type ListTerm,
  mapParts,
  newId,
  partsOf,
  sizeOf,
  type Term,
  type TermNumbers,
} from './term.ts';

/** A term and where it stands. */
export interface Placed {
  readonly term: Term;
  readonly place: Place;
  /** It is written where it stands, even if another one is the same. */
  readonly isWhole?: true;
}

/** A value that is shorter is as long as its name and what names it. */
const LEAST_VALUE = 30;
const LEAST_TEXT = 40;
const LEAST_RUN = 60;

/** Returns terms in which each value that stands in several places is the name of a constant. */
export function shareValues(terms: readonly Placed[], numbers: TermNumbers): readonly Term[] {
  const runs = new Runs(numbers);
  const withRuns = runs.share(terms);
  const finder = new Constants(numbers);
  for (const each of [...withRuns, ...runs.bodies()]) finder.count(each.term, each.place);
  return withRuns.map(({ term, place, isWhole }) => finder.named(term, place, isWhole));
}

/** Returns the place of each part of a term. */
export function* placedParts(term: Term, place: Place): Generator<Placed> {
  switch (term.kind) {
    case 'object':
      for (const [name, value] of term.fields) yield { term: value, place: fieldPlace(place, name) };
      return;
    case 'list':
      for (const item of term.items) yield { term: item.term, place: item.spread ? place : itemPlace(place) };
      return;
    case 'call':
      for (const [index, value] of term.values.entries()) {
        const parameter = term.of.parameters[index];
        if (value !== undefined && parameter !== undefined) yield { term: value, place: parameter.place };
      }
      return;
    case 'when':
      yield { term: term.value, place };
      return;
    default:
      for (const part of partsOf(term)) yield { term: part, place: { schema: undefined } };
  }
}

class Constants {
  private readonly numbers: TermNumbers;
  private readonly counts = new Map<string, number>();
  private readonly made = new Map<string, ConstantDeclaration>();
  private readonly done = new Set<ConstantDeclaration>();

  constructor(numbers: TermNumbers) {
    this.numbers = numbers;
  }

  /** What stands inside a repeated value is written once. */
  count(term: Term, place: Place): void {
    if (this.canBeConstant(term)) {
      const key = this.keyOf(term, place);
      const count = (this.counts.get(key) ?? 0) + 1;
      this.counts.set(key, count);
      if (count > 1) return;
    }
    for (const part of placedParts(term, place)) this.count(part.term, part.place);
  }

  named(term: Term, place: Place, isRoot = false): Term {
    if (term.kind === 'when' && term.value.kind === 'list' && needsType(term.value, place))
      return { ...term, value: this.constant(term.value, place) };
    const key = this.canBeConstant(term) && !isRoot ? this.keyOf(term, place) : '';
    if (isWorth(this.counts.get(key) ?? 0, sizeOf(term))) return this.constant(term, place);
    if (term.kind === 'name' && term.of.home === 'shared' && !this.done.has(term.of)) {
      this.done.add(term.of);
      term.of.body = this.named(term.of.body, term.of.place, true);
    }
    const places = [...placedParts(term, place)];
    return mapParts(term, (part) =>
      this.named(part, places.find((each) => each.term === part)?.place ?? { schema: undefined }),
    );
  }

  private constant(term: Term, place: Place): Term {
    const key = this.keyOf(term, place);
    const of = this.made.get(key) ?? this.declare(term, place);
    this.made.set(key, of);
    return { kind: 'name', of };
  }

  private declare(term: Term, place: Place): ConstantDeclaration {
    const body = this.named(term, place, true);
    const of: ConstantDeclaration = {
      kind: 'constant',
      id: newId(),
      home: 'shared',
      hint: hintOfValue(term, place),
      place,
      body,
    };
    this.done.add(of);
    return of;
  }

  private keyOf(term: Term, place: Place): string {
    return `${this.numbers.of(term)} ${placeKey(place)}`;
  }

  private canBeConstant(term: Term): boolean {
    if (term.kind === 'scalar') return sizeOf(term) >= LEAST_TEXT && typeof term.value === 'string';
    if (term.kind !== 'object' && term.kind !== 'list' && term.kind !== 'call') return false;
    // A list of one is shared as its item is.
    if (term.kind === 'list' && term.items.length === 1) return false;
    return sizeOf(term) >= LEAST_VALUE && isClosed(term);
  }
}

/** What a name takes, and what a constant takes beside its value. */
const PER_NAME = 16;
const PER_CONSTANT = 60;

/** Returns whether a name for all is shorter than each of them. */
function isWorth(count: number, size: number): boolean {
  return (count - 1) * (size - PER_NAME) > PER_CONSTANT;
}

/** Words that are chosen from some keep their type only where one is written: in a conditional list, none is. */
function needsType(term: Term, place: Place): boolean {
  if (term.kind === 'scalar') return place.schema?.enum !== undefined || place.schema?.['x-entry'] === true;
  if (place.schema?.['x-entry'] === true && term.kind === 'object')
    for (const value of term.fields.values())
      if (value.kind === 'object' && value.fields.size === 0) return true;
  for (const part of placedParts(term, place)) if (needsType(part.term, part.place)) return true;
  return false;
}

const closed = new WeakMap<Term, boolean>();

/** Returns whether nothing in a term varies. */
export function isClosed(term: Term): boolean {
  const known = closed.get(term);
  if (known !== undefined) return known;
  const result = term.kind !== 'variable' && partsOf(term).every(isClosed);
  closed.set(term, result);
  return result;
}

/** How many items a shared run has at most, and how much is compared to find all. */
const LONGEST_RUN = 24;
const MOST_WORK = 3_000_000;

/** Runs of items that several lists have become lists of their own. */
class Runs {
  private readonly numbers: TermNumbers;
  private readonly declared: ConstantDeclaration[] = [];

  constructor(numbers: TermNumbers) {
    this.numbers = numbers;
  }

  bodies(): readonly Placed[] {
    return this.declared.map(({ body, place }) => ({ term: body, place }));
  }

  share(terms: readonly Placed[]): readonly Placed[] {
    const lists = new Map<string, { place: Place; items: readonly ListItem[] }>();
    const collect = (term: Term, place: Place): void => {
      if (term.kind === 'list' && term.items.length > 0) {
        const key = this.keyOf(term, place);
        if (lists.has(key)) return;
        lists.set(key, { place, items: term.items });
      }
      for (const part of placedParts(term, place)) collect(part.term, part.place);
    };
    for (const { term, place } of terms) collect(term, place);
    let work = 0;
    while (work < MOST_WORK) {
      const { run, steps } = this.bestRun([...lists.values()]);
      work += steps;
      if (run === undefined) break;
      this.replaceRun(run, lists);
    }
    const replace = (term: Term, place: Place): Term => {
      const list = term.kind === 'list' ? lists.get(this.keyOf(term, place)) : undefined;
      const items = list?.items ?? (term.kind === 'list' ? term.items : undefined);
      const whole: Term = items === undefined ? term : { kind: 'list', items };
      const places = [...placedParts(whole, place)];
      const inner = mapParts(whole, (part) => {
        if (part.kind === 'name') return part;
        return replace(part, places.find((each) => each.term === part)?.place ?? { schema: undefined });
      });
      return inner;
    };
    for (const of of this.declared) of.body = { kind: 'list', items: lists.get(`run ${of.id}`)?.items ?? [] };
    for (const of of this.declared) of.body = mapParts(of.body, (part) => replace(part, itemPlace(of.place)));
    return terms.map((each) => ({ ...each, term: replace(each.term, each.place) }));
  }

  private bestRun(lists: readonly { readonly place: Place; readonly items: readonly ListItem[] }[]) {
    const counts = new Map<
      string,
      {
        count: number;
        last: number;
        end: number;
        readonly items: readonly ListItem[];
        readonly place: Place;
        readonly size: number;
      }
    >();
    let steps = 0;
    for (const [index, { place, items }] of lists.entries()) {
      for (let start = 0; start < items.length; start++) {
        let key = placeKey(place);
        let size = 0;
        for (let end = start; end < Math.min(items.length, start + LONGEST_RUN); end++) {
          const item = items[end];
          steps++;
          if (item === undefined || !isClosed(item.term)) break;
          key += ` ${item.spread ? '.' : ''}${this.numbers.of(item.term)}`;
          size += sizeOf(item.term) + 2;
          if (end === start) continue;
          const known = counts.get(key);
          if (known === undefined)
            counts.set(key, { count: 1, last: index, end, items: items.slice(start, end + 1), place, size });
          else if (known.last !== index || start > known.end)
            Object.assign(known, { count: known.count + 1, last: index, end });
        }
      }
    }
    let run: { items: readonly ListItem[]; place: Place } | undefined;
    let most = LEAST_RUN;
    for (const each of counts.values()) {
      const saved = (each.size - 18) * (each.count - 1) - 30;
      if (saved > most) [run, most] = [each, saved];
    }
    return { run, steps };
  }

  private replaceRun(
    run: { readonly items: readonly ListItem[]; readonly place: Place },
    lists: Map<string, { place: Place; items: readonly ListItem[] }>,
  ): void {
    const body: ListTerm = { kind: 'list', items: run.items };
    const of: ConstantDeclaration = {
      kind: 'constant',
      id: newId(),
      home: 'shared',
      hint: hintOfValue(body, run.place),
      place: run.place,
      body,
    };
    const shared: ListItem = { spread: true, term: { kind: 'name', of } };
    const keys = run.items.map((item) => this.itemKey(item));
    let used = 0;
    for (const list of lists.values()) {
      if (placeKey(list.place) !== placeKey(run.place)) continue;
      const items: ListItem[] = [];
      for (let at = 0; at < list.items.length; ) {
        const matches = keys.every((key, index) => {
          const item = list.items[at + index];
          return item !== undefined && this.itemKey(item) === key;
        });
        const item = list.items[at];
        if (matches) {
          items.push(shared);
          used++;
          at += keys.length;
        } else {
          if (item !== undefined) items.push(item);
          at++;
        }
      }
      list.items = items;
    }
    if (used > 0) this.declared.push(of);
    lists.set(`run ${of.id}`, { place: run.place, items: run.items });
  }

  private itemKey({ spread, term }: ListItem): string {
    return `${spread ? '.' : ''}${this.numbers.of(term)}`;
  }

  private keyOf(term: Term, place: Place): string {
    return `${this.numbers.of(term)} ${placeKey(place)}`;
  }
}
