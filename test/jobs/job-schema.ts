import { sourceSchemas } from '../../compiler/docs/source-schemas.ts';
import { definitionName, resolveSchema, type SchemaNode } from '../../schema/schema-node.ts';

/** The schema as editors read it: the one that the compiler keeps has no examples. */
export const root: SchemaNode = sourceSchemas.jobs;

/** The kinds that an entry of jobs.bitesize can have. */
export const jobKinds: readonly string[] = Object.keys(root.definitions?.Job?.['x-kinds'] ?? {});

/** Returns the schema of a kind. */
export function kindSchema(kind: string): SchemaNode {
  return resolveSchema(root.definitions?.Job?.['x-kinds']?.[kind] ?? {}, root);
}

/** Returns the fields of a kind that are lists of things, each with the name of the definition of its entries. */
export function familiesOf(kind: string): ReadonlyMap<string, string> {
  const fields = Object.entries(kindSchema(kind).properties ?? {});
  return new Map(
    fields.flatMap(([field, { items = {} }]) =>
      resolveSchema(items, root)['x-entry'] === true ? [[field, definitionName(items)] as const] : [],
    ),
  );
}

/** Returns the names of the things that an entry of a definition can be. */
export function thingsOf(entry: string): readonly string[] {
  return Object.keys(root.definitions?.[entry]?.properties ?? {});
}

/** Returns the schema of a thing. */
export function thingSchema(entry: string, name: string): SchemaNode {
  return resolveSchema(root.definitions?.[entry]?.properties?.[name] ?? {}, root);
}
