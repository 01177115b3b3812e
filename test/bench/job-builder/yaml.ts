/** What Job Builder's YAML is made of. */
export type Yaml = string | number | boolean | readonly Yaml[] | { readonly [key: string]: Yaml };

/** Returns the value with each of its texts, though not its keys, replaced. */
export function mapTexts(value: Yaml, replace: (text: string) => string): Yaml {
  if (typeof value === 'string') return replace(value);
  if (typeof value !== 'object') return value;
  if (isList(value)) return value.map((item) => mapTexts(item, replace));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, replace)]));
}

function isList(value: Yaml): value is readonly Yaml[] {
  return Array.isArray(value);
}
