import type { SpecKind } from '../../compiler/source/spec-kind.ts';
import type { JsonValue, SchemaNode, TypeName } from '../schema-node.ts';
import { definitionName } from '../schema-node.ts';
import type { Field } from './fields.ts';

/** An object of a spec file. */
export interface ObjectSource {
  readonly description: string;
  readonly fields: Readonly<Record<string, Field>>;
  /** One value that shows the object. */
  readonly examples: readonly [JsonValue];
  readonly snippets?: NonNullable<SchemaNode['defaultSnippets']>;
  /** A scalar stands for an object without fields. */
  readonly scalar?: true;
}

/** Objects by their names, which are the names of the interfaces. */
export type Definitions = Readonly<Record<string, ObjectSource>>;

/**
 * Returns the source schema of a kind of spec file: its root, and the definitions of all groups in their order.
 * Throws when two groups define one name, or a field refers to a name that none defines.
 */
export function specFile(kind: SpecKind, root: ObjectSource, ...groups: readonly Definitions[]): SchemaNode {
  const definitions = groups.flatMap((group) => Object.entries(group));
  const sources = new Map(definitions);
  if (sources.size < definitions.length) throw new Error(`two groups of ${kind} define one name`);
  const fields = [root, ...sources.values()].flatMap((source) => Object.values(source.fields));
  for (const name of fields.flatMap(({ node }) => namesIn(node))) {
    if (!sources.has(name)) throw new Error(`nothing defines ${name} of ${kind}`);
  }
  const emptied = new Set(fields.flatMap(({ required, node }) => (required ? [] : [definitionName(node)])));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `${kind}.bitesize`,
    ...objectNode(root, false),
    definitions: Object.fromEntries(
      definitions.map(([name, source]) => [name, objectNode(source, emptied.has(name))]),
    ),
  };
}

function namesIn(node: SchemaNode): readonly string[] {
  const values = typeof node.additionalProperties === 'object' ? node.additionalProperties : {};
  return [node, node.items ?? {}, values].map(definitionName).filter((name) => name !== '');
}

/** An object that some field may leave out may be left empty too, which a parser reads as null. */
function objectNode(source: ObjectSource, mayBeEmpty: boolean): SchemaNode {
  const fields = Object.entries(source.fields);
  const required = fields.filter(([, field]) => field.required).map(([name]) => name);
  const types: readonly TypeName[] = [
    'object',
    ...(source.scalar ? (['string', 'number', 'boolean'] as const) : []),
    ...(mayBeEmpty ? (['null'] as const) : []),
  ];
  return {
    description: source.description,
    type: types.length === 1 ? 'object' : types,
    ...(required.length === 0 ? {} : { required }),
    additionalProperties: false,
    properties: Object.fromEntries(fields.map(([name, { node }]) => [name, node])),
    examples: source.examples,
    ...(source.snippets && { defaultSnippets: source.snippets }),
    ...(source.scalar && { 'x-read': 'mapping' }),
  };
}
