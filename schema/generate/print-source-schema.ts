import type { JsonValue, SchemaNode } from '../schema-node.ts';

/** The columns that a list may fill before it is broken into lines; the same as in biome.json. */
const width = 110;

/**
 * Returns the text of `schema/<kind>.schema.json`: objects have a line for each keyword, lists without objects stay
 * on one line where they fit. It is what biome would make of it.
 */
export function printSourceSchema(schema: SchemaNode): string {
  return `${printValue(JSON.parse(JSON.stringify(schema)), 0, width)}\n`;
}

/** `room` is how many columns are left for a value that stays on its line. */
function printValue(value: JsonValue, indent: number, room: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (isList(value)) {
    const flat = flatList(value);
    if (flat !== undefined && flat.length <= room) return flat;
    const items = value.map((item) => ['', item] as const);
    return broken('[', items, ']', indent);
  }
  const entries = Object.entries(value).map(([key, item]) => [`${JSON.stringify(key)}: `, item] as const);
  return entries.length === 0 ? '{}' : broken('{', entries, '}', indent);
}

/** Values on lines of their own, each with what stands before it; all but the last end with a comma. */
function broken(
  open: string,
  parts: readonly (readonly [string, JsonValue])[],
  close: string,
  indent: number,
): string {
  const inside = ' '.repeat(indent + 2);
  const lines = parts.map(([start, value], index) => {
    const comma = index < parts.length - 1 ? ',' : '';
    const room = width - inside.length - start.length - comma.length;
    return `${inside}${start}${printValue(value, indent + 2, room)}${comma}`;
  });
  return [open, ...lines, ' '.repeat(indent) + close].join('\n');
}

/** A list on one line; nothing for one with objects in it, or of several lists. */
function flatList(list: readonly JsonValue[]): string | undefined {
  if (list.length > 1 && list.every(isList)) return undefined;
  const items = list.map((item) => {
    if (typeof item !== 'object' || item === null) return JSON.stringify(item);
    if (isList(item)) return flatList(item);
    return Object.keys(item).length === 0 ? '{}' : undefined;
  });
  return items.includes(undefined) ? undefined : `[${items.join(', ')}]`;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}
