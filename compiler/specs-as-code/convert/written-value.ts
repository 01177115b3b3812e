import type { Json } from '../../check/read/read-scalar.ts';
import type { ReadField, ReadValue } from '../../check/read/value.ts';

/**
 * Returns a value that was read in the form in which people write it: an object that is chosen by its kind stands where
 * it was chosen, a bare name and the value of a short field stand instead of the object that they are read as.
 */
export function writtenValue(value: ReadValue): ReadValue {
  const { schema, node, fields, items } = value;
  const [only] = fields?.values() ?? [];
  if (only !== undefined && fields?.size === 1) {
    if (schema['x-kinds'] !== undefined) return writtenValue(only.value);
    if (schema['x-entry'] === true && node.kind === 'scalar') return bareName(value, node.text);
    if (schema['x-short'] !== undefined && node.kind !== 'mapping') return writtenValue(only.value);
  }
  if (items !== undefined) {
    const written = items.map(writtenValue);
    return written.every((item, index) => item === items[index])
      ? value
      : { ...value, items: written, json: written.map(({ json }) => json) };
  }
  return fields === undefined ? value : writtenFields(value, fields);
}

/** A name stays what it is: its schema has all names, so no constant or row takes it for any text. */
function bareName({ node, schema }: ReadValue, name: string): ReadValue {
  return { node, schema: { type: 'string', enum: Object.keys(schema.properties ?? {}) }, json: name };
}

function writtenFields(value: ReadValue, fields: ReadonlyMap<string, ReadField>): ReadValue {
  const written = [...fields].map(([name, { key, value: inner }]) => {
    const other = writtenValue(inner);
    return { name, field: { key, value: other }, isOther: other !== inner };
  });
  if (!written.some(({ isOther }) => isOther)) return value;
  const json: Record<string, Json> = Object.create(null);
  for (const { name, field } of written) json[name] = field.value.json;
  return { ...value, json, fields: new Map(written.map(({ name, field }) => [name, field])) };
}
