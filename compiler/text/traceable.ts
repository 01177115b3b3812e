import type { Sourced } from './sourced.ts';
import type { TracedText } from './traced-text.ts';

/** A leaf of a traceable tree. A TracedText is a text whose single lines have origins, such as a script. */
export type TraceableLeaf = string | number | boolean | null | TracedText;

/**
 * JSON-like data in which any value may carry its origin. `undefined` means that the key is absent, so that
 * optional fields can be written without conditions.
 */
export type Traceable =
  | TraceableLeaf
  | Sourced<Traceable>
  | Sourced<string>
  | Sourced<number>
  | Sourced<boolean>
  | readonly Traceable[]
  | { readonly [key: string]: Traceable | undefined };
