import { commonText, withFewerHoles } from './common-text.ts';
import { hintAt, hintInText } from './hints.ts';
import { anyText, fieldPlace, itemPlace, type Place } from './place.ts';
import {
  type Hole,
  type ListItem,
  newId,
  type ObjectTerm,
  sizeOf,
  type Term,
  type TermNumbers,
  templateTerm,
  textOf,
  textTerm,
} from './term.ts';

/** What several terms have in common, and where they differ. */
export interface Generalized {
  readonly term: Term;
  readonly holes: readonly Hole[];
}

/** Returns what terms at one place have in common; each hole knows what each of the terms has there. */
export function generalize(terms: readonly Term[], place: Place, numbers: TermNumbers): Generalized {
  const finder = new Generalizer(numbers);
  const term = finder.present(terms, place, []);
  return { term, holes: finder.holes };
}

/** The way from the root to a place: names of fields, and texts that tell items of a list apart. */
type Path = readonly string[];

class Generalizer {
  readonly holes: Hole[] = [];
  private readonly numbers: TermNumbers;

  constructor(numbers: TermNumbers) {
    this.numbers = numbers;
  }

  /** `terms` has a term for each of the rows that have something here. */
  present(terms: readonly (Term | undefined)[], place: Place, path: Path): Term {
    const there = terms.filter((term) => term !== undefined);
    const [first] = there;
    if (first === undefined) return this.hole(terms, place, path, 'value');
    const number = this.numbers.of(first);
    if (there.every((term) => this.numbers.of(term) === number)) return first;
    if (first.kind === 'scalar' && there.every((term) => textOf(term) !== undefined))
      return this.text(terms, place, path);
    if (first.kind === 'object' && there.every((term) => term.kind === 'object' && term.bases === undefined))
      return this.object(terms, place, path) ?? this.hole(terms, place, path, 'value');
    if (first.kind === 'list' && there.every((term) => term.kind === 'list'))
      return this.list(terms, place, path) ?? this.hole(terms, place, path, 'value');
    if (first.kind === 'call' && there.every((term) => term.kind === 'call' && term.of === first.of)) {
      const values = first.of.parameters.map((parameter, index) => {
        const each = terms.map((term) => (term?.kind === 'call' ? term.values[index] : undefined));
        return this.optional(each, terms, parameter.place, [...path, parameter.hint]);
      });
      return { ...first, values };
    }
    return this.hole(terms, place, path, 'value');
  }

  /** A value that some of the rows that are there lack. */
  private optional(
    values: readonly (Term | undefined)[],
    rows: readonly (Term | undefined)[],
    place: Place,
    path: Path,
  ): Term | undefined {
    const lacking = values.some((value, row) => value === undefined && rows[row] !== undefined);
    if (!lacking) return this.present(values, place, path);
    const there = values.filter((value) => value !== undefined);
    const [first] = there;
    if (first === undefined) return undefined;
    const isScalar = there.every(({ kind }) => kind === 'scalar');
    if (
      isScalar &&
      (there.some((each) => each !== first) || sizeOf(first) < 12 || textOf(first) === undefined)
    )
      return this.hole(values, place, path, 'value');
    const before = this.holes.length;
    const then = this.present(values, place, path);
    // A part that is all its own says by itself whether it is there.
    if (then.kind === 'variable') return then;
    if (this.holes.length > before + 1) {
      this.holes.length = before;
      return this.hole(values, place, path, 'value');
    }
    const [own] = this.holes.slice(before);
    // What varies in it is there when it is.
    if (own?.values.every((value, row) => (value === undefined) === (values[row] === undefined)))
      return { kind: 'when', flag: { kind: 'variable', hole: own }, value: then };
    return { kind: 'when', flag: this.flag(values, path), value: then };
  }

  private flag(values: readonly (Term | undefined)[], path: Path) {
    const flags = values.map((value): Term => ({ kind: 'scalar', value: value !== undefined }));
    return this.hole(flags, { schema: { type: 'boolean' } }, path, 'flag');
  }

  private hole(
    values: readonly (Term | undefined)[],
    place: Place,
    path: Path,
    wants: Hole['wants'],
    hint?: string,
  ) {
    const vague = wants === 'text' && hint === undefined ? { isVague: true as const } : {};
    const hole: Hole = { id: newId(), place, hint: hint ?? hintAt(path), wants, values, ...vague };
    this.holes.push(hole);
    return { kind: 'variable' as const, hole };
  }

  private nameHole(values: readonly (Term | undefined)[], place: Place) {
    const hole: Hole = { id: newId(), place, hint: 'name', wants: 'value', values, isName: true };
    this.holes.push(hole);
    return { kind: 'variable' as const, hole };
  }

  private text(terms: readonly (Term | undefined)[], place: Place, path: Path): Term {
    const texts = terms.map(textOf);
    if (path.length === 1 && path[0] === 'name') return this.nameHole(terms, place);
    if (place.schema?.enum !== undefined || texts.includes(undefined))
      return this.hole(terms, place, path, 'value');
    const known = texts.filter((text) => text !== undefined);
    const distinct = [...new Set(known)];
    const pattern = withFewerHoles(commonText(distinct), 4);
    const fixed = pattern.reduce((sum, part) => sum + (typeof part === 'string' ? part.length : 0), 0);
    const holes = pattern.filter((part) => typeof part !== 'string').length;
    if (fixed < 4 + 4 * holes) return this.hole(terms, place, path, 'value');
    let before = '';
    return templateTerm(
      pattern.map((part) => {
        if (typeof part === 'string') {
          before = part;
          return part;
        }
        const values = known.map((text) => textTerm(part[distinct.indexOf(text)] ?? ''));
        const hint = hintInText(before, part);
        return this.hole(values, anyText, path, 'text', hint);
      }),
    );
  }

  private object(terms: readonly (Term | undefined)[], place: Place, path: Path): Term | undefined {
    const objects = terms.map((term) => (term?.kind === 'object' ? term : undefined));
    const names = new Set(objects.flatMap((object) => [...(object?.fields.keys() ?? [])]));
    const isEntry = place.schema?.['x-entry'] === true;
    if (isEntry && names.size > 1) return undefined;
    if (
      place.schema?.properties === undefined &&
      objects.some((object) => object !== undefined && object.fields.size !== names.size)
    )
      return undefined;
    const fields = new Map<string, Term>();
    for (const name of names) {
      const values = objects.map((object) => object?.fields.get(name));
      const found = this.optional(values, objects, fieldPlace(place, name), [
        ...path,
        ...labelOf(objects),
        name,
      ]);
      if (found !== undefined) fields.set(name, found);
    }
    return { kind: 'object', fields };
  }

  private list(terms: readonly (Term | undefined)[], place: Place, path: Path): Term | undefined {
    const lists = terms.map((term) => (term?.kind === 'list' ? term.items : undefined));
    if (lists.some((items) => items?.some(({ spread }) => spread))) return undefined;
    const keyed = lists.map((items) => items?.map((item) => this.keyOf(item)));
    const anchors = commonKeys(distinctLists(keyed.filter((keys) => keys !== undefined)));
    const places = keyed.map((keys) => keys && positions(anchors, keys));
    const inner = itemPlace(place);
    const items: ListItem[] = [];
    for (let slot = 0; slot <= anchors.length; slot++) {
      const gap = lists.map((list, row) => {
        const at = places[row];
        return list?.slice(slot === 0 ? 0 : (at?.[slot - 1] ?? 0) + 1, at?.[slot] ?? list.length);
      });
      items.push(...this.gap(gap, place, path));
      if (slot === anchors.length) break;
      const each = lists.map((list, row) => list?.[places[row]?.[slot] ?? 0]?.term);
      items.push({ spread: false, term: this.present(each, inner, [...path, String(slot)]) });
    }
    return { kind: 'list', items };
  }

  /** Items that stand between those that all have: none, the same ones in some, or a list of its own in each. */
  private gap(
    gaps: readonly (readonly ListItem[] | undefined)[],
    place: Place,
    path: Path,
  ): readonly ListItem[] {
    const length = gaps.find((items) => items !== undefined)?.length ?? 0;
    if (length > 0 && gaps.every((items) => items === undefined || items.length === length)) {
      return Array.from({ length }, (_, index) => {
        const each = gaps.map((items) => items?.[index]?.term);
        return { spread: false, term: this.present(each, itemPlace(place), [...path, String(index)]) };
      });
    }
    const values = gaps.map((items): Term | undefined => items && { kind: 'list', items });
    const some = values.filter((value) => value?.kind === 'list' && value.items.length > 0);
    const [first] = some;
    if (first === undefined) return [];
    const number = this.numbers.of(first);
    if (some.every((value) => this.numbers.of(value) === number)) {
      const flags = values.map((value) =>
        value?.kind === 'list' && value.items.length > 0 ? value : undefined,
      );
      return [
        {
          spread: true,
          term: { kind: 'when', flag: this.flag(flags, [...path, ...wordsOf(first)]), value: first },
        },
      ];
    }
    const given = values.map((value) =>
      value?.kind === 'list' && value.items.length === 0 ? undefined : value,
    );
    return [{ spread: true, term: this.hole(given, place, path, 'items', `more-${hintAt(path)}`) }];
  }

  /** Items with the same key can be one item with holes. */
  private keyOf({ term }: ListItem): string {
    if (term.kind === 'object' && term.fields.size === 1) {
      const [[thing = '', value] = []] = term.fields;
      if (value?.kind === 'call') return `${thing} ${value.of.id}`;
      if (value?.kind !== 'object') return `${thing} ${value?.kind === 'name' ? this.numbers.of(value) : ''}`;
      const [inner] = value.fields.values();
      if (inner?.kind === 'call') return `${thing} ${inner.of.id}`;
      if (inner?.kind === 'name') return `${thing} ${this.numbers.of(inner)}`;
      const name = textOf(value.fields.get('name'));
      return name === undefined ? thing : `${thing} ${name}`;
    }
    if (term.kind === 'object') {
      const name = textOf(term.fields.get('name') ?? term.fields.get('id'));
      return `{${[...term.fields.keys()].slice(0, 1).join()}} ${name ?? ''}`;
    }
    return String(this.numbers.of(term));
  }
}

function labelOf(objects: readonly (ObjectTerm | undefined)[]): readonly string[] {
  const names = new Set(
    objects.flatMap((object) => (object === undefined ? [] : [textOf(object.fields.get('name')) ?? ''])),
  );
  const [only] = names;
  return names.size === 1 && only !== undefined && only !== '' ? [only] : [];
}

function wordsOf(term: Term): readonly string[] {
  const [item] = term.kind === 'list' ? term.items : [];
  return item?.term.kind === 'object' ? [...item.term.fields.keys()].slice(0, 1) : [];
}

function distinctLists(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return [...new Map(lists.map((list) => [list.join('\n'), list])).values()];
}

/** Returns the keys that all lists have, in the order in which all have them. */
function commonKeys(lists: readonly (readonly string[])[]): readonly string[] {
  return lists.reduce((a, b) => commonSubsequence(a, b), lists[0] ?? []);
}

/** The longest lists that are compared key by key. */
const MOST_ITEMS = 400;

function commonSubsequence(a: readonly string[], b: readonly string[]): readonly string[] {
  if (a.length > MOST_ITEMS || b.length > MOST_ITEMS) return [];
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? 1 + (lengths[(i + 1) * width + j + 1] ?? 0)
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
    }
  }
  const found: string[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const key = a[i];
    if (key !== undefined && key === b[j]) {
      found.push(key);
      i++;
      j++;
    } else if ((lengths[(i + 1) * width + j] ?? 0) >= (lengths[i * width + j + 1] ?? 0)) i++;
    else j++;
  }
  return found;
}

/** Returns where keys stand in a list that has them in this order. */
function positions(keys: readonly string[], list: readonly string[]): readonly number[] {
  let from = 0;
  return keys.map((key) => {
    const at = list.indexOf(key, from);
    from = at + 1;
    return at;
  });
}
