import type { SchemaNode } from '../schema-node.ts';

/**
 * Returns a schema in which each node is what `change` makes of it; the nodes inside are changed before. What stands in
 * place of the nodes of a schema is never among the keywords: only nodes are looked at.
 */
export function mapNodes(node: SchemaNode, change: (node: SchemaNode) => SchemaNode): SchemaNode {
  const one = (child: SchemaNode) => mapNodes(child, change);
  const all = (nodes: Readonly<Record<string, SchemaNode>>) =>
    Object.fromEntries(Object.entries(nodes).map(([name, child]) => [name, one(child)]));
  return change({
    ...node,
    ...(node.items && { items: one(node.items) }),
    ...(node.properties && { properties: all(node.properties) }),
    ...(node.definitions && { definitions: all(node.definitions) }),
    ...(typeof node.additionalProperties === 'object' && {
      additionalProperties: one(node.additionalProperties),
    }),
    ...(node['x-kinds'] && { 'x-kinds': all(node['x-kinds']) }),
  });
}
