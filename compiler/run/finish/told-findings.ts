import { sharedFindingKey } from '../../report/distinct-findings.ts';
import type { Finding } from '../../report/finding.ts';

/**
 * Returns the findings that are about some of the projects of a run: their own, those about names that they share with
 * others, and those about files that they share. `own` are the findings of all projects, before one of several that are
 * the same was chosen.
 */
export function toldFindings(
  folders: ReadonlySet<string>,
  own: readonly Finding[],
  findings: readonly Finding[],
): readonly Finding[] {
  const shared = new Set(own.filter(({ folder }) => folders.has(folder)).map(sharedFindingKey));
  return findings.filter((finding) => {
    const { folder, other } = finding;
    if (folders.has(folder) || (other !== undefined && folders.has(other))) return true;
    const key = sharedFindingKey(finding);
    return key !== undefined && shared.has(key);
  });
}
