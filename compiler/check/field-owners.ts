import { resolveSchema, type SchemaNode } from '../../schema/schema-node.ts';

/** How a message calls the objects of the specs; a definition that is not listed is called by its field. */
const nouns: Readonly<Record<string, string>> = {
  Component: 'a component',
  BuildDependency: 'a dependency',
  BuildStep: 'a build step',
  Application: 'an application',
  ApplicationDependency: 'a dependency',
  Environment: 'an environment',
  Service: 'a service',
  InitContainer: 'an init container',
  Volume: 'a volume',
  Test: 'a test',
  Gist: 'a gist',
};

/**
 * Returns the objects near the one of `schema` that have a field of this name: those inside it, those beside it and
 * those around it. A wrong indentation moves a field there. Empty when the name belongs nowhere near.
 */
export function ownersOf(field: string, schema: SchemaNode, root: SchemaNode): readonly string[] {
  const inside = objectsIn(schema, root);
  const parents = [root, ...Object.values(root.definitions ?? {})].filter((parent) =>
    objectsIn(parent, root).some((child) => child.schema.properties === schema.properties),
  );
  const around = parents.map((parent) => ({ noun: nameOf(parent, root), schema: parent }));
  const beside = parents.flatMap((parent) => objectsIn(parent, root));
  const near = [...inside, ...around, ...beside].filter(
    ({ schema: other }) => other.properties !== schema.properties && has(other, field),
  );
  return [...new Set(near.map(({ noun }) => noun))];
}

interface NamedObject {
  readonly noun: string;
  readonly schema: SchemaNode;
}

/** Fields that an engine read and nothing uses are no better place. */
function has(schema: SchemaNode, field: string): boolean {
  const property = schema.properties?.[field];
  return property !== undefined && property['x-dead'] === undefined;
}

/** Returns the objects that are values of a schema's fields, or entries of its lists. */
function objectsIn(schema: SchemaNode, root: SchemaNode): NamedObject[] {
  return Object.entries(schema.properties ?? {}).flatMap(([field, property]) => {
    const value = resolveSchema(property, root);
    const isList = value.items !== undefined;
    const inner = resolveSchema(value.items ?? property, root);
    if (inner.properties === undefined) return [];
    const noun = nouns[definitionName(value.items ?? property)];
    return [{ noun: noun ?? (isList ? `an entry of \`${field}\`` : `\`${field}\``), schema: inner }];
  });
}

function nameOf(schema: SchemaNode, root: SchemaNode): string {
  if (schema === root) return 'the file itself';
  const name = Object.entries(root.definitions ?? {}).find(([, definition]) => definition === schema)?.[0];
  return nouns[name ?? ''] ?? 'the object around it';
}

function definitionName(schema: SchemaNode): string {
  return schema.$ref?.replace('#/definitions/', '') ?? '';
}
