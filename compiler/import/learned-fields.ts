import type { JsonValue, SchemaNode } from '../../schema/schema-node.ts';
import {
  childrenAt,
  type Difference,
  differences,
  elementAt,
  type Path,
  type Place,
  pathKey,
  placeKey,
  textAt,
} from './places.ts';
import type { PlainObject } from './printers.ts';
import { type FieldForm, leastOf, SAMPLES, sample } from './samples.ts';
import type { Tree } from './tree.ts';

/** Prints an object of a definition; undefined where that cannot be done. */
export type Print = (spec: PlainObject) => readonly Tree[] | undefined;

/** A field of an object, or one of an object inside it. */
export interface Leaf {
  readonly at: readonly string[];
  /** The definitions of the objects on the way, the first for the first name. */
  readonly through: readonly string[];
  readonly form: Exclude<FieldForm, { kind: 'object' }>;
  readonly fallback: JsonValue | undefined;
  readonly isRequired: boolean;
}

/** Reads what elements inside an object stand for. */
export interface InnerReader {
  readonly objects: (definition: string, print: Print, tree: Tree, where: string) => JsonValue | undefined;
  readonly entry: (definition: string, print: Print, tree: Tree, where: string) => JsonValue | undefined;
  /** The least objects of a definition, with each value of each choice. */
  readonly variants: (definition: string) => readonly PlainObject[];
  /** Where the entry of a thing stands that is sampled; its signature tells it from others. */
  readonly things: (definition: string) => readonly PlainObject[];
}

/** Returns the values that a field may have, the likeliest first, by what trees look like. */
export type FieldReader = (trees: readonly Tree[]) => readonly JsonValue[];

/** Returns an object with a field set; objects on the way are made with what they must have. */
export function withValue(
  spec: PlainObject,
  leaf: Pick<Leaf, 'at' | 'through'>,
  value: JsonValue,
  root: SchemaNode,
): PlainObject {
  const [name, ...rest] = leaf.at;
  if (name === undefined) return spec;
  if (rest.length === 0) return { ...spec, [name]: value };
  const [definition = '', ...through] = leaf.through;
  const known = spec[name];
  const inner = isPlainObject(known) ? known : leastOf(definition, root);
  return { ...spec, [name]: withValue(inner, { at: rest, through }, value, root) };
}

/** Returns an object without a field; an object that is left empty stays. */
export function withoutValue(spec: PlainObject, [name, ...rest]: readonly string[]): PlainObject {
  if (name === undefined || !(name in spec)) return spec;
  const inner = spec[name];
  if (rest.length > 0) return isPlainObject(inner) ? { ...spec, [name]: withoutValue(inner, rest) } : spec;
  const { [name]: _, ...others } = spec;
  return others;
}

export function isPlainObject(value: JsonValue | undefined): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is known where a field is learned. */
export interface LearnContext {
  readonly root: SchemaNode;
  readonly print: Print;
  /** Objects to set the field in: the least one, and others that make more of it visible. */
  readonly contexts: readonly PlainObject[];
  readonly inner: InnerReader;
  /** Names of elements at a path that are other fields' business. */
  readonly isClaimed: (path: Path, name: string, leaf: Leaf) => boolean;
}

/** Learns where a field stands in what is printed, by printing it with values that stand nowhere else. */
export function learnField(leaf: Leaf, context: LearnContext): FieldReader {
  switch (leaf.form.kind) {
    case 'text':
      return textReader(leaf, context, (text) => text);
    case 'number':
      return textReader(leaf, context, numberOf);
    case 'choice':
      return choiceReader(leaf, context, leaf.form.values);
    case 'texts':
      return leaf.form.values.length > 0
        ? wordsReader(leaf, context, leaf.form.values)
        : textsReader(leaf, context);
    case 'map':
      return mapReader(leaf, context);
    case 'objects':
      return listReader(leaf, context, leaf.form.definition, (definition, print, tree, where) =>
        context.inner.objects(definition, print, tree, where),
      );
    case 'entries':
      return listReader(leaf, context, leaf.form.definition, (definition, print, tree, where) =>
        context.inner.entry(definition, print, tree, where),
      );
    case 'entry':
      return entryReader(leaf, context, leaf.form.definition);
  }
}

function numberOf(text: string): JsonValue | undefined {
  return /^-?[0-9]+$/.test(text) ? Number(text) : undefined;
}

/** A text around the value of a field. */
interface Frame {
  readonly place: Place;
  readonly before: string;
  readonly after: string;
}

function textReader(
  leaf: Leaf,
  context: LearnContext,
  valueOf: (text: string) => JsonValue | undefined,
): FieldReader {
  const first = sample(leaf.form, context.root, 0);
  const second = sample(leaf.form, context.root, 1);
  const frames = new Map<string, Frame>();
  for (const spec of context.contexts) {
    for (const found of changes(spec, first, second)) {
      if (found.kind !== 'text') continue;
      const frame = frameOf(found.place, found.from, found.to, String(first), String(second));
      if (frame !== undefined) frames.set(`${placeKey(frame.place)} ${frame.before} ${frame.after}`, frame);
    }
  }
  const known = [...frames.values()];
  return (trees) => [
    ...new Set(
      known.flatMap(({ place, before, after }) => {
        const text = textAt(trees, place);
        if (text === undefined) return [];
        const isFramed =
          text.startsWith(before) && text.endsWith(after) && text.length >= before.length + after.length;
        // What the printer adds may be missing in what somebody else wrote.
        const value = valueOf(isFramed ? text.slice(before.length, text.length - after.length) : text);
        return value === undefined ? [] : [value];
      }),
    ),
  ];

  function changes(spec: PlainObject, from: JsonValue, to: JsonValue): readonly Difference[] {
    return changesBetween(leaf, context, spec, from, to);
  }
}

function changesBetween(
  leaf: Leaf,
  { print, root }: LearnContext,
  spec: PlainObject,
  from: JsonValue,
  to: JsonValue,
): readonly Difference[] {
  const a = print(withValue(spec, leaf, from, root));
  const b = print(withValue(spec, leaf, to, root));
  return a === undefined || b === undefined ? [] : differences(a, b);
}

function frameOf(place: Place, from: string, to: string, first: string, second: string): Frame | undefined {
  const at = from.indexOf(first);
  if (at === -1) return undefined;
  const before = from.slice(0, at);
  const after = from.slice(at + first.length);
  return to === before + second + after ? { place, before, after } : undefined;
}

/** A place whose text, or its absence, tells which value a field has. */
interface Sign {
  readonly place: Place;
  readonly values: ReadonlyMap<string, readonly JsonValue[]>;
}

function choiceReader(
  leaf: Leaf,
  { contexts, print, root }: LearnContext,
  values: readonly JsonValue[],
): FieldReader {
  const signs: Sign[] = [];
  for (const spec of contexts) {
    const printed = values.flatMap((value) => {
      const trees = print(withValue(spec, leaf, value, root));
      return trees === undefined ? [] : [{ value, trees }];
    });
    const [first, ...others] = printed;
    if (first === undefined) continue;
    const places = new Map<string, Place>();
    for (const { trees } of others)
      for (const found of differences(first.trees, trees)) {
        const place = found.kind === 'text' ? found.place : { path: found.path };
        places.set(placeKey(place), place);
      }
    for (const place of places.values()) {
      const byText = new Map<string, JsonValue[]>();
      for (const { value, trees } of printed) {
        const text = signOf(trees, place);
        byText.set(text, [...(byText.get(text) ?? []), value]);
      }
      signs.push({ place, values: byText });
    }
  }
  return (trees) => {
    const votes = new Map<JsonValue, number>();
    for (const { place, values: byText } of signs) {
      const matching = byText.get(signOf(trees, place)) ?? [];
      for (const value of matching) votes.set(value, (votes.get(value) ?? 0) + 1 / matching.length);
    }
    return [...votes].sort(([, a], [, b]) => b - a).map(([value]) => value);
  };
}

function signOf(trees: readonly Tree[], place: Place): string {
  if (place.attribute === undefined) {
    const element = elementAt(trees, place.path);
    if (element === undefined) return '';
    // An item of a list is there or not, whatever is in it.
    if (element.children.length > 0 || element.name.includes('.')) return `<${element.name}>${element.text}`;
  }
  const text = textAt(trees, place) ?? '';
  return text === 'false' || text === '0' ? '' : text;
}

/** Something that a list adds to: a text, or the elements inside one. */
type ListPlace =
  | { readonly kind: 'joined'; readonly frame: Frame; readonly separator: string }
  | { readonly kind: 'items'; readonly parent: Path; readonly name: string; readonly inside: Place };

function textsReader(leaf: Leaf, context: LearnContext): FieldReader {
  const [one, two] = SAMPLES;
  const found = new Map<string, ListPlace>();
  for (const spec of context.contexts)
    for (const change of changesBetween(leaf, context, spec, [one], [one, two])) {
      const place = change.kind === 'removed' ? undefined : listPlace(change, one, two);
      if (place !== undefined) found.set(JSON.stringify(place), place);
    }
  const places = [...found.values()];
  return (trees) => {
    const values: string[][] = [];
    for (const place of places) {
      if (place.kind === 'joined') {
        const text = textAt(trees, place.frame.place);
        if (text === undefined) continue;
        const { before, after } = place.frame;
        if (!text.startsWith(before) || !text.endsWith(after)) continue;
        const joined = text.slice(before.length, text.length - after.length);
        const parts =
          place.separator === ''
            ? [joined]
            : joined.split(place.separator.trim() === '' ? place.separator : place.separator);
        if (joined !== '') values.push(parts);
        const loose = place.separator.trim();
        if (loose !== '' && loose !== place.separator)
          values.push(joined.split(loose).map((part) => part.trim()));
      } else {
        const items = (childrenAt(trees, place.parent) ?? []).filter(({ name }) => name === place.name);
        const texts = items.flatMap((item) => textAt([item], place.inside) ?? []);
        if (texts.length > 0) values.push(texts);
      }
    }
    return values;
  };
}

function listPlace(
  change: Exclude<Difference, { kind: 'removed' }>,
  one: string,
  two: string,
): ListPlace | undefined {
  if (change.kind === 'text') {
    const at = change.from.indexOf(one);
    if (at === -1) return undefined;
    const before = change.from.slice(0, at);
    const after = change.from.slice(at + one.length);
    const joined = change.to.slice(before.length, change.to.length - after.length);
    if (!joined.startsWith(one) || !joined.endsWith(two)) return undefined;
    const separator = joined.slice(one.length, joined.length - two.length);
    return { kind: 'joined', frame: { place: change.place, before, after }, separator };
  }
  const inside = placeOf([change.tree], two);
  return inside && { kind: 'items', parent: change.parent, name: change.tree.name, inside };
}

/** Reads a list of words, each of which stands for an element of a list. */
function wordsReader(leaf: Leaf, context: LearnContext, words: readonly string[]): FieldReader {
  const { contexts, print, root } = context;
  /** What the items of a container stand for. */
  const containers = new Map<string, { readonly parent: Path; readonly words: Map<string, string> }>();
  const note = (path: Path, tree: Tree | undefined, word: string) => {
    if (tree === undefined || path.length < 2) return;
    const parent = path.slice(0, -1);
    const container = containers.get(pathKey(parent)) ?? { parent, words: new Map<string, string>() };
    containers.set(pathKey(parent), container);
    container.words.set(itemKey(tree), word);
  };
  for (const spec of contexts) {
    const printed = words.map((word) => print(withValue(spec, leaf, [word], root)));
    printed.forEach((trees, index) => {
      const other = printed[index === 0 ? 1 : 0];
      const word = words[index];
      if (trees === undefined || other === undefined || word === undefined) return;
      for (const change of differences(other, trees)) {
        if (change.kind === 'text') note(change.place.path, elementAt(trees, change.place.path), word);
        if (change.kind === 'added') note(change.path, change.tree, word);
      }
    });
  }
  const known = [...containers.values()];
  return (trees) =>
    known.flatMap(({ parent, words: byItem }) => {
      const found = (childrenAt(trees, parent) ?? []).flatMap((item) => byItem.get(itemKey(item)) ?? []);
      return found.length === 0 ? [] : [found];
    });
}

function itemKey({ name, attributes, text }: Tree): string {
  return `${name} ${attributes.class ?? ''} ${text}`;
}

/** Returns where a text stands alone. */
function placeOf(trees: readonly Tree[], text: string, path: Path = []): Place | undefined {
  const counts = new Map<string, number>();
  for (const tree of trees) {
    const nth = counts.get(tree.name) ?? 0;
    counts.set(tree.name, nth + 1);
    const at = [...path, { name: tree.name, nth }];
    if (tree.text === text) return { path: at };
    const attribute = Object.entries(tree.attributes).find(([, value]) => value === text)?.[0];
    if (attribute !== undefined) return { path: at, attribute };
    const inside = placeOf(tree.children, text, at);
    if (inside !== undefined) return inside;
  }
  return undefined;
}

function mapReader(leaf: Leaf, context: LearnContext): FieldReader {
  const one = { zqk1a: 'zqv1a' };
  const two = { zqk1a: 'zqv1a', zqk2b: 'zqv2b' };
  const readers: ((trees: readonly Tree[]) => JsonValue | undefined)[] = [];
  for (const spec of context.contexts.slice(0, 1))
    for (const change of changesBetween(leaf, context, spec, one, two)) {
      if (change.kind === 'removed') continue;
      if (change.kind === 'added') {
        const key = placeOf([change.tree], 'zqk2b');
        const value = placeOf([change.tree], 'zqv2b');
        const { parent, tree } = change;
        if (key === undefined || value === undefined) continue;
        readers.push((trees) => {
          const items = (childrenAt(trees, parent) ?? []).filter(({ name }) => name === tree.name);
          if (items.length === 0) return undefined;
          return Object.fromEntries(
            items.map((item) => [textAt([item], key) ?? '', textAt([item], value) ?? '']),
          );
        });
      } else {
        const pair = change.from.includes('zqk1a=zqv1a');
        if (!pair) continue;
        const { place } = change;
        readers.push((trees) => {
          const lines = (textAt(trees, place) ?? '').split('\n').filter((line) => line.trim() !== '');
          if (lines.length === 0) return undefined;
          return Object.fromEntries(
            lines.map((line) => {
              const at = line.indexOf('=');
              return at === -1 ? [line, ''] : [line.slice(0, at), line.slice(at + 1)];
            }),
          );
        });
      }
    }
  return (trees) => readers.flatMap((read) => read(trees) ?? []);
}

function listReader(
  leaf: Leaf,
  context: LearnContext,
  definition: string,
  read: (definition: string, print: Print, tree: Tree, where: string) => JsonValue | undefined,
): FieldReader {
  const { print, root } = context;
  interface Container {
    readonly parent: Path;
    readonly spec: PlainObject;
    /** Names that stand there without the field. */
    readonly fixed: readonly string[];
    /** The name of all items; absent where each may have its own. */
    readonly names?: ReadonlySet<string>;
    /** Items that have to be there so that another one stands in the container. */
    readonly others: readonly PlainObject[];
  }
  const containers = new Map<string, Container>();
  const isObjects = leaf.form.kind === 'objects';
  /** Where an entry stands that is the only one. */
  const singles = new Map<string, { readonly path: Path; readonly spec: PlainObject }>();
  for (const spec of context.contexts) {
    const samples = isObjects
      ? [leastOf(definition, root, 0), leastOf(definition, root, 1)]
      : context.inner.things(definition).slice(0, 2);
    const [one, two = one] = samples;
    if (one === undefined || two === undefined) continue;
    const first = print(withValue(spec, leaf, [one], root)) ?? [];
    const added = changesBetween(leaf, context, spec, [one, two], [one, two, one]).filter(
      ({ kind }) => kind === 'added',
    );
    const isAlone = !added.some(
      (change) => change.kind === 'added' && childrenAt(first, change.parent) !== undefined,
    );
    const second = print(withValue(spec, leaf, [two], root));
    const alone = commonPath(differences(second ?? print(withoutValue(spec, leaf.at)) ?? [], first));
    if (isAlone && alone !== undefined && alone.length > 1 && !isObjects)
      singles.set(pathKey(alone), { path: alone, spec });
    for (const change of changesBetween(leaf, context, spec, [one, two], [one, two, one])) {
      if (change.kind !== 'added' || change.parent.length === 0) continue;
      const fixed = fixedNames(change.parent, spec, one);
      const key = pathKey(change.parent);
      if (containers.has(key)) continue;
      const names = isObjects ? namesOfItems(change.parent, spec) : undefined;
      containers.set(key, {
        parent: change.parent,
        spec,
        fixed,
        others: childrenAt(first, change.parent) === undefined ? [one] : [],
        ...(names === undefined ? {} : { names }),
      });
    }
  }
  const known = [...containers.values()];
  const alone = [...singles.values()];
  const readAlone: FieldReader = (trees) =>
    alone.flatMap(({ path, spec }) => {
      const tree = elementAt(trees, path);
      if (tree === undefined) return [];
      const printItem: Print = (item) => {
        const printed = print(withValue(spec, leaf, [item], root));
        const found = printed && elementAt(printed, path);
        return found && [found];
      };
      const value = read(definition, printItem, tree, `alone at ${pathKey(path)}`);
      return value === undefined ? [] : [[value]];
    });
  const readAll: FieldReader = (trees) =>
    known.flatMap(({ parent, spec, fixed, names, others }) => {
      const children = childrenAt(trees, parent);
      if (children === undefined) return [];
      const left = [...fixed];
      const items = children.filter((child) => {
        if (names !== undefined && !names.has(child.name)) return false;
        const at = left.indexOf(child.name);
        if (at !== -1 && names === undefined) {
          left.splice(at, 1);
          return false;
        }
        return !context.isClaimed(parent, child.name, leaf);
      });
      const printItem: Print = (item) => {
        const printed = print(withValue(spec, leaf, [...others, item], root));
        const inside = printed && childrenAt(printed, parent);
        if (inside === undefined) return undefined;
        const rest = [...fixed];
        const own = inside.filter((child) => {
          if (names !== undefined) return names.has(child.name);
          const at = rest.indexOf(child.name);
          if (at !== -1) rest.splice(at, 1);
          return at === -1 && !context.isClaimed(parent, child.name, leaf);
        });
        return own.slice(others.length, others.length + 1);
      };
      const values = items.map((item) => read(definition, printItem, item, `in ${pathKey(parent)}`));
      return values.length === 0 || values.includes(undefined) ? [] : [values as JsonValue[]];
    });
  return (trees) => [...readAll(trees), ...readAlone(trees)];

  /** The names of what stands in a container whatever items there are. */
  function fixedNames(parent: Path, spec: PlainObject, item: JsonValue): readonly string[] {
    const two = childrenAt(print(withValue(spec, leaf, [item, item], root)) ?? [], parent) ?? [];
    const three = childrenAt(print(withValue(spec, leaf, [item, item, item], root)) ?? [], parent) ?? [];
    const added = leftOver(
      three,
      two.map(({ name }) => name),
    );
    const names = added.map(({ name }) => name);
    return leftOver(two, [...names, ...names]).map(({ name }) => name);
  }

  /** The names that items have: they may depend on a choice. */
  function namesOfItems(parent: Path, spec: PlainObject): ReadonlySet<string> {
    return new Set(
      context.inner.variants(definition).flatMap((item) => {
        const fixed = fixedNames(parent, spec, item);
        const printed = print(withValue(spec, leaf, [item, item], root)) ?? [];
        return leftOver(childrenAt(printed, parent) ?? [], fixed).map(({ name }) => name);
      }),
    );
  }
}

/** Returns the trees that are left when one of each of some names is taken away. */
function leftOver(trees: readonly Tree[], names: readonly string[]): readonly Tree[] {
  const rest = [...names];
  return trees.filter(({ name }) => {
    const at = rest.indexOf(name);
    if (at !== -1) rest.splice(at, 1);
    return at === -1;
  });
}

function entryReader(leaf: Leaf, context: LearnContext, definition: string): FieldReader {
  const { print, root, inner } = context;
  const spots = new Map<string, { readonly path: Path; readonly spec: PlainObject }>();
  for (const spec of context.contexts) {
    const all = inner.things(definition).flatMap((thing) => {
      const printed = print(withValue(spec, leaf, thing, root));
      return printed === undefined ? [] : [printed];
    });
    const without = print(withoutValue(spec, leaf.at)) ?? all[0];
    if (without === undefined) continue;
    for (const printed of all) {
      const path = commonPath(differences(without, printed));
      if (path !== undefined && path.length > 1 && !spots.has(pathKey(path)))
        spots.set(pathKey(path), { path, spec });
    }
  }
  const known = [...spots.values()];
  return (trees) =>
    known.flatMap(({ path, spec }) => {
      const tree = elementAt(trees, path);
      if (tree === undefined) return [];
      const printItem: Print = (item) => {
        const printed = print(withValue(spec, leaf, item, root));
        const found = printed && elementAt(printed, path);
        return found && [found];
      };
      const value = inner.entry(definition, printItem, tree, `at ${pathKey(path)}`);
      return value === undefined ? [] : [value];
    });
}

/** Returns the path to the innermost element that holds all differences. */
function commonPath(found: readonly Difference[]): Path | undefined {
  const paths = found.map((change) => (change.kind === 'text' ? change.place.path : change.path));
  const [first, ...others] = paths;
  if (first === undefined) return undefined;
  let length = first.length;
  for (const path of others) {
    let same = 0;
    while (same < length && pathKey(path.slice(0, same + 1)) === pathKey(first.slice(0, same + 1))) same++;
    length = same;
  }
  return first.slice(0, length);
}
