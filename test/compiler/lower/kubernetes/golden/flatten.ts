/** Returns the leaves of a JSON value by path; items of lists stand under what identifies them. */
export function flatten(value: unknown, path = ''): Map<string, unknown> {
  const leaves = new Map<string, unknown>();
  if (Array.isArray(value)) {
    value.forEach((item, index) => {
      merge(leaves, flatten(item, `${path}[${identity(item) ?? index}]`));
    });
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      merge(leaves, flatten(item, path === '' ? escaped(key) : `${path}.${escaped(key)}`));
    }
  } else {
    leaves.set(path, value);
  }
  return leaves;
}

/** Returns a path without what identifies single items: the field that it is about. */
export function fieldOf(path: string): string {
  return path.replace(/\[[^\]]*\]/g, '[]');
}

/** Dots and brackets of keys would look like structure. */
function escaped(key: string): string {
  return key.replaceAll('.', '·').replaceAll('[', '(').replaceAll(']', ')');
}

const identifying = ['name', 'host', 'containerPort', 'port', 'mountPath'] as const;

function identity(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const key = identifying.find((candidate) => candidate in item);
  const value = key === undefined ? undefined : (item as Record<string, unknown>)[key];
  return typeof value === 'string' || typeof value === 'number'
    ? String(value).replaceAll(']', ')').replaceAll('[', '(')
    : undefined;
}

function merge(into: Map<string, unknown>, from: ReadonlyMap<string, unknown>): void {
  for (const [path, value] of from) into.set(path, value);
}
