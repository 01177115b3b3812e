import { resolveSchema, type SchemaNode } from '../schema-node.ts';
import { mapNodes } from './map-nodes.ts';

/**
 * Returns a schema whose objects say which of their fields lead to a text that names something, and which to a field that is
 * dead: the compiler follows those alone, and need not walk the whole schema at each start to find them.
 */
export function withLeads(root: SchemaNode): SchemaNode {
  return mapNodes(root, (node) => {
    const refers = leadingFields(node, root, 'x-refers');
    const dead = leadingFields(node, root, 'x-dead');
    return {
      ...node,
      ...(refers.length > 0 && { 'x-leads-to-refers': refers }),
      ...(dead.length > 0 && { 'x-leads-to-dead': dead }),
    };
  });
}

type Keyword = 'x-refers' | 'x-dead';

/** Returns the fields of an object that have the keyword, or in which something has it, in their order. */
function leadingFields(
  { properties = {} }: SchemaNode,
  root: SchemaNode,
  keyword: Keyword,
): readonly string[] {
  return Object.keys(properties).filter((name) => {
    const property = properties[name];
    return property !== undefined && leads(property, root, keyword, new Set());
  });
}

/** A definition that is met again, as in one that holds itself, adds nothing. */
function leads(node: SchemaNode, root: SchemaNode, keyword: Keyword, met: Set<SchemaNode>): boolean {
  const schema = resolveSchema(node, root);
  if (schema[keyword] !== undefined) return true;
  if (met.has(schema)) return false;
  met.add(schema);
  const inner = [...Object.values(schema.properties ?? {}), ...(schema.items ? [schema.items] : [])];
  return inner.some((child) => leads(child, root, keyword, met));
}
