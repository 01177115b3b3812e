import { diagnose } from '../../diagnostics/diagnose.ts';
import { spanOf } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { ControllerScope } from './controller-scope.ts';

/** Reports every name that stands more than once in a list of the settings. */
export function reportDuplicates(
  scope: ControllerScope,
  what: string,
  names: readonly Sourced<string>[],
): void {
  const first = new Map<string, Sourced<string>>();
  for (const name of names) {
    const earlier = first.get(name.value);
    if (earlier === undefined) {
      first.set(name.value, name);
      continue;
    }
    const span = spanOf(earlier.origin);
    scope.report(
      diagnose('controller/duplicate', { what, name: name.value }, spanOf(name.origin), {
        labels: span === undefined ? [] : [{ span, text: 'first defined here' }],
      }),
    );
  }
}
