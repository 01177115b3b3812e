import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FleetProject, fleetProject } from './fleet-project.ts';
import { fleetSpecs } from './fleet-specs.ts';
import { seed, writeFleet } from './write-fleet.ts';

/** A fleet on disk and the folders that its rows write to. */
export interface Workspace {
  /** Number of projects. */
  readonly size: number;
  /** Everything below it belongs to this fleet. */
  readonly folder: string;
  /** The folder with `projects/`; it becomes a git repository for `diff`. */
  readonly fleet: string;
}

/** Writes a fleet below `folder` and returns where it is. */
export function createWorkspace(folder: string, size: number): Workspace {
  const fleet = join(folder, 'fleet');
  mkdirSync(fleet, { recursive: true });
  writeFleet(join(fleet, 'projects'), size);
  return { size, folder, fleet };
}

/** Changes the version of the application of the first project; each `run` gives another one, 0 the one of the fleet. */
export function changeOneProject({ fleet }: Workspace, run: number): FleetProject {
  const project = fleetProject(0, seed);
  const changed = run === 0 ? project : { ...project, version: `30.${run}` };
  const text = fleetSpecs(changed)['application.bitesize'] ?? '';
  writeFileSync(join(fleet, 'projects', project.name, 'application.bitesize'), text);
  return changed;
}

/**
 * Returns a path below the workspace where nothing is yet. Nothing is removed before the whole bench is over: ext4 is
 * slow to give out what was freed within the last minutes, which would be measured with whatever comes next.
 */
export function freshFolder({ folder }: Workspace, name: string): string {
  for (let count = 1; ; count++) {
    const path = join(folder, `${name}-${count}`);
    if (!existsSync(path)) return path;
  }
}
