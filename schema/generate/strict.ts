import type { SchemaNode, TypeName } from '../schema-node.ts';
import { readExample } from './read-example.ts';

/**
 * The strict schema of a source schema: what values look like after `x-read` was applied. Every scalar has one type,
 * lists are lists, and no value is null, because the reader drops fields without a value.
 */
export function strictSchema(source: SchemaNode): SchemaNode {
  return strictNode(source, source);
}

function strictNode(root: SchemaNode, node: SchemaNode): SchemaNode {
  const { pattern, patternErrorMessage, minimum, maximum, type, ...rest } = withoutNull(node);
  const textRules = {
    ...(pattern === undefined ? {} : { pattern }),
    ...(patternErrorMessage === undefined ? {} : { patternErrorMessage }),
  };
  const numberRules = {
    ...(minimum === undefined ? {} : { minimum }),
    ...(maximum === undefined ? {} : { maximum }),
  };
  const common = { ...rest, ...strictChildren(root, node), ...readValues(root, node) };
  const read = node['x-read'] ?? 'structure';
  switch (read) {
    case 'text':
      return { ...common, type: 'string', ...textRules };
    case 'integer':
    case 'number':
      return { ...common, type: read, ...numberRules };
    case 'boolean':
      return { ...common, type: 'boolean' };
    case 'ports':
    case 'texts':
      return { ...common, type: 'array' };
    case 'mapping':
      return { ...common, type: 'object' };
    case 'any':
      return common;
    case 'structure':
      return type === undefined ? common : { ...common, type };
  }
}

function withoutNull(node: SchemaNode): SchemaNode {
  const types = typeof node.type === 'string' ? [node.type] : (node.type ?? []);
  const kept = types.filter((type) => type !== 'null');
  const count = node.enum?.filter((value) => value !== null).length;
  return {
    ...node,
    ...(node.type === undefined ? {} : { type: singleOrList(kept) }),
    ...(node.enum === undefined ? {} : { enum: node.enum.slice(0, count) }),
    ...(node.enumDescriptions === undefined
      ? {}
      : { enumDescriptions: node.enumDescriptions.slice(0, count) }),
  };
}

function singleOrList(types: readonly TypeName[]): TypeName | readonly TypeName[] {
  const [first, ...others] = types;
  return first !== undefined && others.length === 0 ? first : types;
}

function strictChildren(root: SchemaNode, node: SchemaNode): SchemaNode {
  const children = (nodes: Readonly<Record<string, SchemaNode>>) =>
    Object.fromEntries(Object.entries(nodes).map(([name, child]) => [name, strictNode(root, child)]));
  return {
    ...(node.items === undefined ? {} : { items: strictNode(root, node.items) }),
    ...(node.properties === undefined ? {} : { properties: children(node.properties) }),
    ...(typeof node.additionalProperties === 'object'
      ? { additionalProperties: strictNode(root, node.additionalProperties) }
      : {}),
    ...(node.definitions === undefined ? {} : { definitions: children(node.definitions) }),
  };
}

function readValues(root: SchemaNode, node: SchemaNode): SchemaNode {
  return {
    ...(node.default === undefined ? {} : { default: readExample(root, node, node.default) }),
    ...(node.examples === undefined
      ? {}
      : { examples: node.examples.map((example) => readExample(root, node, example)) }),
  };
}
