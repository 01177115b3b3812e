import type { SharedController } from '../../schema/generated/located.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { pathBelow } from '../host/confined-files.ts';
import type { Host } from '../host/host.ts';
import { fleetRoot } from '../read/fleet/fleet-root.ts';
import type { Fleet } from '../read/fleet/open-fleet.ts';
import type { ProjectFiles, Served } from '../read/read-project.ts';
import { type Finding, openFindings } from '../report/finding.ts';
import { fleetFindings } from '../run/plan/fleet-findings.ts';
import { projectFindings } from '../run/project/project-findings.ts';
import type { ShapingOptions } from '../run/run-options.ts';
import { MEMORY_FOLDER } from './overlay-files.ts';

/** What a fleet decides on for one of its folders. */
export interface FleetPart {
  /** Its file, where the folder is its root. */
  readonly ownFile: ProjectFiles | undefined;
  /** What is wrong with that file, and with what its controllers serve. */
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
    findings:
      path === ''
        ? openFindings([...fleetFindings(fleet), ...(await wholeFindings(host, fleet, options))]).map(
            ({ diagnostic }) => diagnostic,
          )
        : [],
    isSound: fleet.isSound,
    served: name === undefined ? undefined : await servedFrom(fleet.files, name, up),
    contents: new Map([...fleet.files.contents].map(([file, bytes]) => [`${up}${file}`, bytes])),
  };
}

/** In a fleet of more projects than these, only `check` looks at what its controllers make of all of them together. */
const MOST_PROJECTS = 8;

/** Returns what is wrong with the controllers of a fleet and the projects that they serve. */
async function wholeFindings(host: Host, fleet: Fleet, options: ShapingOptions): Promise<readonly Finding[]> {
  const count = fleet.controllers.reduce((sum, { paths }) => sum + paths.length, 0);
  if (!fleet.isSound || count > MOST_PROJECTS) return [];
  const { openServed } = await import('../read/fleet/open-served.ts');
  const { compileController } = await import('../compile-controller.ts');
  const cache = () => ({ path: MEMORY_FOLDER, isNamed: false });
  const findings: Finding[] = [];
  for (const { spec, paths } of fleet.controllers) {
    const names = { controller: spec.name.value, paths };
    const read = await openServed(host, fleet.root, names, undefined, cache);
    if (read.served === undefined) continue;
    const { controller, projects } = read.served;
    const compiling = { ...options, files: read.files, emit: [] };
    const { diagnostics } = await compileController(controller, projects, compiling);
    findings.push(...projectFindings(read, diagnostics));
  }
  return findings;
}

async function servedFrom(files: ProjectFiles, name: string, up: string): Promise<Served | undefined> {
  const { readableFleet } = await import('../read/fleet/open-fleet.ts');
  const sources = files.sources.map((source) => ({ ...source, name: `${up}${source.name}` }));
  const [fleetFile] = sources;
  const { spec } = readableFleet({ ...files, sources });
  const controller = spec?.controllers.find((each: SharedController) => each.name.value === name);
  return fleetFile && controller && { controller, fleetFile, projects: [], paths: [] };
}
