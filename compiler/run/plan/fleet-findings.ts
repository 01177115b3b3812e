import { applySuppressions } from '../../check/suppressions.ts';
import type { FleetRoot } from '../../read/fleet/fleet-root.ts';
import { type Fleet, notAtRoot } from '../../read/fleet/open-fleet.ts';
import type { Finding } from '../../report/finding.ts';

/**
 * Returns what is wrong with the file of a fleet, once for a run. Its comments may be about findings that only show when
 * a controller is compiled: that one has no effect is not told.
 */
export function fleetFindings({ root: folder, files, diagnostics }: Fleet): readonly Finding[] {
  const applied = applySuppressions(files.sources, diagnostics);
  return [
    ...applied.diagnostics
      .filter(({ code }) => code !== 'suppression/unused')
      .map((diagnostic) => ({ diagnostic, folder })),
    ...applied.suppressed.map(({ diagnostic, reason }) => ({
      diagnostic,
      folder,
      muted: { by: 'comment' as const, reason },
    })),
  ];
}

/** Returns the finding about a second controllers.bitesize on the way to a project: the lower one is in the wrong place. */
export function notAtRootFinding({ folder }: FleetRoot, other: string): Finding {
  const [lower, upper] = folder.length > other.length ? [folder, other] : [other, folder];
  return { diagnostic: notAtRoot(lower, upper), folder: '' };
}
