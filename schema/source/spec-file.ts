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
  /** The field that is meant where a scalar or a list stands instead of the object. */
  readonly short?: string;
  /** The object is one thing of several: each field is one, and exactly one of them is written. */
  readonly isEntry?: true;
  /** Names of the definitions that hold for the values of its field `kind`; the object has no fields of its own. */
  readonly kinds?: Readonly<Record<string, string>>;
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
  const byKind = [...sources.values()].flatMap(({ kinds = {} }) => Object.values(kinds));
  for (const name of [...fields.flatMap(({ node }) => namesIn(node)), ...byKind]) {
    if (!sources.has(name)) throw new Error(`nothing defines ${name} of ${kind}`);
  }
  const emptied = new Set(fields.flatMap(({ required, node }) => (required ? [] : [definitionName(node)])));
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `${kind}.bitesize`,
    ...objectNode(root, false, sources),
    definitions: Object.fromEntries(
      definitions.map(([name, source]) => [name, objectNode(source, emptied.has(name), sources)]),
    ),
  };
}

function namesIn(node: SchemaNode): readonly string[] {
  const values = typeof node.additionalProperties === 'object' ? node.additionalProperties : {};
  return [node, node.items ?? {}, values].map(definitionName).filter((name) => name !== '');
}

/** An object that some field may leave out may be left empty too, which a parser reads as null. */
function objectNode(
  source: ObjectSource,
  mayBeEmpty: boolean,
  definitions: ReadonlyMap<string, ObjectSource>,
): SchemaNode {
  if (source.kinds !== undefined) return kindsNode(source, source.kinds, definitions);
  const fields = Object.entries(source.fields);
  const required = fields.filter(([, field]) => field.required).map(([name]) => name);
  const types: readonly TypeName[] = [
    'object',
    ...(source.scalar ? (['string', 'number', 'boolean'] as const) : []),
    ...(source.isEntry ? (['string'] as const) : []),
    ...shortTypes(source),
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
    ...(source.isEntry && {
      'x-entry': true,
      minProperties: 1,
      maxProperties: 1,
      pattern: `^(?:${Object.keys(source.fields).join('|')})$`,
      patternErrorMessage: 'must be one of the things that are known here',
    }),
    ...(source.short !== undefined && { 'x-short': source.short }),
  };
}

/** What may stand instead of an object whose short field it is the value of. */
function shortTypes({ short, fields }: ObjectSource): readonly TypeName[] {
  const type = short === undefined ? undefined : fields[short]?.node.type;
  if (short !== undefined && type === undefined) throw new Error(`${short} is no field with a type`);
  const types = typeof type === 'string' ? [type] : (type ?? []);
  return types.filter((name) => name !== 'null' && name !== 'object');
}

/** Editors choose by `kind`, and so does the compiler, before anything else is checked. */
function kindsNode(
  { description, examples }: ObjectSource,
  kinds: Readonly<Record<string, string>>,
  definitions: ReadonlyMap<string, ObjectSource>,
): SchemaNode {
  const refs = Object.entries(kinds).map(
    ([kind, name]) => [kind, { $ref: `#/definitions/${name}` }] as const,
  );
  return {
    description,
    type: 'object',
    required: ['kind'],
    properties: {
      kind: {
        description: 'What it is: it decides which fields it has.',
        type: 'string',
        'x-read': 'text',
        enum: Object.keys(kinds),
        enumDescriptions: Object.values(kinds).map((name) => definitions.get(name)?.description ?? ''),
        examples: [Object.keys(kinds)[0] ?? ''],
        'x-since': '0.1.0',
      },
    },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    allOf: refs.map(([kind, node]) => ({ if: { properties: { kind: { const: kind } } }, then: node })),
    examples,
    'x-kinds': Object.fromEntries(refs),
  };
}
