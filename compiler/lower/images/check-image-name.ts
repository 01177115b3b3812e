import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Sourced } from '../../text/sourced.ts';
import { spanOf } from '../../text/span-of.ts';

/** Path components of github.com/distribution/reference. */
const path = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*)*$/;

/** Reports a project or application whose name cannot be part of the name of an image. */
export function checkImageName(
  parts: readonly Sourced<string>[],
  report: (diagnostic: Diagnostic) => void,
): void {
  for (const part of parts) {
    if (path.test(part.value)) continue;
    const help = 'use lower-case letters and digits, with single `.`, `_` or `-` between them';
    report(diagnose('image/name', { name: part.value }, spanOf(part.origin), { help }));
  }
}
