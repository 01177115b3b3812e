import type { Node } from '../../source/node.ts';
import { fromDefault, fromSpec } from '../../text/origin.ts';
import { sourced } from '../../text/sourced.ts';
import type { FieldPlace, Place } from '../place.ts';
import { resolveSchema, type SchemaNode } from '../schema-node.ts';
import { isNothing, readScalar } from './read-scalar.ts';
import type { ReadValue } from './value.ts';

/** What the located tree is built with: the root schema for references, and the values to leave out. */
interface Context {
  readonly root: SchemaNode;
  /** Values that a diagnostic was reported about: they count as not written, so that the rest is still checked. */
  readonly rejected: ReadonlySet<ReadValue>;
}

/**
 * Returns the located form of a value: leaves are `Sourced`, lists are always there, defaults are filled in, and
 * objects know their place. An object that lacks a required field is left out: undefined.
 */
export function locate(value: ReadValue, context: Context, path: string): unknown {
  if (context.rejected.has(value)) return undefined;
  if (value.schema['x-read'] === 'any') return locateFree(value.node);
  if (value.fields)
    return isMap(value.schema) ? locateMap(value, context, path) : locateObject(value, context, path);
  if (value.items) return locateItems(value.items, context, `${path}[]`);
  const origin = fromSpec(value.node.span);
  if (Array.isArray(value.json)) return value.json.map((item) => sourced(item, origin));
  return sourced(value.json, origin);
}

/** What fields that were not written stand for is the same in every project: it is made once, and frozen. */
const absent = new WeakMap<SchemaNode, Map<string, unknown>>();

/** Returns what a field that was not written stands for: its default, an empty list or map, or nothing. */
export function locateAbsent(node: SchemaNode, context: Context, path: string): unknown {
  const known = absent.get(node) ?? new Map<string, unknown>();
  if (known.has(path)) return known.get(path);
  const value = freeze(makeAbsent(node, context, path));
  known.set(path, value);
  absent.set(node, known);
  return value;
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}

function makeAbsent(node: SchemaNode, context: Context, path: string): unknown {
  const schema = resolveSchema(node, context.root);
  const { default: fallback } = schema;
  if (fallback !== undefined) return locateDefault(fallback, schema, context, path);
  if (schema.type === 'array' || schema['x-read'] === 'ports' || schema['x-read'] === 'texts') return [];
  return isMap(schema) ? Object.create(null) : undefined;
}

function locateDefault(fallback: unknown, schema: SchemaNode, context: Context, path: string): unknown {
  const origin = fromDefault(path);
  if (schema['x-read'] === 'any') return fallback;
  if (Array.isArray(fallback)) {
    const itemSchema = resolveSchema(schema.items ?? {}, context.root);
    return fallback.map((item) => locateDefault(item, itemSchema, context, `${path}[]`));
  }
  if (typeof fallback !== 'object' || fallback === null) return sourced(fallback, origin);
  const given: Readonly<Record<string, unknown>> = { ...fallback };
  if (isMap(schema)) {
    return Object.fromEntries(Object.entries(given).map(([key, item]) => [key, sourced(item, origin)]));
  }
  const result: Record<string, unknown> = { $: { origin, fields: new Map() } satisfies Place };
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const inner = resolveSchema(property, context.root);
    const at = `${path}.${name}`;
    const item =
      given[name] === undefined
        ? locateAbsent(inner, context, at)
        : locateDefault(given[name], inner, context, at);
    if (item !== undefined) result[name] = item;
  }
  return result;
}

function locateObject(value: ReadValue, context: Context, path: string): unknown {
  const places = new Map<string, FieldPlace>();
  const span = value.node.span;
  const result: Record<string, unknown> = {
    $: { span, origin: fromSpec(span), fields: places, hasUnknown: hasUnknown(value) } satisfies Place,
  };
  for (const [name, property] of Object.entries(value.schema.properties ?? {})) {
    const at = path === '' ? name : `${path}.${name}`;
    const field = value.fields?.get(name);
    let item: unknown;
    if (field !== undefined) {
      places.set(name, { key: field.key.span, value: field.value.node.span });
      item = locate(field.value, context, at);
    }
    item ??= locateAbsent(property, context, at);
    if (item !== undefined) result[name] = item;
    else if (value.schema.required?.includes(name)) return undefined;
  }
  return result;
}

function hasUnknown({ node, schema }: ReadValue): boolean {
  const known = schema.properties ?? {};
  return node.kind === 'mapping' && node.entries.some(({ key }) => !Object.hasOwn(known, key.text));
}

function locateMap(value: ReadValue, context: Context, path: string): unknown {
  const result: Record<string, unknown> = Object.create(null);
  for (const [name, field] of value.fields ?? []) {
    const item = locate(field.value, context, `${path}.${name}`);
    if (item !== undefined) result[name] = item;
  }
  return result;
}

function locateItems(items: readonly ReadValue[], context: Context, path: string): unknown[] {
  return items.map((item) => locate(item, context, path)).filter((item) => item !== undefined);
}

function locateFree(node: Node): unknown {
  if (node.kind === 'sequence') return node.items.map(locateFree);
  if (node.kind === 'scalar') {
    return sourced(isNothing(node) ? null : (readScalar(node, 'any') ?? null), fromSpec(node.span));
  }
  const result: Record<string, unknown> = Object.create(null);
  for (const { key, value } of node.entries) result[key.text] = locateFree(value);
  return result;
}

function isMap(schema: SchemaNode): boolean {
  return schema.properties === undefined && typeof schema.additionalProperties === 'object';
}
