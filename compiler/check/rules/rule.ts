import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Specs } from '../specs.ts';

/** What a rule may look at besides the specs. */
export interface RuleContext {
  /** Whether a secret in plain text is only a warning. */
  readonly allowPlainSecrets: boolean;
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
