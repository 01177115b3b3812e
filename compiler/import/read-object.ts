import type { JsonValue, SchemaNode } from '../../schema/schema-node.ts';
import { canonical, distance } from './canonical.ts';
import {
  type FieldReader,
  type InnerReader,
  isPlainObject,
  type Leaf,
  learnField,
  type Print,
  withoutValue,
  withValue,
} from './learned-fields.ts';
import type { Path } from './places.ts';
import type { PlainObject } from './printers.ts';
import { formOf, leastOf, sample } from './samples.ts';
import type { Tree } from './tree.ts';

/** What an object of a definition reads from trees. */
export interface Reading {
  readonly spec: PlainObject;
  /** In how many places what the spec becomes differs from what was read; 0 when Jenkins makes the same of both. */
  readonly distance: number;
}

/** Reads objects of one definition: the inverse of how they are printed, which is learned from the printer. */
export class ObjectReader {
  private readonly root: SchemaNode;
  private readonly print: Print;
  private readonly inner: InnerReader;
  private readonly leaves: readonly Leaf[];
  private readonly bases: readonly PlainObject[];
  private readers: readonly { readonly leaf: Leaf; readonly read: FieldReader }[] | undefined;

  constructor(
    definition: string,
    root: SchemaNode,
    print: Print,
    inner: InnerReader,
    fixed: PlainObject = {},
  ) {
    this.root = root;
    this.print = print;
    this.inner = inner;
    this.leaves = leavesOf(definition, root, 0).filter(
      ({ at }) => !(at.length === 1 && (at[0] ?? '') in fixed),
    );
    this.bases = this.leastObjects({ ...leastOf(definition, root), ...fixed });
  }

  /** The objects that can be printed: the least one, or it with one of several fields of which one has to be there. */
  private leastObjects(least: PlainObject): readonly PlainObject[] {
    if (this.print(least) !== undefined) return [least];
    const more = this.leaves.flatMap((leaf) => {
      const value =
        leaf.form.kind === 'entries'
          ? this.inner.things(leaf.form.definition).slice(0, 1)
          : sample(leaf.form, this.root);
      const spec = withValue(least, leaf, value, this.root);
      return this.print(spec) === undefined ? [] : [spec];
    });
    return more.length === 0 ? [least] : more;
  }

  /** Returns objects that may look different from outside: with each choice, and with two items in each list. */
  variants(): readonly PlainObject[] {
    return this.bases.flatMap((base) => [
      base,
      ...this.leaves.flatMap(({ form, ...leaf }) => {
        if (form.kind === 'choice')
          return form.values.map((value) => withValue(base, leaf, value, this.root));
        const item = form.kind === 'entries' ? this.inner.things(form.definition)[0] : undefined;
        return item === undefined ? [] : [withValue(base, leaf, [item, item], this.root)];
      }),
    ]);
  }

  /** Returns the trees of the least object. */
  leastTrees(): readonly Tree[] | undefined {
    return this.print(this.bases[0] ?? {});
  }

  /** Returns what trees say; the spec may say less than they do. */
  read(trees: readonly Tree[]): Reading {
    const wanted = trees.map(canonical);
    let nearest: Reading | undefined;
    for (const base of this.bases) {
      const reading = this.readFrom(base, trees, wanted);
      if (nearest === undefined || reading.distance < nearest.distance) nearest = reading;
      if (nearest.distance === 0) break;
    }
    return nearest ?? { spec: {}, distance: Number.POSITIVE_INFINITY };
  }

  private readFrom(base: PlainObject, trees: readonly Tree[], wanted: readonly Tree[]): Reading {
    const readers = this.learn();
    const values = readers.map(({ leaf, read }) => ({ leaf, candidates: read(trees) }));
    let spec = base;
    for (const { leaf, candidates } of values) {
      const [likeliest] = candidates;
      if (likeliest === undefined) continue;
      if (!leaf.isRequired && isSame(likeliest, leaf.fallback)) continue;
      if (!leaf.isRequired && (likeliest === '' || (leaf.fallback === undefined && likeliest === false)))
        continue;
      spec = withValue(spec, leaf, likeliest, this.root);
    }
    let best = this.measure(spec, wanted);
    for (let round = 0; round < 3 && best > 0; round++) {
      const before = best;
      for (const { leaf, candidates } of values) {
        if (best === 0) break;
        const others = leaf.form.kind === 'choice' ? leaf.form.values : candidates;
        const attempts = others.map((value) => withValue(spec, leaf, value, this.root));
        if (!leaf.isRequired) attempts.push(withoutValue(spec, leaf.at));
        if (leaf.at.length > 1) attempts.push(withoutValue(spec, leaf.at.slice(0, -1)));
        for (const attempt of attempts) {
          const found = this.measure(attempt, wanted);
          if (found >= best) continue;
          best = found;
          spec = attempt;
        }
      }
      if (best === before) break;
    }
    return {
      spec: best === Number.POSITIVE_INFINITY ? spec : this.shortened(spec, wanted, best),
      distance: best,
    };
  }

  /** Leaves out what says nothing. */
  private shortened(spec: PlainObject, wanted: readonly Tree[], best: number): PlainObject {
    let shortest = spec;
    for (const { leaf } of this.learn()) {
      if (leaf.isRequired && leaf.at.length === 1) continue;
      const value = valueAt(shortest, leaf.at);
      // What stands in a list was read from an element; nothing else makes one.
      if (value === undefined || (isFilled(value) && leaf.at.length === 1)) continue;
      for (let length = leaf.at.length; length > 0; length--) {
        const shorter = withoutValue(shortest, leaf.at.slice(0, length));
        if (this.measure(shorter, wanted) === best) shortest = shorter;
      }
    }
    return shortest;
  }

  private measure(spec: PlainObject, wanted: readonly Tree[]): number {
    const printed = this.print(spec);
    if (printed === undefined || printed.length !== wanted.length) return Number.POSITIVE_INFINITY;
    return printed.reduce((sum, tree, index) => {
      const other = wanted[index];
      return other === undefined ? sum + 1 : sum + distance(canonical(tree), other);
    }, 0);
  }

  private learn(): readonly { readonly leaf: Leaf; readonly read: FieldReader }[] {
    if (this.readers !== undefined) return this.readers;
    const context = {
      root: this.root,
      print: this.print,
      contexts: this.contexts(),
      inner: this.inner,
      isClaimed: (path: Path, name: string, leaf: Leaf) => this.isClaimed(path, name, leaf),
    };
    this.readers = this.leaves.map((leaf) => ({ leaf, read: learnField(leaf, context) }));
    return this.readers;
  }

  /** Elements that hold another field's items, such as parameters among the properties of a job. */
  private isClaimed(_path: Path, name: string, leaf: Leaf): boolean {
    if (leaf.at.length !== 1 || leaf.at[0] !== 'properties') return false;
    return (
      name === 'hudson.model.ParametersDefinitionProperty' ||
      name === 'org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty'
    );
  }

  /** Objects to set fields in: some are seen beside certain values only, or stand elsewhere beside others. */
  private contexts(): readonly PlainObject[] {
    const full = this.bases.map((base) =>
      this.leaves.reduce(
        (spec, leaf) =>
          leaf.form.kind === 'text' && !leaf.isRequired ? withValue(spec, leaf, 'zqother', this.root) : spec,
        base,
      ),
    );
    return [...this.variants().slice(0, MOST_CONTEXTS), ...full].filter(
      (spec) => this.print(spec) !== undefined,
    );
  }
}

/** Things with more choices than that are seen well enough. */
const MOST_CONTEXTS = 24;

/** Returns the least object of a definition, and it with each other value of each of its choices. */
export function variantsOf(definition: string, root: SchemaNode): readonly PlainObject[] {
  const least = leastOf(definition, root);
  return [
    least,
    ...leavesOf(definition, root, 0).flatMap((leaf) =>
      leaf.form.kind === 'choice' ? leaf.form.values.map((value) => withValue(least, leaf, value, root)) : [],
    ),
  ];
}

function leavesOf(definition: string, root: SchemaNode, depth: number): readonly Leaf[] {
  const schema = root.definitions?.[definition] ?? {};
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]): readonly Leaf[] => {
    const form = formOf(field, root);
    const isRequired = schema.required?.includes(name) === true;
    if (form.kind !== 'object')
      return [{ at: [name], through: [], form, fallback: field.default, isRequired }];
    if (depth > 3) return [];
    return leavesOf(form.definition, root, depth + 1).map((leaf) => ({
      ...leaf,
      at: [name, ...leaf.at],
      through: [form.definition, ...leaf.through],
    }));
  });
}

function valueAt(spec: PlainObject, at: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = spec;
  for (const name of at) value = isPlainObject(value) ? value[name] : undefined;
  return value;
}

function isFilled(value: JsonValue): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function isSame(a: JsonValue, b: JsonValue | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

export { isPlainObject };
