import { Sourced } from '../../../text/sourced.ts';
import { type Traceable, TracedText } from '../../../text/traced-text.ts';

/**
 * Returns a manifest with another one laid over it: mappings are merged, lists are merged by what tells their entries
 * apart (containers, volumes and variables by their names, mounts by their paths), everything else is replaced.
 */
export function mergePod(base: Traceable | undefined, over: Traceable, field = ''): Traceable {
  if (base === undefined) return over;
  const [below, above] = [content(base), content(over)];
  const key = listKey(field);
  if (isKeyedList(below, key) && isKeyedList(above, key)) return mergeByKey(below, above, key);
  if (!isMapping(below) || !isMapping(above)) return over;
  const result: Record<string, Traceable | undefined> = { ...below };
  for (const [name, value] of Object.entries(above)) {
    if (value !== undefined) result[name] = mergePod(below[name], value, name);
  }
  return result;
}

/** Returns the field that tells the entries of a list apart; follows the list map keys of the API. */
export function listKey(field: string): string {
  return field === 'volumeMounts' ? 'mountPath' : 'name';
}

/** An entry that stands twice stays so: the check of the pod tells. */
function mergeByKey(base: readonly Traceable[], over: readonly Traceable[], key: string): Traceable {
  const left = [...over];
  const merged = base.map((item) => {
    const at = left.findIndex((other) => textAt(other, key) === textAt(item, key));
    const [other] = at === -1 ? [] : left.splice(at, 1);
    return other === undefined ? item : mergePod(item, other);
  });
  return [...merged, ...left];
}

function isKeyedList(value: Traceable, key: string): value is readonly Traceable[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => textAt(item, key) !== undefined);
}

/** Returns a text in a mapping; undefined where there is none. */
export function textAt(item: Traceable | undefined, key: string): string | undefined {
  const inner = item === undefined ? undefined : content(item);
  const value = isMapping(inner) && inner[key] !== undefined ? content(inner[key]) : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** A mapping of a manifest; undefined means that the key is absent. */
export type Mapping = Readonly<Record<string, Traceable | undefined>>;

/** Whether a value without its origin is a mapping. */
export function isMapping(value: Traceable | undefined): value is Mapping {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof TracedText)
  );
}

/** Returns a value without its origin. */
export function content(value: Traceable): Traceable {
  return value instanceof Sourced ? content(value.value) : value;
}
