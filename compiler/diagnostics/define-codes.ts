import { once } from '../util/once.ts';

/** How bad a finding is. An error stops the output of its project; a warning does not. */
export type Severity = 'error' | 'warning';

/**
 * One entry of the table of diagnostics: how bad it is, the message for its parameters, and one sentence that
 * says why it matters. The parameters are checked by the compiler at every place that reports the code.
 */
export interface CodeDefinition<P> {
  readonly severity: Severity;
  readonly message: (parameters: P) => string;
  readonly why: string;
  /**
   * Set for what old files have in many places, and what one decision mends: a report tells it once for each file. With
   * `message` once for each message, since another one is another decision.
   */
  readonly perFile?: 'code' | 'message';
}

/**
 * Returns a table of diagnostics, made when it is first asked for: few runs report anything of an area. Keeps the exact type of
 * each entry while every entry is checked for its shape.
 */
export function defineCodes<T extends Record<string, CodeDefinition<never>>>(table: () => T): () => T {
  return once(table);
}
