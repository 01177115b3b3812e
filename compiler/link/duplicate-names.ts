import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Sourced } from '../text/sourced.ts';
import { spanOf } from '../text/span-of.ts';

/** Returns a finding for every entry whose name an earlier entry of the same list has. */
export function duplicateNames(
  noun: string,
  entries: readonly { readonly name: Sourced<string> }[],
): Diagnostic[] {
  const first = new Map<string, Sourced<string>>();
  const diagnostics: Diagnostic[] = [];
  for (const { name } of entries) {
    const earlier = first.get(name.value);
    if (earlier === undefined) {
      first.set(name.value, name);
      continue;
    }
    const span = spanOf(earlier.origin);
    diagnostics.push(
      diagnose('link/duplicate-name', { noun, name: name.value }, spanOf(name.origin), {
        labels: span ? [{ span, text: 'first defined here' }] : [],
        help: 'give one of the two another name',
      }),
    );
  }
  return diagnostics;
}
