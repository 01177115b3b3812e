import type { JsonValue, SchemaNode } from '../../../schema/schema-node.ts';
import { resolveSchema } from '../../../schema/schema-node.ts';
import { schemaFields } from '../../check/schema-fields.ts';
import type { PlainObject } from '../printers.ts';

/** Changes an object whose own objects were changed before; `name` is the field, or the thing, that it is the value of. */
export type ChangeObject = (object: PlainObject, schema: SchemaNode, name: string) => JsonValue;

/** Returns plain data with each object in it changed, the inner ones first; what the schema does not know stays. */
export function mapObjects(
  value: JsonValue,
  node: SchemaNode,
  root: SchemaNode,
  change: ChangeObject,
  name = '',
): JsonValue {
  const schema = resolveSchema(node, root);
  if (Array.isArray(value)) {
    const items = schema.items;
    return items === undefined ? value : value.map((item) => mapObjects(item, items, root, change, name));
  }
  if (typeof value !== 'object' || value === null) return value;
  const object = value as PlainObject;
  const kind = schema['x-kinds']?.[typeof object.kind === 'string' ? object.kind : ''];
  if (kind !== undefined) return mapObjects(value, kind, root, change, name);
  const { named } = schemaFields(schema, root);
  const fields = Object.entries(object).map(([key, inner]) => {
    const field = named.get(key);
    return [key, field === undefined ? inner : mapObjects(inner, field, root, change, key)] as const;
  });
  return change(Object.fromEntries(fields), schema, name);
}
