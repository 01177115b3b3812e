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

/** Returns a value with its origin. */
export function sourced<T>(value: T, origin: Origin): Sourced<T> {
  return new Sourced(value, origin);
}
