import type { Origin } from '../text/origin.ts';
import { Sourced } from '../text/sourced.ts';
import { TracedText } from '../text/traced-text.ts';
import type { Field } from './entity.ts';

/** Keys that say where a node comes from or how it is filed, and not what it is. */
const SKIPPED: ReadonlySet<string> = new Set(['origin', 'writtenAt', '$', 'family', 'file', 'needs']);

/**
 * Returns the leaves of a piece of the IR by path, such as `parameters[web_VERSION].defaultValue`. Entries of a list
 * are known by their name where they have one, so that an insertion does not shift everything behind it. An empty
 * list or mapping has no leaf.
 */
export function flatten(value: unknown): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  visit(value, '', undefined, fields);
  return fields;
}

function visit(value: unknown, path: string, origin: Origin | undefined, fields: Map<string, Field>): void {
  if (value instanceof Sourced) {
    visit(value.value, path, value.origin, fields);
    return;
  }
  if (value instanceof TracedText) {
    const { text, marks } = value;
    fields.set(path, { value: text, origin: origin ?? marks[0]?.origin, marks });
    return;
  }
  if (value === undefined || value === null) return;
  if (Array.isArray(value)) {
    const names = uniqueNames(value);
    value.forEach((item, index) => {
      visit(item, `${path}[${names?.[index] ?? index}]`, origin, fields);
    });
    return;
  }
  if (typeof value !== 'object') {
    fields.set(path, { value: String(value), origin });
    return;
  }
  const own = ownOrigin(value) ?? origin;
  for (const [key, item] of Object.entries(value)) {
    if (!SKIPPED.has(key)) visit(item, path === '' ? key : `${path}.${key}`, own, fields);
  }
}

/** Returns the origin of a node of the IR, if it has one. */
export function ownOrigin(value: object): Origin | undefined {
  const origin: unknown = 'origin' in value ? value.origin : undefined;
  const isOrigin = typeof origin === 'object' && origin !== null && 'kind' in origin;
  return isOrigin ? (origin as Origin) : undefined;
}

/** Returns a name for each entry of a list, or undefined when some entry has none or two have the same. */
function uniqueNames(items: readonly unknown[]): readonly string[] | undefined {
  const names = items.map(nameOf);
  if (names.some((name) => name === undefined) || new Set(names).size !== names.length) return undefined;
  return names.filter((name) => name !== undefined);
}

function nameOf(item: unknown): string | undefined {
  const value = item instanceof Sourced ? item.value : item;
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return undefined;
  if ('permission' in value && 'type' in value && 'name' in value)
    return [value.type, value.name, value.permission].map(plain).join(' ');
  if ('resources' in value && 'apiGroups' in value)
    return [value.apiGroups, value.resources]
      .map((part) => [part].flat().map(plain).join(' '))
      .filter((part) => part !== '')
      .join('/');
  for (const key of ['name', 'id', 'host', 'mountPath', 'key']) {
    const candidate: unknown = key in value ? Reflect.get(value, key) : undefined;
    const text = candidate instanceof Sourced ? candidate.value : candidate;
    if (typeof text === 'string') return text;
  }
  return undefined;
}

function plain(value: unknown): string {
  return String(value instanceof Sourced ? value.value : value);
}
