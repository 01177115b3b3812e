import { plainText, type Text } from './text.ts';

/**
 * Returns the names of a view without repetitions, in the order of Java's String.CASE_INSENSITIVE_ORDER, which
 * Jenkins and Job DSL sort them by; names that only differ in case keep their order.
 */
export function sortedJobNames(names: readonly Text[]): readonly Text[] {
  const byName = new Map<string, Text>();
  for (const name of names) {
    if (!byName.has(plainText(name))) byName.set(plainText(name), name);
  }
  return [...byName]
    .map(([name, text]) => ({ key: folded(name), text }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ text }) => text);
}

/** Java compares unit by unit, made upper case and then lower case; a unit that would grow stays as it is. */
function folded(name: string): string {
  return name
    .split('')
    .map((unit) => sameLength(unit, unit.toUpperCase()))
    .map((unit) => sameLength(unit, unit.toLowerCase()))
    .join('');
}

function sameLength(unit: string, changed: string): string {
  return changed.length === unit.length ? changed : unit;
}
