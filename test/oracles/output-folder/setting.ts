import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Command } from './command.ts';
import { readTree, type Tree } from './folder-tree.ts';
import { inPlaceState, type OutputState, wholeState } from './output-state.ts';
import { twoVersions, type Version } from './versions.ts';

/** Two versions of some projects, and the folder that they are compiled into. */
export interface Setting {
  /** The working folder of the runs. */
  readonly folder: string;
  /** The arguments that compile version 0 or 1. */
  readonly argvFor: (version: number) => readonly string[];
  /** The output folder of each project. */
  readonly roots: readonly string[];
  /** What stands in each output folder now. */
  readonly states: () => readonly OutputState[];
}

/** The ways of writing to an output folder, by what makes the folder different. */
export type Way = 'replaced as a whole' | 'changed in place';

/** Makes a setting below `folder`. Files of somebody else stand in each output folder, and must stay there. */
export async function makeSetting(
  command: Command,
  folder: string,
  way: Way,
  projects = 1,
): Promise<Setting> {
  const versions = await twoVersions(command, folder, projects);
  const out = join(folder, 'out');
  const roots = versions[0].projects.map((project) => (projects === 1 ? out : join(out, basename(project))));
  const trees = roots.map((root, index) => {
    const foreign = writeForeign(root, way);
    return versions.map((version) => withForeign(version, index, foreign));
  });
  const inspect = way === 'replaced as a whole' ? wholeState : inPlaceState;
  return {
    folder,
    roots,
    argvFor: (version) => ['compile', ...(versions[version]?.projects ?? []), '--out', out],
    states: () => roots.map((root, index) => inspect(root, trees[index] ?? [])),
  };
}

function writeForeign(root: string, way: Way): Tree {
  mkdirSync(join(root, 'own/empty'), { recursive: true });
  writeFileSync(join(root, 'own/notes.md'), 'mine\n');
  symlinkSync('notes.md', join(root, 'own/link'));
  mkdirSync(join(root, 'jenkins'));
  writeFileSync(join(root, 'jenkins/README'), 'mine\n');
  // A repository is never moved.
  if (way === 'changed in place') mkdirSync(join(root, '.git'));
  return readTree(root) ?? new Map();
}

function withForeign({ trees }: Version, index: number, foreign: Tree): Tree {
  return new Map([...(trees[index] ?? []), ...foreign]);
}
