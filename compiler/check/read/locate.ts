import type { SchemaNode } from '../../../schema/schema-node.ts';
import type { FieldPlace, Node, Place } from '../../source/node.ts';
import { fromSpec } from '../../text/origin.ts';
import { sourced } from '../../text/sourced.ts';
import type { Span, Step } from '../../text/span.ts';
import { schemaFields } from '../schema-fields.ts';
import { isMap } from './locate-absent.ts';
import { objectPlan } from './object-plan.ts';
import { isNothing, readScalar } from './read-scalar.ts';
import type { ReadField, ReadValue } from './value.ts';

/** What the located tree is built with: the root schema for references, and the values to leave out. */
interface Context {
  readonly root: SchemaNode;
  /** Values that a diagnostic was reported about: they count as not written, so that the rest is still checked. */
  readonly rejected: ReadonlySet<ReadValue>;
  /** The aliases that stand for what is being read, the nearest first. */
  readonly via?: readonly Step[];
}

/**
 * Returns the located form of a value: leaves are `Sourced`, lists are always there, defaults are filled in, and
 * objects know their place. An object that lacks a required field is left out: undefined.
 */
export function locate(value: ReadValue, outer: Context, path: string): unknown {
  if (outer.rejected.has(value) || value.isDropped === true) return undefined;
  const context = below(value.node, outer);
  if (value.schema['x-read'] === 'any') return locateFree(value.node, outer);
  if (value.fields)
    return isMap(value.schema)
      ? locateMap(value.fields, context, path)
      : locateObject(value, value.fields, context, path);
  if (value.items) return locateItems(value.items, context, `${path}[]`);
  const origin = fromSpec(used(value.node.span, context));
  if (Array.isArray(value.json)) return value.json.map((item) => sourced(item, origin));
  return sourced(value.json, origin);
}

function below({ alias }: Node, context: Context): Context {
  if (alias === undefined) return context;
  return { ...context, via: [{ kind: 'use', span: alias }, ...(context.via ?? [])] };
}

function used(span: Span, { via }: Context): Span {
  return via === undefined ? span : { ...span, via };
}

function locateObject(
  value: ReadValue,
  fields: ReadonlyMap<string, ReadField>,
  context: Context,
  path: string,
): unknown {
  const plan = objectPlan(value.schema, context.root, path);
  const { written, template } = plan.shapeOf(fields.keys());
  if (template === undefined) return undefined;
  const places = new Map<string, FieldPlace>();
  const items: unknown[] = [];
  for (const { name, path: at } of written) {
    const field = fields.get(name);
    if (field === undefined) continue;
    places.set(name, { key: field.key.span, value: field.value.node.span });
    items.push(locate(field.value, context, at));
  }
  const kept = items.includes(undefined) ? written.filter((_, index) => items[index] !== undefined) : written;
  const base = kept === written ? template : plan.shapeOf(kept.map(({ name }) => name)).template;
  if (base === undefined) return undefined;
  const { span } = value.node;
  const result: Record<string, unknown> = { ...base };
  const place: Place = {
    span,
    origin: fromSpec(used(span, context)),
    fields: places,
    hasUnknown: hasUnknown(value, context.root),
  };
  result.$ = place;
  let index = 0;
  for (const { name } of written) {
    const item = items[index++];
    if (item !== undefined) result[name] = item;
  }
  return result;
}

function hasUnknown({ node, schema }: ReadValue, root: SchemaNode): boolean {
  if (schema['x-kinds'] !== undefined) return false;
  const { named } = schemaFields(schema, root);
  return node.kind === 'mapping' && node.entries.some(({ key }) => !named.has(key.text));
}

function locateMap(fields: ReadonlyMap<string, ReadField>, context: Context, path: string): unknown {
  const result: Record<string, unknown> = Object.create(null);
  for (const [name, field] of fields) {
    const item = locate(field.value, context, `${path}.${name}`);
    if (item !== undefined) result[name] = item;
  }
  return result;
}

function locateItems(items: readonly ReadValue[], context: Context, path: string): unknown[] {
  return items.map((item) => locate(item, context, path)).filter((item) => item !== undefined);
}

function locateFree(node: Node, outer: Context): unknown {
  const context = below(node, outer);
  if (node.kind === 'sequence') return node.items.map((item) => locateFree(item, context));
  if (node.kind === 'scalar') {
    const value = isNothing(node) ? null : (readScalar(node, 'any') ?? null);
    return sourced(value, fromSpec(used(node.span, context)));
  }
  const result: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.entries) result[key.text] = locateFree(value, context);
  return result;
}
