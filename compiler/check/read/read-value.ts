import { resolveSchema, type SchemaNode } from '../../../schema/schema-node.ts';
import type { Entry, MappingNode, Node, ScalarNode, SequenceNode } from '../../source/node.ts';
import { schemaFields } from '../schema-fields.ts';
import { isNothing, type Json, readScalar } from './read-scalar.ts';
import type { ReadField, ReadValue } from './value.ts';

/** Is told what reading finds wrong. */
export interface ReadReports {
  /** A key that the schema does not know; returns the field that was meant, if it knows. */
  readonly unknownField: (entry: Entry, owner: MappingNode, schema: SchemaNode) => string | undefined;
  /** An object whose kind is missing, or none of `kinds`: then the node of the kind is given. */
  readonly unknownKind: (owner: MappingNode, kinds: readonly string[], found: Node | undefined) => void;
  /** Instead of one thing, nothing, several, or a name that is none. */
  readonly notOneThing: (node: Node, schema: SchemaNode) => void;
}

/**
 * Returns a node read by a schema, or undefined when nothing was written. Shapes that do not fit (a list where a
 * mapping is due) are kept as they are, for the validator to report.
 */
export function readValue(
  node: Node,
  schema: SchemaNode,
  root: SchemaNode,
  reports: ReadReports,
): ReadValue | undefined {
  const wanted = resolveSchema(schema, root);
  const again = (inner: Node, innerSchema: SchemaNode) => readValue(inner, innerSchema, root, reports);
  if (wanted['x-short'] !== undefined && node.kind !== 'mapping')
    return readShort(node, wanted, wanted['x-short'], again);
  if (wanted['x-entry'] === true && node.kind === 'scalar') return readName(node, wanted, root, reports);
  if (node.kind === 'scalar') {
    // What is written beside such a scalar counts, not the scalar: `gradle: ` with `tasks:` below it.
    if (wanted['x-read'] === 'mapping') return { node, schema: wanted, json: {}, fields: new Map() };
    const json = readScalar(node, wanted['x-read']);
    return json === undefined ? undefined : { node, schema: wanted, json };
  }
  if (wanted['x-read'] === 'any') return { node, schema: wanted, json: freeValue(node) };
  if (node.kind === 'sequence') return readList(node.items, node, wanted, again);
  if (wanted['x-kinds'] !== undefined) return readByKind(node, wanted, wanted['x-kinds'], again, reports);
  const value = readObject(node, wanted, root, again, reports);
  return wanted['x-entry'] === true ? readEntry(node, value, reports) : value;
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
  reports: ReadReports,
): ReadValue {
  const { named, rest, isClosed } = schemaFields(schema, root);
  const fields = new Map<string, ReadField>();
  const json: Record<string, Json> = Object.create(null);
  for (const entry of node.entries) {
    const { text } = entry.key;
    const isKnown = !isClosed || named.has(text);
    const name = isKnown ? text : reports.unknownField(entry, node, schema);
    const fieldSchema = name === undefined ? undefined : (named.get(name) ?? rest);
    if (name === undefined || fieldSchema === undefined || fields.has(name)) continue;
    const value = readInner(entry.value, fieldSchema) ?? readEmpty(entry.value, schema, fieldSchema);
    if (value === undefined) continue;
    fields.set(name, { key: entry.key, value });
    json[name] = value.json;
  }
  return { node, schema, json, fields };
}

/** A thing without a value is one without settings. */
function readEmpty(node: Node, owner: SchemaNode, schema: SchemaNode): ReadValue | undefined {
  if (owner['x-entry'] !== true || schema.properties === undefined) return undefined;
  return { node, schema, json: {}, fields: new Map() };
}

/** Where a scalar or a list stands instead of an object, the object has it as its short field. */
function readShort(
  node: ScalarNode | SequenceNode,
  schema: SchemaNode,
  short: string,
  readInner: ReadInner,
): ReadValue | undefined {
  const value = readInner(node, schema.properties?.[short] ?? {});
  if (value === undefined) return undefined;
  return {
    node,
    schema,
    json: { [short]: value.json },
    fields: new Map([[short, { key: keyAt(node), value }]]),
  };
}

function keyAt(node: Node): ScalarNode {
  return node.kind === 'scalar' ? node : { kind: 'scalar', text: '', style: 'plain', span: node.span };
}

/** A bare name is a thing without settings. */
function readName(node: ScalarNode, schema: SchemaNode, root: SchemaNode, reports: ReadReports): ReadValue {
  const things = schema.properties ?? {};
  const thing = Object.hasOwn(things, node.text) ? things[node.text] : undefined;
  if (thing === undefined) {
    if (node.reported !== true) reports.notOneThing(node, schema);
    return { node, schema, json: {}, fields: new Map(), isDropped: true };
  }
  const value: ReadValue = { node, schema: resolveSchema(thing, root), json: {}, fields: new Map() };
  return { node, schema, json: { [node.text]: {} }, fields: new Map([[node.text, { key: node, value }]]) };
}

function readEntry(node: MappingNode, value: ReadValue, reports: ReadReports): ReadValue {
  const things = value.schema.properties ?? {};
  const known = node.entries.filter(({ key }) => Object.hasOwn(things, key.text)).length;
  // A key that nobody knows was reported as such.
  if (known === node.entries.length && known !== 1) reports.notOneThing(node, value.schema);
  return known === 1 && node.entries.length === 1 ? value : { ...value, isDropped: true };
}

/** Which fields an object has is decided by its kind, before anything else of it is looked at. */
function readByKind(
  node: MappingNode,
  schema: SchemaNode,
  kinds: Readonly<Record<string, SchemaNode>>,
  readInner: ReadInner,
  reports: ReadReports,
): ReadValue {
  const written = node.entries.find(({ key }) => key.text === 'kind');
  const kind = written?.value.kind === 'scalar' ? written.value.text : undefined;
  const chosen = kind === undefined || !Object.hasOwn(kinds, kind) ? undefined : kinds[kind];
  const value = chosen && readInner(node, chosen);
  if (written === undefined || kind === undefined || value === undefined) {
    reports.unknownKind(node, Object.keys(kinds), written?.value);
    return { node, schema, json: {}, fields: new Map(), isDropped: true };
  }
  return {
    node,
    schema,
    json: { [kind]: value.json },
    fields: new Map([[kind, { key: written.key, value }]]),
  };
}

/** Returns a free tree in the types of YAML 1.1. */
export function freeValue(node: Node): Json {
  if (node.kind === 'sequence') return node.items.map(freeValue);
  if (node.kind === 'scalar') return isNothing(node) ? null : (readScalar(node, 'any') ?? null);
  const json: Record<string, Json> = Object.create(null);
  for (const { key, value } of node.entries) json[key.text] = freeValue(value);
  return json;
}
