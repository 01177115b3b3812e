import type { LocatedObject } from '../../../source/located-object.ts';
import type { Sourced } from '../../../text/sourced.ts';
import type { Span } from '../../../text/span.ts';
import { spanOf } from '../../../text/span-of.ts';

/** Returns where a value was written; undefined for a default. */
export function at(value: Sourced<unknown>): Span | undefined {
  return spanOf(value.origin);
}

/** Returns where the key of a field was written; where the object was, when the field is absent. */
export function keyOf(object: LocatedObject, field: string): Span | undefined {
  return object.$.fields.get(field)?.key ?? object.$.span;
}

/** Returns whether a field was written, be it read or refused. */
export function isWritten(object: LocatedObject, field: string): boolean {
  return object.$.fields.has(field);
}
