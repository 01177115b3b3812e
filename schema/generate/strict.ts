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
  if (node['x-kinds'] !== undefined) return kindsNode(root, node, node['x-kinds']);
  if (node['x-entry'] === true) return entryNode(root, node);
  if (node['x-short'] !== undefined) return shortNode(root, node);
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

/** After reading, an object that is chosen by its kind is the only field of an object, under the name of the kind. */
function kindsNode(
  root: SchemaNode,
  node: SchemaNode,
  kinds: Readonly<Record<string, SchemaNode>>,
): SchemaNode {
  return {
    ...(node.description === undefined ? {} : { description: node.description }),
    type: 'object',
    additionalProperties: false,
    properties: kinds,
    'x-kinds': kinds,
    ...readValues(root, node),
  };
}

/** How many fields an entry has is told by the reader; a bare name is read as a field. */
function entryNode(root: SchemaNode, node: SchemaNode): SchemaNode {
  const { minProperties: _, maxProperties: __, pattern: ___, patternErrorMessage: ____, ...rest } = node;
  const { 'x-entry': _____, ...plain } = rest;
  return { ...strictNode(root, { ...plain, type: 'object' }), 'x-entry': true, ...readValues(root, node) };
}

function shortNode(root: SchemaNode, { 'x-short': short, ...node }: SchemaNode): SchemaNode {
  if (short === undefined) return strictNode(root, node);
  const read = readValues(root, { ...node, 'x-short': short });
  return { ...strictNode(root, { ...node, type: 'object' }), 'x-short': short, ...read };
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
