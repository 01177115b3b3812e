import type { Attempt } from './not-available.ts';
import type { NotPlain } from './write-result.ts';
import type { Written } from './written.ts';

/** What the sandbox says about one spec, as JSON. */
export type Outcome =
  | { readonly kind: 'value'; readonly spec: string; readonly value: Written }
  /** The module exports something else than a function of `bitesize` returned. */
  | { readonly kind: 'no-spec' }
  | ({ readonly kind: 'not-plain' } & NotPlain)
  /** The spec tried to use what is not available, whether or not it caught the error. */
  | ({ readonly kind: 'not-available'; readonly stack: string } & Attempt)
  | Thrown;

/** An exception that nothing caught. */
export interface Thrown {
  readonly kind: 'threw';
  readonly message: string;
  /** The stack as the engine prints it. */
  readonly stack: string;
  /** The calls in progress, the innermost first. */
  readonly calls: readonly number[];
}
