import type { Origin } from '../text/origin.ts';
import type { Span } from '../text/span.ts';

/** Where a field of an object was written. */
export interface FieldPlace {
  readonly key: Span;
  readonly value: Span;
}

/** Where an object of a spec was written; an object that a default made has no span and no fields. */
export interface Place {
  readonly span?: Span;
  readonly origin: Origin;
  readonly fields: ReadonlyMap<string, FieldPlace>;
  /** Whether it has a key that nobody knows: what seems to be missing may only be misspelt. */
  readonly hasUnknown?: boolean;
}

/** Every object of a located spec knows its place; no field of a spec is called `$`. */
export interface LocatedObject {
  readonly $: Place;
}
