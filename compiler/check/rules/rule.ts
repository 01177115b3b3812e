import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { LocatedObject } from '../../source/node.ts';
import { spanOf } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { Span } from '../../text/span.ts';
import type { Specs } from '../check-spec.ts';

/** What a rule may look at besides the specs. */
export interface RuleContext {
  /** Whether a secret in plain text is only a warning. */
  readonly allowPlainSecrets: boolean;
  /** Whether jenkins.bitesize was read without an error: otherwise what is not there may only be misspelt. */
  readonly settingsAreRead: boolean;
  /** The same of the names that others look after: `external` of jobs.bitesize. */
  readonly externalIsRead: boolean;
}

/**
 * A semantic rule over the located specs of one project: what a schema cannot say. Values that broke their schema
 * are left out of the specs, so a rule sees only values of the right type.
 */
export interface Rule {
  /** The name of its file, for timings and tests. */
  readonly name: string;
  readonly check: (specs: Specs, context: RuleContext) => Iterable<Diagnostic>;
}

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
