import { resolveSchema, type SchemaNode } from '../../schema/schema-node.ts';

/** What reading an object asks its schema about every key. */
export interface SchemaFields {
  /** The schema of each field that has a name, with references resolved. */
  readonly named: ReadonlyMap<string, SchemaNode>;
  /** The schema of all other keys; undefined when there may be none, or when the schema says nothing about keys. */
  readonly rest: SchemaNode | undefined;
  /** Whether a key that is neither named nor covered by `rest` is a mistake. */
  readonly isClosed: boolean;
}

const known = new WeakMap<SchemaNode, SchemaFields>();

/** Returns the fields of a resolved schema. Schemas are constant, so they are looked at once. */
export function schemaFields(schema: SchemaNode, root: SchemaNode): SchemaFields {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const { properties, additionalProperties } = schema;
  const rest =
    typeof additionalProperties === 'object' ? resolveSchema(additionalProperties, root) : undefined;
  const fields: SchemaFields = {
    named: new Map(
      Object.entries(properties ?? {}).map(([name, property]) => [name, resolveSchema(property, root)]),
    ),
    rest,
    isClosed: rest === undefined && (properties !== undefined || additionalProperties !== undefined),
  };
  known.set(schema, fields);
  return fields;
}
