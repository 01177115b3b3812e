import type { Span, Step } from '../text/span.ts';
import { shortText } from '../util/short-text.ts';
import { type Code, codeDefinition, type Parameters } from './codes.ts';
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
  const definition = codeDefinition(code);
  const help = extras.help ?? [];
  return {
    code,
    severity: definition.severity,
    message: definition.message(shortened(parameters)),
    ...(span === undefined ? {} : { span }),
    labels: [...(extras.labels ?? []), ...(span?.via ?? []).map(stepLabel)],
    help: (typeof help === 'string' ? [help] : help).map((line) => shortText(line, MOST_OF_LINE)),
    fixes: (extras.fixes ?? []).map((fix) => ({ ...fix, title: shortText(fix.title, MOST_OF_LINE) })),
  };
}

/** A name of a million letters is shown once, where it stands: not in every message about it. */
const MOST_OF_NAME = 300;
const MOST_OF_LINE = 1000;

/** Parameters of messages are flat. */
function shortened<P>(parameters: P): P {
  const entries = Object.entries(parameters as Readonly<Record<string, unknown>>);
  if (!entries.some(([, value]) => typeof value === 'string' && value.length > MOST_OF_NAME))
    return parameters;
  return Object.fromEntries(
    entries.map(([key, value]) => [key, typeof value === 'string' ? shortText(value, MOST_OF_NAME) : value]),
  ) as P;
}

function stepLabel({ kind, span }: Step): Label {
  return { span, text: kind === 'use' ? 'used here' : 'called here' };
}
