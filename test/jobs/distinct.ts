import type { JsonValue } from '../../schema/schema-node.ts';
import { isData } from './job-spec.ts';

/** Returns the values without those that are there already; of entries with the same name, one gets another. */
export function distinct(values: readonly JsonValue[], isOncePerThing: boolean): readonly JsonValue[] {
  const seen = new Set<string>();
  const isNew = (key: string) => !seen.has(key) && seen.add(key) !== undefined;
  return values.flatMap((value, index): readonly JsonValue[] => {
    const key = isOncePerThing
      ? isData(value)
        ? Object.keys(value).join()
        : String(value)
      : JSON.stringify(value);
    if (!isNew(key)) return [];
    const name = nameOf(value);
    return [
      name === undefined || isNew(`name ${name.toLowerCase()}`) ? value : renamed(value, `${name}_${index}`),
    ];
  });
}

/** Returns the name of an object, or of the only thing of an entry. */
function nameOf(value: JsonValue): string | undefined {
  if (!isData(value)) return undefined;
  const [inner = null] = Object.values(value);
  const name = value.name ?? (isData(inner) ? inner.name : undefined);
  return typeof name === 'string' ? name : undefined;
}

function renamed(value: JsonValue, name: string): JsonValue {
  if (!isData(value)) return value;
  if ('name' in value) return { ...value, name };
  return Object.fromEntries(
    Object.entries(value).map(([thing, inner]) => [thing, isData(inner) ? { ...inner, name } : inner]),
  );
}
