import { type RefersTo, resolveSchema, type SchemaNode } from '../../schema/schema-node.ts';
import type { SpecKind } from '../source/spec-kind.ts';
import { Sourced } from '../text/sourced.ts';
import type { Specs } from './check-spec.ts';
import { specSchemas } from './spec-schemas.ts';

/** A text of a spec that names something else. */
export interface Reference {
  readonly refers: RefersTo;
  readonly name: Sourced<string>;
}

const referencesOf = new WeakMap<Specs, readonly Reference[]>();

/** Returns every text of the specs that names something, by the kinds of specs and the order of their schemas. */
export function specReferences(specs: Specs): readonly Reference[] {
  const known = referencesOf.get(specs);
  if (known !== undefined) return known;
  const found = (Object.keys(specSchemas) as SpecKind[]).flatMap((kind) => {
    const spec = specs[kind];
    if (spec === undefined) return [];
    // Only here: a schema is read when it is asked for, and that of jobs.bitesize is large.
    const { schema } = specSchemas[kind];
    return referencesIn(spec, schema, schema);
  });
  referencesOf.set(specs, found);
  return found;
}

/** Returns every text inside a located value whose schema says that it names something, in the order of the schema. */
export function referencesIn(value: unknown, schema: SchemaNode, root: SchemaNode): readonly Reference[] {
  const found: Reference[] = [];
  changeReferences(value, schema, root, (reference) => {
    found.push(reference);
    return reference.name;
  });
  return found;
}

/** Returns a located value with other texts where it names something; the same value where none is another one. */
export function changeReferences<Value>(
  value: Value,
  schema: SchemaNode,
  root: SchemaNode,
  change: (reference: Reference) => Sourced<string>,
): Value {
  // The located tree follows the schema, so what comes back has the type of what came.
  return changed(value, resolveSchema(schema, root), root, change) as Value;
}

type Change = (reference: Reference) => Sourced<string>;

function changed(value: unknown, schema: SchemaNode, root: SchemaNode, change: Change): unknown {
  const refers = schema['x-refers'];
  if (value instanceof Sourced)
    return refers === undefined || typeof value.value !== 'string'
      ? value
      : change({ refers, name: value as Sourced<string> });
  if (Array.isArray(value)) {
    const inner = refers === undefined ? resolveSchema(schema.items ?? {}, root) : schema;
    if (refers === undefined && inner['x-leads-to-refers'] === undefined) return value;
    const items = value.map((item) => changed(item, inner, root, change));
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  return isObject(value) ? changedObject(value, schema, root, change) : value;
}

function changedObject(
  value: Readonly<Record<string, unknown>>,
  schema: SchemaNode,
  root: SchemaNode,
  change: Change,
): unknown {
  let result = value;
  for (const name of schema['x-leads-to-refers'] ?? []) {
    const before = value[name];
    const field = schema.properties?.[name];
    if (before === undefined || field === undefined) continue;
    const after = changed(before, resolveSchema(field, root), root, change);
    if (after !== before) result = { ...result, [name]: after };
  }
  return result;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
