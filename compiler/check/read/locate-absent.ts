import { resolveSchema, type SchemaNode } from '../../../schema/schema-node.ts';
import type { Place } from '../../source/node.ts';
import { fromDefault } from '../../text/origin.ts';
import { sourced } from '../../text/sourced.ts';

/** What fields that were not written stand for is the same in every project: it is made once, and frozen. */
const absent = new WeakMap<SchemaNode, Map<string, unknown>>();

/**
 * Returns what a field that was not written stands for: its default, an empty list or map, or nothing. `root` is the
 * schema in which references are looked up, `path` the name of the field from there.
 */
export function locateAbsent(node: SchemaNode, root: SchemaNode, path: string): unknown {
  const known = absent.get(node) ?? new Map<string, unknown>();
  if (known.has(path)) return known.get(path);
  const value = freeze(makeAbsent(node, root, path));
  known.set(path, value);
  absent.set(node, known);
  return value;
}

/** Returns whether a schema is one of a map: any keys, and values of one kind. */
export function isMap(schema: SchemaNode): boolean {
  return schema.properties === undefined && typeof schema.additionalProperties === 'object';
}

function freeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) freeze(inner);
  }
  return value;
}

function makeAbsent(node: SchemaNode, root: SchemaNode, path: string): unknown {
  const schema = resolveSchema(node, root);
  const { default: fallback } = schema;
  if (fallback !== undefined) return locateDefault(fallback, schema, root, path);
  if (schema.type === 'array' || schema['x-read'] === 'ports' || schema['x-read'] === 'texts') return [];
  return isMap(schema) ? Object.create(null) : undefined;
}

function locateDefault(fallback: unknown, schema: SchemaNode, root: SchemaNode, path: string): unknown {
  const origin = fromDefault(path);
  if (schema['x-read'] === 'any') return fallback;
  if (Array.isArray(fallback)) {
    const itemSchema = resolveSchema(schema.items ?? {}, root);
    return fallback.map((item) => locateDefault(item, itemSchema, root, `${path}[]`));
  }
  if (typeof fallback !== 'object' || fallback === null) return sourced(fallback, origin);
  const given: Readonly<Record<string, unknown>> = { ...fallback };
  if (isMap(schema)) {
    return Object.fromEntries(Object.entries(given).map(([key, item]) => [key, sourced(item, origin)]));
  }
  const result: Record<string, unknown> = { $: { origin, fields: new Map() } satisfies Place };
  for (const [name, property] of Object.entries(schema.properties ?? {})) {
    const inner = resolveSchema(property, root);
    const at = path === '' ? name : `${path}.${name}`;
    const item =
      given[name] === undefined ? locateAbsent(inner, root, at) : locateDefault(given[name], inner, root, at);
    if (item !== undefined) result[name] = item;
  }
  return result;
}
