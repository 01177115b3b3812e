import type { Diagnostic } from '../diagnostics/diagnostic.ts';

/** What a lowering gives: a value, and what could not be expressed. */
export interface Lowered<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}
