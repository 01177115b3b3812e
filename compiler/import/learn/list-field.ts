import type { JsonValue } from '../../../schema/schema-node.ts';
import type { PlainObject } from '../printers.ts';
import type { Tree } from '../tree.ts';
import { isSame, type Leaf, withoutValue, withValue } from './leaf.ts';
import {
  changesBetween,
  type FieldReader,
  type LearnContext,
  type Print,
  type ReadInner,
} from './learn-context.ts';
import { childrenAt, commonPath, differences, elementAt, type Path, pathKey } from './places.ts';
import { leastOf } from './samples.ts';

/** An element whose children are the items of a list, among others. */
interface Container {
  readonly parent: Path;
  readonly spec: PlainObject;
  /** Names that stand there without the list. */
  readonly fixed: readonly string[];
  /** The names that items have; absent where each thing has its own. */
  readonly names: ReadonlySet<string> | undefined;
  /** Items that have to be there so that another one stands in the container. */
  readonly others: readonly PlainObject[];
}

/** Where an entry stands that is the only one of its list. */
interface Single {
  readonly path: Path;
  readonly spec: PlainObject;
}

/** Returns the reader of a list of objects or of things. */
export function listReader(
  leaf: Leaf,
  context: LearnContext,
  definition: string,
  read: ReadInner,
): FieldReader {
  const containers = new Map<string, Container>();
  const singles = new Map<string, Single>();
  for (const spec of context.contexts) {
    for (const container of containersOf(leaf, context, definition, spec, containers))
      containers.set(pathKey(container.parent), container);
    const single = leaf.form.kind === 'objects' ? undefined : singleOf(leaf, context, definition, spec);
    if (single !== undefined) singles.set(pathKey(single.path), single);
  }
  const known = [...containers.values()];
  const alone = [...singles.values()];
  return (trees) => [
    ...known.flatMap((container) => itemsIn(trees, container, leaf, context, definition, read)),
    ...alone.flatMap((single) => itemAt(trees, single, leaf, context, definition, read)),
  ];
}

/** Two items that are printed. */
function samplesOf(leaf: Leaf, { inner, print, root }: LearnContext, definition: string, spec: PlainObject) {
  if (leaf.form.kind !== 'objects') {
    const [one, two = one] = inner.things(definition);
    return one === undefined || two === undefined ? undefined : { one, two };
  }
  // An object may need one of several fields.
  const sizeWith = (items: readonly PlainObject[]) =>
    JSON.stringify(print(withValue(spec, leaf, items, root)))?.length ?? 0;
  const one = inner.variants(definition).find((item) => sizeWith([item, item]) > sizeWith([item]));
  return one && { one, two: isSame(one, leastOf(definition, root)) ? leastOf(definition, root, 1) : one };
}

function containersOf(
  leaf: Leaf,
  context: LearnContext,
  definition: string,
  spec: PlainObject,
  known: ReadonlyMap<string, Container>,
): readonly Container[] {
  const samples = samplesOf(leaf, context, definition, spec);
  if (samples === undefined) return [];
  const { one, two } = samples;
  const first = context.print(withValue(spec, leaf, [one], context.root)) ?? [];
  return changesBetween(leaf, context, spec, [one, two], [one, two, one]).flatMap((change) => {
    if (change.kind !== 'added' || change.parent.length === 0) return [];
    const { parent } = change;
    if (known.has(pathKey(parent))) return [];
    return [
      {
        parent,
        spec,
        fixed: fixedNames(leaf, context, parent, spec, one),
        names:
          leaf.form.kind === 'objects' ? namesOfItems(leaf, context, definition, parent, spec) : undefined,
        others: childrenAt(first, parent) === undefined ? [one] : [],
      },
    ];
  });
}

function singleOf(
  leaf: Leaf,
  context: LearnContext,
  definition: string,
  spec: PlainObject,
): Single | undefined {
  const samples = samplesOf(leaf, context, definition, spec);
  if (samples === undefined) return undefined;
  const { one, two } = samples;
  const { print, root } = context;
  const first = print(withValue(spec, leaf, [one], root)) ?? [];
  const isInContainer = changesBetween(leaf, context, spec, [one, two], [one, two, one]).some(
    (change) => change.kind === 'added' && childrenAt(first, change.parent) !== undefined,
  );
  if (isInContainer) return undefined;
  const other = print(withValue(spec, leaf, [two], root)) ?? print(withoutValue(spec, leaf.at)) ?? [];
  const path = commonPath(differences(other, first));
  return path !== undefined && path.length > 1 ? { path, spec } : undefined;
}

function itemAt(
  trees: readonly Tree[],
  { path, spec }: Single,
  leaf: Leaf,
  { print, root }: LearnContext,
  definition: string,
  read: ReadInner,
): readonly JsonValue[] {
  const tree = elementAt(trees, path);
  if (tree === undefined) return [];
  const printItem: Print = (item) => {
    const printed = print(withValue(spec, leaf, [item], root));
    const found = printed && elementAt(printed, path);
    return found && [found];
  };
  const reading = read(definition, printItem, tree, `alone at ${pathKey(path)}`);
  return reading === undefined ? [] : [[reading.spec]];
}

function itemsIn(
  trees: readonly Tree[],
  { parent, spec, fixed, names, others }: Container,
  leaf: Leaf,
  { print, root, isClaimed }: LearnContext,
  definition: string,
  read: ReadInner,
): readonly JsonValue[] {
  const itemsOf = (children: readonly Tree[]): readonly Tree[] =>
    leftOver(children, fixed).filter(({ name }) => names?.has(name) ?? !isClaimed(name, leaf));
  const items = itemsOf(childrenAt(trees, parent) ?? []);
  if (items.length === 0) return [];
  const printItem: Print = (item) => {
    const printed = print(withValue(spec, leaf, [...others, item], root));
    const inside = printed && childrenAt(printed, parent);
    const own = inside && itemsOf(inside).slice(others.length, others.length + 1);
    return own?.length === 1 ? own : undefined;
  };
  const readings = items.flatMap((item) => read(definition, printItem, item, `in ${pathKey(parent)}`) ?? []);
  // Two lists may share a container: then some items are none of this one.
  const exact = readings.filter((reading) => reading.distance === 0);
  const found = exact.length > 0 || leaf.form.kind === 'objects' ? exact : readings;
  const whole = leaf.isRequired || exact.length > 0 ? [readings] : [];
  return [found, ...whole]
    .filter(({ length }) => length > 0)
    .map((some) => some.map(({ spec: value }) => value));
}

/** Returns the names of what stands in a container whatever items there are. */
function fixedNames(
  leaf: Leaf,
  { print, root }: LearnContext,
  parent: Path,
  spec: PlainObject,
  item: JsonValue,
): readonly string[] {
  const childrenOf = (items: readonly JsonValue[]) =>
    childrenAt(print(withValue(spec, leaf, items, root)) ?? [], parent) ?? [];
  const two = childrenOf([item, item]);
  const added = leftOver(childrenOf([item, item, item]), namesOf(two));
  const names = namesOf(added);
  return namesOf(leftOver(two, [...names, ...names]));
}

/** Returns the names that items have: they may depend on a choice. */
function namesOfItems(
  leaf: Leaf,
  context: LearnContext,
  definition: string,
  parent: Path,
  spec: PlainObject,
): ReadonlySet<string> {
  const { inner, print, root } = context;
  return new Set(
    inner.variants(definition).flatMap((item) => {
      const fixed = fixedNames(leaf, context, parent, spec, item);
      const printed = print(withValue(spec, leaf, [item, item], root)) ?? [];
      return namesOf(leftOver(childrenAt(printed, parent) ?? [], fixed));
    }),
  );
}

function namesOf(trees: readonly Tree[]): readonly string[] {
  return trees.map(({ name }) => name);
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
