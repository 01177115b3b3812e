import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fleetProject } from './fleet-project.ts';
import { fleetSpecs } from './fleet-specs.ts';

/** The seed of the bench: changing it makes other numbers incomparable. */
export const seed = 7;

/** Writes the specs of a fleet, each project into a folder of its name below `folder`. */
export function writeFleet(folder: string, projects: number): void {
  for (let index = 0; index < projects; index++) {
    const project = fleetProject(index, seed);
    const target = join(folder, project.name);
    mkdirSync(target, { recursive: true });
    for (const [name, text] of Object.entries(fleetSpecs(project))) writeFileSync(join(target, name), text);
  }
}
