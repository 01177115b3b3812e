import type { SharedController } from '../../schema/generated/located.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { pathBelow } from '../host/confined-files.ts';
import type { Host } from '../host/host.ts';
import { fleetRoot } from '../read/fleet/fleet-root.ts';
import type { ProjectFiles, Served } from '../read/read-project.ts';
import { openFindings } from '../report/finding.ts';
import { fleetFindings } from '../run/plan/fleet-findings.ts';
import type { ShapingOptions } from '../run/run-options.ts';

/** What a fleet decides on for one of its folders. */
export interface FleetPart {
  /** Its file, where the folder is its root. */
  readonly ownFile: ProjectFiles | undefined;
  /** What is wrong with that file. */
  readonly findings: readonly Diagnostic[];
  /** Whether it is known who serves which project: `check` looks at none of them before. */
  readonly isSound: boolean;
  /** The controller that serves the project in the folder; the name of its file starts there. */
  readonly served: Served | undefined;
  /** The bytes of that file, by the same name. */
  readonly contents: ProjectFiles['contents'];
}

/**
 * Returns what the fleet of an absolute folder decides on for it, or undefined where it belongs to none. The file of the fleet
 * is looked for at and below `bounds`, and where commands look for it.
 */
export async function fleetPart(
  host: Host,
  folder: string,
  bounds: readonly string[],
  options: ShapingOptions,
): Promise<FleetPart | undefined> {
  const root = fleetRoot(host, folder, bounds);
  if (root === undefined) return undefined;
  const { openFleet } = await import('../read/fleet/open-fleet.ts');
  const fleet = await openFleet(host, root.folder, options);
  const path = pathBelow(root.folder, folder) ?? '';
  const up = path === '' ? '' : '../'.repeat(path.split('/').length);
  const name = fleet.controllers.find(({ paths }) => paths.includes(path))?.spec.name.value;
  return {
    ownFile: path === '' ? fleet.files : undefined,
    findings: path === '' ? openFindings(fleetFindings(fleet)).map(({ diagnostic }) => diagnostic) : [],
    isSound: fleet.isSound,
    served: name === undefined ? undefined : await servedFrom(fleet.files, name, up),
    contents: new Map([...fleet.files.contents].map(([file, bytes]) => [`${up}${file}`, bytes])),
  };
}

async function servedFrom(files: ProjectFiles, name: string, up: string): Promise<Served | undefined> {
  const { readableFleet } = await import('../read/fleet/open-fleet.ts');
  const sources = files.sources.map((source) => ({ ...source, name: `${up}${source.name}` }));
  const [fleetFile] = sources;
  const { spec } = readableFleet({ ...files, sources });
  const controller = spec?.controllers.find((each: SharedController) => each.name.value === name);
  return fleetFile && controller && { controller, fleetFile, projects: [], isWhole: false };
}
