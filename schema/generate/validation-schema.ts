import type { SchemaNode } from '../schema-node.ts';

/**
 * Returns a schema with nothing but the keywords that validate. ajv writes whole schemas into the validators that it
 * prints, so descriptions and examples would make them several times as long.
 */
export function validationSchema(node: SchemaNode): SchemaNode {
  return pick(node, {
    ...mapped(node, 'properties'),
    ...mapped(node, 'definitions'),
    ...(node.items === undefined ? {} : { items: validationSchema(node.items) }),
    ...(typeof node.additionalProperties === 'object'
      ? { additionalProperties: validationSchema(node.additionalProperties) }
      : {}),
  });
}

const validating = [
  '$schema',
  '$ref',
  'type',
  'enum',
  'pattern',
  'minLength',
  'minimum',
  'maximum',
  'minItems',
  'items',
  'properties',
  'required',
  'additionalProperties',
  'definitions',
] as const satisfies readonly (keyof SchemaNode)[];

function pick(node: SchemaNode, children: SchemaNode): SchemaNode {
  const whole = { ...node, ...children };
  const kept = validating.filter((keyword) => whole[keyword] !== undefined);
  return Object.fromEntries(kept.map((keyword) => [keyword, whole[keyword]]));
}

function mapped(node: SchemaNode, keyword: 'properties' | 'definitions'): SchemaNode {
  const nodes = node[keyword];
  if (nodes === undefined) return {};
  const children = Object.entries(nodes).map(([name, child]) => [name, validationSchema(child)] as const);
  return { [keyword]: Object.fromEntries(children) };
}
