import { Sourced } from '../../../text/sourced.ts';
import type { Traceable } from '../../../text/traceable.ts';
import { TracedText } from '../../../text/traced-text.ts';

/**
 * Returns a manifest with another one laid over it: mappings are merged, lists whose entries have names (containers,
 * volumes, variables) are merged by name, everything else is replaced.
 */
export function mergePod(base: Traceable | undefined, over: Traceable): Traceable {
  if (base === undefined) return over;
  const [below, above] = [content(base), content(over)];
  if (isNamedList(below) && isNamedList(above)) return mergeByName(below, above);
  if (!isMapping(below) || !isMapping(above)) return over;
  const result: Record<string, Traceable | undefined> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    if (value !== undefined) result[key] = mergePod(below[key], value);
  }
  return result;
}

type Mapping = Readonly<Record<string, Traceable | undefined>>;

function mergeByName(base: readonly Traceable[], over: readonly Traceable[]): Traceable {
  const named = new Map(over.map((item) => [nameOf(item), item]));
  const merged = base.map((item) => {
    const name = nameOf(item);
    const other = named.get(name);
    named.delete(name);
    return other === undefined ? item : mergePod(item, other);
  });
  return [...merged, ...named.values()];
}

function isNamedList(value: Traceable): value is readonly Traceable[] {
  return Array.isArray(value) && value.length > 0 && value.every((item) => nameOf(item) !== undefined);
}

function nameOf(item: Traceable): string | undefined {
  const inner = content(item);
  const name = isMapping(inner) && inner.name !== undefined ? content(inner.name) : undefined;
  return typeof name === 'string' ? name : undefined;
}

function isMapping(value: Traceable): value is Mapping {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof TracedText)
  );
}

function content(value: Traceable): Traceable {
  return value instanceof Sourced ? content(value.value) : value;
}
