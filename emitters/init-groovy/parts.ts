/** Statements of one method: some hundred bytes of byte code each, so that none comes near the 64 KB of a method. */
const size = 50;

/** A piece of a long list, with a number for the name of its method. */
export interface Part<T> {
  readonly number: number;
  readonly items: readonly T[];
}

/** Returns a list in pieces that each fit into one method of a class file. */
export function parts<T>(items: readonly T[]): readonly Part<T>[] {
  const result: Part<T>[] = [];
  for (let start = 0; start < items.length; start += size) {
    result.push({ number: result.length + 1, items: items.slice(start, start + size) });
  }
  return result;
}
