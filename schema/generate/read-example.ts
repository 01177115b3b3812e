import type { JsonValue, SchemaNode } from '../schema-node.ts';
import { resolveSchema } from '../schema-node.ts';

/**
 * An example or default of a source schema as the compiler would read it: `8080` for ports becomes `[8080]`,
 * `5.7` for a text becomes `"5.7"`. Follows the table of `x-read` in schema/README.md.
 */
export function readExample(root: SchemaNode, node: SchemaNode, value: JsonValue): JsonValue {
  const schema = resolveSchema(node, root);
  if (schema['x-kinds'] !== undefined && isObject(value)) {
    const kind = String(value.kind);
    return { [kind]: readExample(root, schema['x-kinds'][kind] ?? {}, value) };
  }
  if (schema['x-entry'] === true)
    return readObject(root, schema, isObject(value) ? emptied(value) : { [String(value)]: {} });
  if (schema['x-short'] !== undefined && !isObject(value))
    return value === null ? {} : readObject(root, schema, { [schema['x-short']]: value });
  const read = schema['x-read'] ?? 'structure';
  switch (read) {
    case 'any':
      return value;
    case 'text':
      return String(value);
    case 'integer':
    case 'number':
      return Number(value);
    case 'boolean':
      return /^(true|yes|on)$/i.test(String(value));
    case 'ports':
      return Array.isArray(value) ? value.map(Number) : String(value).split(',').map(Number);
    case 'texts':
      return Array.isArray(value) ? value.map(String) : [String(value)];
    case 'mapping':
      return isObject(value) ? readObject(root, schema, value) : {};
    case 'structure':
      if (Array.isArray(value)) return value.map((item) => readExample(root, schema.items ?? {}, item));
      return isObject(value) ? readObject(root, schema, value) : value;
  }
}

function readObject(
  root: SchemaNode,
  schema: SchemaNode,
  value: { readonly [key: string]: JsonValue },
): JsonValue {
  const rest = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      readExample(root, schema.properties?.[key] ?? rest, item),
    ]),
  );
}

/** A thing without a value is one without settings. */
function emptied(value: { readonly [key: string]: JsonValue }): { readonly [key: string]: JsonValue } {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, item ?? {}]));
}

function isObject(value: JsonValue): value is { readonly [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
