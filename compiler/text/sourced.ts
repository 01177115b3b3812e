import type { Origin } from './origin.ts';

/** A value together with where it comes from. A class, so that printers can tell it from plain data. */
export class Sourced<T> {
  readonly value: T;
  readonly origin: Origin;

  constructor(value: T, origin: Origin) {
    this.value = value;
    this.origin = origin;
  }

  /** Returns another value with the same origin. */
  map<U>(change: (value: T) => U): Sourced<U> {
    return new Sourced(change(this.value), this.origin);
  }
}

/** Returns the values of a list, each once, in the order in which they are first met. */
export function distinct<T>(values: readonly Sourced<T>[]): readonly Sourced<T>[] {
  const seen = new Set<T>();
  return values.filter(({ value }) => !seen.has(value) && seen.add(value));
}

/** A value that an earlier one of its list has, too. */
export interface Repeat<T> {
  readonly again: Sourced<T>;
  readonly first: Sourced<T>;
}

/** Returns the values of a list that stood there before, each with the first of them. */
export function repeats<T>(values: Iterable<Sourced<T>>): readonly Repeat<T>[] {
  const firsts = new Map<T, Sourced<T>>();
  const found: Repeat<T>[] = [];
  for (const again of values) {
    const first = firsts.get(again.value);
    if (first === undefined) firsts.set(again.value, again);
    else found.push({ again, first });
  }
  return found;
}

/** Returns a value with its origin. */
export function sourced<T>(value: T, origin: Origin): Sourced<T> {
  return new Sourced(value, origin);
}
