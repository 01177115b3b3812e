import { resolveSchema, type SchemaNode } from '../../../schema/schema-node.ts';
import type { Entry, MappingNode, Node } from '../../source/node.ts';
import { schemaFields } from '../schema-fields.ts';
import { isNothing, type Json, readScalar } from './read-scalar.ts';
import type { ReadField, ReadValue } from './value.ts';

/** Is told about every key that the schema does not know; returns the field that was meant, if it knows. */
export type OnUnknownField = (entry: Entry, owner: MappingNode, schema: SchemaNode) => string | undefined;

/**
 * Returns a node read by a schema, or undefined when nothing was written. Shapes that do not fit (a list where a
 * mapping is due) are kept as they are, for the validator to report.
 */
export function readValue(
  node: Node,
  schema: SchemaNode,
  root: SchemaNode,
  onUnknown: OnUnknownField,
): ReadValue | undefined {
  const wanted = resolveSchema(schema, root);
  const again = (inner: Node, innerSchema: SchemaNode) => readValue(inner, innerSchema, root, onUnknown);
  if (node.kind === 'scalar') {
    // What is written beside such a scalar counts, not the scalar: `gradle: ` with `tasks:` below it.
    if (wanted['x-read'] === 'mapping') return { node, schema: wanted, json: {}, fields: new Map() };
    const json = readScalar(node, wanted['x-read']);
    return json === undefined ? undefined : { node, schema: wanted, json };
  }
  if (wanted['x-read'] === 'any') return { node, schema: wanted, json: freeValue(node) };
  if (node.kind === 'sequence') return readList(node.items, node, wanted, again);
  return readObject(node, wanted, root, again, onUnknown);
}

type ReadInner = (node: Node, schema: SchemaNode) => ReadValue | undefined;

function readList(nodes: readonly Node[], node: Node, schema: SchemaNode, readInner: ReadInner): ReadValue {
  const itemSchema = schema.items ?? itemOf(schema);
  const items = nodes.map(
    (item) => readInner(item, itemSchema) ?? { node: item, schema: itemSchema, json: null },
  );
  // A list of ports may hold texts such as "80": an item of `ports` is read as an integer.
  return { node, schema, json: items.map((item) => item.json), items };
}

/** What one item of a list of ports or texts is read as. */
function itemOf(schema: SchemaNode): SchemaNode {
  return { 'x-read': schema['x-read'] === 'ports' ? 'integer' : 'text' };
}

function readObject(
  node: MappingNode,
  schema: SchemaNode,
  root: SchemaNode,
  readInner: ReadInner,
  onUnknown: OnUnknownField,
): ReadValue {
  const { named, rest, isClosed } = schemaFields(schema, root);
  const fields = new Map<string, ReadField>();
  const json: Record<string, Json> = Object.create(null);
  for (const entry of node.entries) {
    const { text } = entry.key;
    const isKnown = !isClosed || named.has(text);
    const name = isKnown ? text : onUnknown(entry, node, schema);
    const fieldSchema = name === undefined ? undefined : (named.get(name) ?? rest);
    if (name === undefined || fieldSchema === undefined || fields.has(name)) continue;
    const value = readInner(entry.value, fieldSchema);
    if (value === undefined) continue;
    fields.set(name, { key: entry.key, value });
    json[name] = value.json;
  }
  return { node, schema, json, fields };
}

/** Returns a free tree in the types of YAML 1.1. */
export function freeValue(node: Node): Json {
  if (node.kind === 'sequence') return node.items.map(freeValue);
  if (node.kind === 'scalar') return isNothing(node) ? null : (readScalar(node, 'any') ?? null);
  const json: Record<string, Json> = Object.create(null);
  for (const { key, value } of node.entries) json[key.text] = freeValue(value);
  return json;
}
