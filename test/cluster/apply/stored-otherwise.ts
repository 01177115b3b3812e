/**
 * Returns a line for each leaf of an object that the server stores as something else than was written, or not at all.
 * What the server adds is no matter, nor that it leaves out empty texts.
 */
export function storedOtherwise(written: unknown, stored: unknown, path = ''): readonly string[] {
  if (Array.isArray(written)) {
    if (!Array.isArray(stored) || stored.length !== written.length) return [differs(path, written, stored)];
    return written.flatMap((entry, index) => storedOtherwise(entry, stored[index], `${path}[${index}]`));
  }
  if (typeof written === 'object' && written !== null) {
    const found = typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
    return Object.entries(written).flatMap(([key, value]) =>
      storedOtherwise(value, found[key], path === '' ? key : `${path}.${key}`),
    );
  }
  const isSame = written === stored || (written === '' && stored === undefined);
  return isSame ? [] : [differs(path, written, stored)];
}

function differs(path: string, written: unknown, stored: unknown): string {
  return `${path}: ${JSON.stringify(written)} is stored as ${JSON.stringify(stored)}`;
}
