import type { Volume } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import { sourced } from '../../text/sourced.ts';
import { spanOf } from '../../text/span-of.ts';
import type { Traceable } from '../../text/traceable.ts';
import type { Scope } from './scope.ts';

/** The access modes of Kubernetes 1.30 and newer. */
const known = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'];

/** Returns the access modes of a volume, each once. The operator dropped the ones that it did not know. */
export function accessModes(scope: Scope, { modes }: Volume): Traceable {
  const names = splitModes(modes.value);
  for (const mode of names) {
    if (known.includes(mode)) continue;
    scope.report(
      diagnose('kubernetes/unknown-access-mode', { mode }, spanOf(modes.origin), {
        help: `use one or more of ${known.map((name) => `\`${name}\``).join(', ')}`,
      }),
    );
  }
  return names.map((mode) => sourced(mode, modes.origin));
}

/** Returns the single modes of a comma list. */
export function splitModes(modes: string): readonly string[] {
  return [...new Set(modes.split(',').map((mode) => mode.trim()))].filter((mode) => mode !== '');
}
