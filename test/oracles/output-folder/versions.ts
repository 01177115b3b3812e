import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fleetProject } from '../../bench/fleet-project.ts';
import { fleetSpecs } from '../../bench/fleet-specs.ts';
import type { Command } from './command.ts';
import { readTree, type Tree } from './folder-tree.ts';

/** One of two versions of the same projects. Between them nearly all files change, and some come and go. */
export interface Version {
  /** Folders with specs; their names are the same in both versions. */
  readonly projects: readonly string[];
  /** What each project compiles to. */
  readonly trees: readonly Tree[];
}

/** Writes two versions of `count` projects below `folder`, compiles them there, and returns them. */
export async function twoVersions(
  command: Command,
  folder: string,
  count: number,
): Promise<readonly [Version, Version]> {
  return [
    await oneVersion(command, join(folder, 'old'), 0, count),
    await oneVersion(command, join(folder, 'new'), 1, count),
  ];
}

async function oneVersion(command: Command, folder: string, number: number, count: number): Promise<Version> {
  const projects: string[] = [];
  const trees: Tree[] = [];
  for (let index = 0; index < count; index++) {
    const project = join(folder, `project-${index}`);
    const complete = join(folder, `complete-${index}`);
    mkdirSync(project, { recursive: true });
    for (const [name, text] of Object.entries(fleetSpecs(fleetProject(2 * index + number, 7)))) {
      writeFileSync(join(project, name), text);
    }
    const { status, stdout, stderr } = await command.start(['compile', project, '--out', complete], folder)
      .outcome;
    const tree = readTree(complete);
    if (status !== 0 || tree === undefined) throw new Error(`${project} fails: ${stdout}${stderr}`);
    projects.push(project);
    trees.push(tree);
  }
  return { projects, trees };
}
