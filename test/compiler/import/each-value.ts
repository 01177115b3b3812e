import { specSchemas } from '../../../compiler/check/spec-schemas.ts';
import { type Leaf, leavesOf, withValue } from '../../../compiler/import/learn/leaf.ts';
import { type FieldForm, formOf, sample } from '../../../compiler/import/learn/samples.ts';
import type { PlainObject } from '../../../compiler/import/printers.ts';
import { definitionName, type JsonValue } from '../../../schema/schema-node.ts';

const root = specSchemas.jobs.schema;

/** An entry of a family, with one field set. */
export interface FieldCase {
  /** The thing and the field, such as `archive.artifacts`. */
  readonly name: string;
  readonly entry: PlainObject;
}

/** Objects inside objects inside entries have one value each. */
const DEEPEST = 1;

/** Returns each value of each field of each thing of a family, beside what the thing must have. */
export function casesOf(family: string, isPrinted: (entry: PlainObject) => boolean): readonly FieldCase[] {
  const things = Object.entries(root.definitions?.[family]?.properties ?? {}).filter(
    ([thing]) => thing !== 'xml',
  );
  return things.flatMap(([thing, node]) => {
    const definition = definitionName(node);
    const wrap = (spec: PlainObject) => renamed({ [thing]: spec }) as PlainObject;
    const least = leastObject(definition, 0);
    const bases = isPrinted(wrap(least))
      ? [least]
      : leavesOf(definition, root)
          .flatMap((leaf) =>
            valuesOf(leaf.form, 0)
              .slice(0, 1)
              .map((value) => set(least, leaf, value)),
          )
          .filter((spec) => isPrinted(wrap(spec)));
    return bases.flatMap((base) => [
      { name: thing, entry: wrap(base) },
      ...leavesOf(definition, root).flatMap((leaf) =>
        valuesOf(leaf.form, 0).map((value) => ({
          name: `${thing}.${leaf.at.join('.')}`,
          entry: wrap(set(base, leaf, value)),
        })),
      ),
    ]);
  });
}

function valuesOf(form: FieldForm, depth: number): readonly JsonValue[] {
  switch (form.kind) {
    case 'text':
      if (form.samples[0].startsWith('zq')) return ['some value', 'a/b-c.d', '0', 'false'];
      return form.samples[0].includes('.') ? ['80.5', '9'] : ['9', '12'];
    case 'number':
      return [Math.max(form.least, Math.min(form.most, 7)), form.least];
    case 'choice':
      return form.values;
    case 'texts': {
      const [first, second = first] = form.values;
      if (first === undefined || second === undefined) return [['alpha'], ['alpha', 'beta', 'gamma']];
      return [[first], [second], [first, second], form.values];
    }
    case 'map':
      return [{ K: 'v' }, { K1: 'v1', K2: 'v 2' }];
    case 'object':
      return objectsOf(form.definition, depth + 1);
    case 'objects':
      return listsOf(objectsOf(form.definition, depth + 1));
    case 'entries':
      return listsOf(entriesOf(form.definition, depth + 1));
    case 'entry':
      return entriesOf(form.definition, depth + 1);
  }
}

function listsOf(items: readonly PlainObject[]): readonly JsonValue[] {
  const [first, second = first] = items;
  if (first === undefined || second === undefined) return [];
  return [...items.map((item) => [item]), [first, second], [first, first]];
}

function objectsOf(definition: string, depth: number): readonly PlainObject[] {
  const least = leastObject(definition, depth);
  if (depth > DEEPEST) return [least];
  return [
    least,
    ...leavesOf(definition, root).flatMap((leaf) =>
      valuesOf(leaf.form, depth).map((value) => set(least, leaf, value)),
    ),
  ];
}

function entriesOf(definition: string, depth: number): readonly PlainObject[] {
  const { properties = {} } = root.definitions?.[definition] ?? {};
  if (depth > DEEPEST) return [sample({ kind: 'entries', definition }, root)].flat() as PlainObject[];
  return Object.entries(properties)
    .filter(([thing]) => thing !== 'xml')
    .flatMap(([thing, node]) => objectsOf(definitionName(node), depth).map((spec) => ({ [thing]: spec })));
}

function leastObject(definition: string, depth: number): PlainObject {
  const { properties = {}, required = [] } = root.definitions?.[definition] ?? {};
  return Object.fromEntries(
    required.flatMap((name) => {
      const [value] = valuesOf(formOf(properties[name] ?? {}, root), depth + 1);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}

function set(spec: PlainObject, leaf: Leaf, value: JsonValue): PlainObject {
  return withValue(spec, leaf, value, root);
}

/** Texts that are not those that the reader learns with. */
function renamed(value: JsonValue): JsonValue {
  return JSON.parse(JSON.stringify(value).replaceAll('zqx1a', 'alpha').replaceAll('zqx2b', 'beta'));
}
