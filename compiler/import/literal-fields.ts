import { definitionName, type SchemaNode } from '../../schema/schema-node.ts';
import { specSchemas } from '../check/spec-schemas.ts';
import { type Leaf, leavesOf, withoutValue, withValue } from './learn/leaf.ts';
import { leastOf, SAMPLES, sample } from './learn/samples.ts';
import { familyDefinitions, type PlainObject, printEntry, printJob } from './printers.ts';
import type { Tree } from './tree.ts';

/*
 * To Jenkins an element with `false` or `0` is as good as none, where it holds a flag or a number. Where it holds a text,
 * or a number that may be missing, it says what it says. The configuration does not tell which it is; what prints it does.
 */

let known: ReadonlySet<string> | undefined;

/** Whether an element inside another one holds a text, or a number that may be missing. */
export function isLiteral(owner: Tree, { name }: Tree): boolean {
  known ??= literalFields();
  return known.has(keyOf(owner, name));
}

function keyOf({ name, attributes }: Tree, field: string): string {
  const owner = attributes.class?.replaceAll('_', '__').replaceAll('$', '_-') ?? name;
  return `${owner} ${field}`;
}

/** Returns the elements that the texts and numbers of the vocabulary become, found by printing them. */
function literalFields(): ReadonlySet<string> {
  const found = new Set<string>();
  const zeros = new Set<string>();
  const note = (trees: readonly Tree[] | undefined) => {
    for (const tree of trees ?? [])
      for (const child of tree.children) {
        if (VALUES.has(child.text)) found.add(keyOf(tree, child.name));
        // What is 0 where no field says anything is 0 when it is missing.
        if (child.text === '0') zeros.add(keyOf(tree, child.name));
        note([{ ...tree, children: [] }, child]);
      }
  };
  const filler = new Filler(specSchemas.jobs.schema);
  for (const definition of familyDefinitions)
    for (const entry of filler.entries(definition)) note(printEntry(definition, entry));
  for (const job of filler.entries('Job')) {
    const root = printJob({ ...job, name: 'job' });
    note(root && [root]);
  }
  return new Set([...found].filter((key) => !zeros.has(key)));
}

/** What stands in a filled field, and nowhere else. */
const VALUES: ReadonlySet<string> = new Set([SAMPLES[0], '6841']);

/** Makes objects of definitions with all fields that hold texts or numbers, beside whatever each of them is seen. */
class Filler {
  private readonly root: SchemaNode;
  /** What stands inside others is filled in one of them. */
  private readonly seen = new Set<string>();

  constructor(root: SchemaNode) {
    this.root = root;
  }

  /** Returns entries of a definition: of each thing, or of each kind. */
  entries(definition: string): readonly PlainObject[] {
    const { properties = {}, 'x-kinds': kinds } = this.root.definitions?.[definition] ?? {};
    if (kinds !== undefined)
      return Object.entries(kinds).flatMap(([kind, node]) =>
        this.objects(definitionName(node)).map((object) => ({ ...object, kind })),
      );
    return Object.entries(properties).flatMap(([thing, node]) =>
      this.objects(definitionName(node)).map((object) => ({ [thing]: object })),
    );
  }

  private objects(definition: string): readonly PlainObject[] {
    if (this.seen.has(definition)) return [];
    this.seen.add(definition);
    const { root } = this;
    const leaves = leavesOf(definition, root);
    const least = leastOf(definition, root);
    const filled = leaves.filter(isFilled);
    const fill = (spec: PlainObject, leaf: Leaf) => withValue(spec, leaf, sample(leaf.form, root), root);
    const full = filled.reduce(fill, least);
    return [
      full,
      ...filled.map((leaf) => fill(least, leaf)),
      // Of some fields only one may be there.
      ...filled.map((leaf) => withoutValue(full, leaf.at)),
      ...leaves.flatMap((leaf) => {
        if (leaf.form.kind === 'choice')
          return leaf.form.values.map((value) => withValue(full, leaf, value, root));
        return this.inside(leaf).map((value) => withValue(least, leaf, value, root));
      }),
    ];
  }

  /** Returns the values of a field that holds objects. */
  private inside({ form }: Leaf): readonly (PlainObject | readonly PlainObject[])[] {
    switch (form.kind) {
      case 'objects':
        return this.objects(form.definition).map((object) => [object]);
      case 'entries':
        return this.entries(form.definition).map((entry) => [entry]);
      case 'entry':
        return this.entries(form.definition);
      default:
        return [];
    }
  }
}

/** A number that a pattern makes of a text is a number to Jenkins; one with a value by default is never missing. */
function isFilled({ form, fallback }: Leaf): boolean {
  if (form.kind === 'text') return form.samples === SAMPLES;
  if (form.kind === 'texts') return form.values.length === 0;
  return form.kind === 'number' && form.least <= 0 && fallback === undefined;
}
