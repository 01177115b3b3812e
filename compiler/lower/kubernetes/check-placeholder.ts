import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Rollout } from '../../model/kubernetes/service.ts';
import { versionPlaceholder } from '../../model/kubernetes/version-placeholder.ts';
import { plain } from '../../print/yaml.ts';
import type { Origin } from '../../text/origin.ts';
import { spanOf } from '../../text/span-of.ts';

/** Reports a manifest in which the text of a spec looks like the version placeholder, so that it would be replaced. */
export function checkPlaceholder(rollout: Rollout, report: (diagnostic: Diagnostic) => void): void {
  const { object, awaitsVersion } = rollout;
  const foreign = texts(plain(object.manifest)).some(
    (text) => text.includes(versionPlaceholder) && !(awaitsVersion && isOurs(text)),
  );
  if (!foreign) return;
  report(
    diagnose('kubernetes/placeholder', { placeholder: versionPlaceholder }, spanOf(object.origin), {
      help: 'use another text',
    }),
  );
}

/** Whether the file of a spec has the placeholder anywhere; looking at every text of every manifest takes longer. */
export function mayContainPlaceholder(origin: Origin): boolean {
  return spanOf(origin)?.file.text.includes(versionPlaceholder) ?? true;
}

/** A whole label, or the tag of an image. */
function isOurs(text: string): boolean {
  return text === versionPlaceholder || text.indexOf(versionPlaceholder) === text.lastIndexOf(':') + 1;
}

function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [key, ...texts(item)]);
}
