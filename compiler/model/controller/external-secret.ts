import type { Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';

/** A Secret that an operator makes of what is in a store. */
export interface ExternalSecret {
  readonly namespace: Sourced<string>;
  readonly name: Sourced<string>;
  /** What the store calls it: its name without what only sets it apart from those of other projects. */
  readonly inStore: Sourced<string>;
  /** Its keys, each a property of what is at the path. Sorted. */
  readonly keys: readonly Sourced<string>[];
  readonly path: Sourced<string>;
  /** Absent for a Secret of no type of its own. */
  readonly type?: string;
  readonly origin: Origin;
}
