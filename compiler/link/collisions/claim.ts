import type { Diagnostic, Label } from '../../diagnostics/diagnostic.ts';
import { spanOf } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { Span } from '../../text/span.ts';

/** Something of a spec that becomes a name which must be there once. */
export interface Claim {
  /** What it becomes, in the form in which names are compared. */
  readonly key: string;
  /** How a message calls it, such as `test \`smoke\``. */
  readonly what: string;
  readonly name: Sourced<string>;
}

/** Returns a finding for every claim on a name that an earlier one has taken. */
export function collisions(
  claims: Iterable<Claim>,
  report: (
    claim: Claim,
    first: Claim,
    extras: { span: Span | undefined; labels: readonly Label[] },
  ) => Diagnostic,
): Diagnostic[] {
  const taken = new Map<string, Claim>();
  const diagnostics: Diagnostic[] = [];
  for (const claim of claims) {
    const first = taken.get(claim.key);
    if (first === undefined) {
      taken.set(claim.key, claim);
      continue;
    }
    // The same thing twice is a duplicate name, which is reported as such.
    if (first.what === claim.what) continue;
    const label = spanOf(first.name.origin);
    const labels = label === undefined ? [] : [{ span: label, text: 'the first one' }];
    diagnostics.push(report(claim, first, { span: spanOf(claim.name.origin), labels }));
  }
  return diagnostics;
}
