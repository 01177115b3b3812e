import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fleetProject } from './fleet-project.ts';
import { type MoreJobs, specsWithMoreJobs } from './more-jobs.ts';

/** The seed of the bench: changing it makes other numbers incomparable. */
export const seed = 7;

/** Writes the specs of a fleet, each project into a folder of its name below `folder`. */
export function writeFleet(folder: string, projects: number, more?: MoreJobs): void {
  for (let index = 0; index < projects; index++) {
    const project = fleetProject(index, seed);
    const target = join(folder, project.name);
    mkdirSync(target, { recursive: true });
    for (const [name, text] of Object.entries(specsWithMoreJobs(project, more)))
      writeFileSync(join(target, name), text);
  }
}
