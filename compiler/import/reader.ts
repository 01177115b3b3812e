import { definitionName, type SchemaNode } from '../../schema/schema-node.ts';
import { specSchemas } from '../check/spec-schemas.ts';
import { canonicalText } from './canonical.ts';
import { currentForm, originalOf } from './current-form.ts';
import { withFragmentsFor } from './fragments.ts';
import { type ImportedItem, keptIn } from './imported.ts';
import type { InnerReader, Print, Reading } from './learn/learn-context.ts';
import { ObjectReader, variantsOf } from './learn/object-reader.ts';
import { leastOf } from './learn/samples.ts';
import { isFamily, type PlainObject, printEntry, printJob } from './printers.ts';
import type { Tree } from './tree.ts';
import { xmlText } from './xml-text.ts';

/** A thing that an entry can be. */
interface KnownThing {
  /** Returns the entry that an object of the thing becomes. */
  readonly wrap: (spec: PlainObject) => PlainObject;
  readonly reader: ObjectReader;
  /** Whether an element is called as that of the least object. */
  readonly isUsually: (tree: Tree) => boolean;
  /** Whether an element is called as that of some object: it may depend on a choice, or on how many there are. */
  readonly isEver: (tree: Tree) => boolean;
}

/** A kind of jobs, and how its root element is called. */
interface KnownKind {
  readonly kind: string;
  readonly root: string;
  readonly reader: ObjectReader;
}

/**
 * Reads configurations of Jenkins as jobs of jobs.bitesize. What it knows it learns from what prints them, the first
 * time that an element is met: one reader is for many configurations.
 */
export class ConfigReader {
  private readonly root: SchemaNode = specSchemas.jobs.schema;
  private readonly known = new Map<string, readonly KnownThing[]>();
  private readonly objects = new Map<string, ObjectReader>();
  private readonly read = new Map<string, Reading | undefined>();
  private readLength = 0;
  private kinds: readonly KnownKind[] | undefined;
  /**
   * Returns what the root element of a configuration becomes. Printed again, it is what Jenkins takes for the same:
   * what the vocabulary cannot say stays XML, as a thing, as a fragment or as a whole.
   */
  item(tree: Tree, name: string, source = name): ImportedItem {
    const { kind, spec } = this.specOf(currentForm(tree));
    const kept = keptIn(kind, spec);
    return { name, kind, spec, native: kind !== 'xml' && kept.length === 0, kept, source };
  }

  /**
   * Returns what reads inside a holder: what stands inside is printed by it, so the same definition is learned once for
   * each holder and place. What is nested deeper than anybody writes by hand stays as it is.
   */
  private innerOf(holder: string, depth = 0): InnerReader {
    return {
      variants: (definition) => variantsOf(definition, this.root),
      things: (definition) =>
        this.things(definition).map(({ inner, wrap }) => wrap(leastOf(inner, this.root))),
      objects: (definition, print, tree, where) => {
        if (depth >= MOST_DEPTH) return undefined;
        const key = `${holder} / ${definition} ${where}`;
        const known = this.objects.get(key);
        const reader = known ?? new ObjectReader(definition, this.root, print, this.innerOf(key, depth + 1));
        if (known === undefined) this.objects.set(key, reader);
        return reader.read([tree]);
      },
      entry: (definition, print, tree, where) =>
        depth >= MOST_DEPTH ? undefined : this.entry(definition, print, tree, `${holder} / ${where}`, depth),
    };
  }

  private specOf(tree: Tree): { readonly kind: string; readonly spec: PlainObject } {
    const found = this.knownKinds().find(({ root }) => root === tree.name);
    if (found !== undefined) {
      const { kind, reader } = found;
      const reading = reader.read([tree]);
      const spec =
        reading.distance === 0
          ? reading.spec
          : withFragmentsFor(tree, { ...reading.spec, kind, name: NAME }, kind, reader);
      if (spec !== undefined) {
        const { kind: _, name: __, ...fields } = spec;
        return { kind, spec: fields };
      }
    }
    return { kind: 'xml', spec: { xml: xmlText(originalOf(tree)) } };
  }

  private knownKinds(): readonly KnownKind[] {
    this.kinds ??= Object.entries(this.root.definitions?.Job?.['x-kinds'] ?? {}).flatMap(([kind, node]) => {
      if (kind === 'xml') return [];
      const print: Print = (spec) => {
        const made = printJob(spec);
        return made && [made];
      };
      const fixed = { kind, name: NAME };
      const reader = new ObjectReader(definitionName(node), this.root, print, this.innerOf(kind), fixed);
      return (reader.leastTrees() ?? []).map(({ name: root }) => ({ kind, root, reader }));
    });
    return this.kinds;
  }

  /** Returns what an entry of a definition can be: the definition of each thing, and how it becomes an entry. */
  private things(definition: string): readonly {
    readonly inner: string;
    readonly wrap: (spec: PlainObject) => PlainObject;
  }[] {
    const { properties = {}, 'x-kinds': kinds } = this.root.definitions?.[definition] ?? {};
    if (kinds !== undefined)
      return Object.entries(kinds).map(([kind, node]) => ({
        inner: definitionName(node),
        wrap: (spec) => ({ ...spec, kind }),
      }));
    return Object.entries(properties).flatMap(([thing, node]) =>
      thing === 'xml' ? [] : [{ inner: definitionName(node), wrap: (spec) => ({ [thing]: spec }) }],
    );
  }

  private entry(
    definition: string,
    print: Print,
    tree: Tree,
    where: string,
    depth: number,
  ): Reading | undefined {
    const isAnywhere = isFamily(definition);
    if (isAnywhere && tree.attributes.class !== undefined)
      return this.entry(definition, print, asItem(tree), where, depth);
    const place = isAnywhere ? '' : where;
    const key = `${definition} ${place} ${canonicalText(tree)}`;
    if (this.read.has(key)) return this.read.get(key);
    const found = this.readEntry(definition, print, tree, place, isAnywhere ? 0 : depth);
    this.readLength += key.length;
    if (this.readLength > MOST_READ) {
      this.read.clear();
      this.readLength = key.length;
    }
    this.read.set(key, found && { ...found, spec: copyOf(found.spec) });
    return found;
  }

  private readEntry(
    definition: string,
    print: Print,
    tree: Tree,
    where: string,
    depth: number,
  ): Reading | undefined {
    let nearest: Reading | undefined;
    const things = this.knownThings(definition, print, where, depth);
    const usual = things.filter(({ isUsually }) => isUsually(tree));
    const other = () => things.filter((thing) => !usual.includes(thing) && thing.isEver(tree));
    for (const some of [() => usual, other])
      for (const { wrap, reader } of some()) {
        const { spec, distance } = reader.read([tree]);
        if (nearest === undefined || distance < nearest.distance) nearest = { spec: wrap(spec), distance };
        if (distance === 0) return nearest;
      }
    const hasXml = this.root.definitions?.[definition]?.properties?.xml !== undefined;
    return hasXml ? { spec: { xml: { xml: xmlText(originalOf(tree)) } }, distance: 0 } : nearest;
  }

  private knownThings(definition: string, print: Print, where: string, depth: number): readonly KnownThing[] {
    const key = `${definition} ${where}`;
    const found = this.known.get(key);
    if (found !== undefined) return found;
    const printEach: Print = isFamily(definition) ? (entry) => printEntry(definition, entry) : print;
    const made = this.things(definition).map(({ inner, wrap }): KnownThing => {
      const printThing: Print = (spec) => printEach(wrap(spec));
      const reader = new ObjectReader(
        inner,
        this.root,
        printThing,
        this.innerOf(`${key} ${inner}`, depth + 1),
      );
      const least = once(() => signaturesOf(reader.leastTrees()));
      const all = once(() => reader.variants().flatMap((variant) => signaturesOf(printThing(variant))));
      return {
        wrap,
        reader,
        isUsually: (tree) => least().includes(signatureOf(tree)),
        isEver: (tree) => all().includes(signatureOf(tree)),
      };
    });
    this.known.set(key, made);
    return made;
  }
}

/** The name that jobs have while they are read: it stands in no configuration. */
const NAME = 'job';

/** Things of jobs stand one inside the other at most three deep, but for conditions of conditions. */
const MOST_DEPTH = 8;

/** Equal elements are read once; those that are remembered have so many characters. */
const MOST_READ = 4_000_000;

/** Returns an element that stands in a field as it would stand in a list: named after its class. */
function asItem({ attributes: { class: name = '', ...attributes }, ...tree }: Tree): Tree {
  return currentForm({ ...tree, name: name.replaceAll('_', '__').replaceAll('$', '_-'), attributes });
}

function signaturesOf(trees: readonly Tree[] | undefined): readonly string[] {
  return (trees ?? []).map(signatureOf);
}

/** Returns plain data whose texts are no pieces of the configuration that they stood in: those would keep all of it. */
function copyOf(spec: PlainObject): PlainObject {
  return JSON.parse(JSON.stringify(spec));
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function signatureOf({ name, attributes }: Tree): string {
  return `${name} ${attributes.class ?? ''}`;
}
