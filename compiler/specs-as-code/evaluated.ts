import type { PlaceRow } from './instrument/tables.ts';
import type { Written } from './sandbox/written.ts';

/** The value of one spec as the sandbox wrote it. */
export interface EvaluatedSpec {
  /** Name of the spec, such as `build.bitesize.ts`. */
  readonly name: string;
  readonly value: Written;
}

/** What the specs of a project evaluate to: plain data, so that it can be kept in a cache. */
export interface Evaluated {
  /** Paths below the root of the files that places lie in. */
  readonly files: readonly string[];
  readonly places: readonly PlaceRow[];
  readonly specs: readonly EvaluatedSpec[];
}
