import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Sourced } from '../../text/sourced.ts';
import { spanOf } from '../../text/span-of.ts';
import type { Project } from '../project.ts';

/**
 * Returns a finding for every view whose name an earlier one has. Upper and lower case count as the same: each view is
 * written to a file of its name, and some file systems do not tell them apart.
 */
export function viewCollisions({ settings }: Project): Diagnostic[] {
  const taken = new Map<string, Sourced<string>>();
  const diagnostics: Diagnostic[] = [];
  for (const { name } of settings.views) {
    const key = name.value.toLowerCase();
    const first = taken.get(key);
    if (first === undefined) {
      taken.set(key, name);
      continue;
    }
    const label = spanOf(first.origin);
    diagnostics.push(
      diagnose('link/duplicate-name', { noun: 'view', name: name.value }, spanOf(name.origin), {
        labels: label === undefined ? [] : [{ span: label, text: 'first defined here' }],
        help: 'give one of the two another name',
      }),
    );
  }
  return diagnostics;
}
