import type { ReadKind, SchemaNode } from '../../schema/schema-node.ts';

export type { ReadKind as ReadAs, SchemaNode };

/** Returns the schema that a node stands for: its definition when it is a reference into the same file. */
export function resolveSchema(node: SchemaNode, root: SchemaNode): SchemaNode {
  const name = /^#\/definitions\/(.+)$/.exec(node.$ref ?? '')?.[1];
  return name === undefined ? node : { ...root.definitions?.[name], ...withoutRef(node) };
}

function withoutRef(node: SchemaNode): SchemaNode {
  const { $ref: _, ...rest } = node;
  return rest;
}
