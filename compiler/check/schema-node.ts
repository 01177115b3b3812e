import type { ReadKind, SchemaNode } from '../../schema/schema-node.ts';

export type { ReadKind as ReadAs, SchemaNode };

/** A schema is constant, and every value of every spec asks for some of its nodes. */
const resolved = new WeakMap<SchemaNode, SchemaNode>();

/** Returns the schema that a node stands for: its definition when it is a reference into the same file. */
export function resolveSchema(node: SchemaNode, root: SchemaNode): SchemaNode {
  if (node.$ref === undefined) return node;
  const known = resolved.get(node);
  if (known !== undefined) return known;
  const name = definitionName(node);
  const schema = name === '' ? node : { ...root.definitions?.[name], ...withoutRef(node) };
  resolved.set(node, schema);
  return schema;
}

/** Returns the name of the definition that a schema refers to; empty for one that is no reference. */
export function definitionName({ $ref }: SchemaNode): string {
  const start = '#/definitions/';
  return $ref?.startsWith(start) ? $ref.slice(start.length) : '';
}

function withoutRef(node: SchemaNode): SchemaNode {
  const { $ref: _, ...rest } = node;
  return rest;
}
