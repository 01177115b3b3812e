import type { SpecKind } from '../../compiler/source/spec-kind.ts';
import type { JsonValue, SchemaNode } from '../../schema/schema-node.ts';
import { definitionName, resolveSchema } from '../../schema/schema-node.ts';

/** One field of a schema: its path, such as `environments[].services[].port`, and how to get there from the root. */
export interface SchemaField {
  readonly kind: SpecKind;
  readonly path: string;
  readonly name: string;
  readonly owner: SchemaNode;
  /** The field as it stands in its owner: a reference is not resolved. */
  readonly node: SchemaNode;
  readonly parent?: SchemaField;
}

/** Returns all fields that a file of a kind can have, outermost first. */
export function schemaFields(kind: SpecKind, root: SchemaNode): readonly SchemaField[] {
  return fieldsOf(kind, root, root, undefined);
}

function fieldsOf(
  kind: SpecKind,
  root: SchemaNode,
  owner: SchemaNode,
  parent: SchemaField | undefined,
  owners: readonly string[] = [],
): SchemaField[] {
  return Object.entries(owner['x-kinds'] ?? owner.properties ?? {}).flatMap(([name, node]) => {
    const resolved = resolveSchema(node, root);
    const list = resolved.items !== undefined && resolved['x-read'] === undefined;
    const path = parent === undefined ? name : `${parent.path}.${name}`;
    const field: SchemaField = {
      kind,
      path: list ? `${path}[]` : path,
      name,
      owner,
      node,
      ...(parent && { parent }),
    };
    const inside = list ? resolveSchema(resolved.items ?? {}, root) : resolved;
    const definition = definitionName((list ? resolved.items : undefined) ?? node);
    // What holds itself is listed once.
    if (definition !== '' && owners.includes(definition)) return [field];
    return [field, ...fieldsOf(kind, root, inside, field, [...owners, definition])];
  });
}

/** Returns the smallest document in which `field` has `value`: nothing else but what its owners require. */
export function smallestDocument(field: SchemaField, value: JsonValue): JsonValue {
  const object: JsonValue = field.owner['x-kinds']
    ? value
    : { ...requiredFields(field.owner), [field.name]: value };
  const { parent } = field;
  return parent === undefined
    ? object
    : smallestDocument(parent, parent.path.endsWith('[]') ? [object] : object);
}

function requiredFields(owner: SchemaNode): Readonly<Record<string, JsonValue>> {
  const names = owner.required ?? [];
  return Object.fromEntries(names.map((name) => [name, owner.properties?.[name]?.examples?.[0] ?? null]));
}
