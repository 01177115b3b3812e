import type { Span, Step } from '../text/span.ts';
import { type Code, codes, type Parameters } from './codes.ts';
import type { CodeDefinition } from './define-codes.ts';
import type { Diagnostic, Fix, Label } from './diagnostic.ts';

/** What a diagnostic may carry besides its message. */
export interface DiagnosticExtras {
  readonly labels?: readonly Label[];
  readonly help?: string | readonly string[];
  readonly fixes?: readonly Fix[];
}

/** Returns the diagnostic of a code; the parameters must be those that the code's message takes. */
export function diagnose<C extends Code>(
  code: C,
  parameters: Parameters<C>,
  span: Span | undefined,
  extras: DiagnosticExtras = {},
): Diagnostic {
  // The table's entries differ in their parameters; the signature above ties them to the code.
  const definition = codes[code] as unknown as CodeDefinition<Parameters<C>>;
  const help = extras.help ?? [];
  return {
    code,
    severity: definition.severity,
    message: definition.message(parameters),
    ...(span === undefined ? {} : { span }),
    labels: [...(extras.labels ?? []), ...(span?.via ?? []).map(stepLabel)],
    help: typeof help === 'string' ? [help] : help,
    fixes: extras.fixes ?? [],
  };
}

function stepLabel({ kind, span }: Step): Label {
  return { span, text: kind === 'use' ? 'used here' : 'called here' };
}
