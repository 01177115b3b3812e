import type { Host } from '../../host/host.ts';
import { baseName, folderOf, tidyPath } from '../../host/path.ts';
import { specKindOf } from '../../source/spec-kind.ts';
import { findProjects } from '../find-projects.ts';
import type { RunOptions } from '../run-options.ts';
import { openProject } from './open-project.ts';
import type { ProjectFiles } from './read-project.ts';

/** The projects of a command line, read one at a time, or what is wrong with the command line. */
export type ProjectsToRead =
  | {
      readonly ok: true;
      readonly projects: AsyncIterable<ProjectFiles>;
      /** Whether there may be several: more than one argument, or a glob. */
      readonly isFleet: boolean;
    }
  | { readonly ok: false; readonly problem: string };

/**
 * Returns the projects that the arguments name. `-` is a spec on standard input; it takes the place of the file that
 * `--stdin-name` names, and the other specs of that folder are read as they are.
 */
export async function readProjects(
  host: Host,
  names: readonly string[],
  { stdinName, baseline, updateBaseline }: RunOptions,
): Promise<ProjectsToRead> {
  if (updateBaseline === true && baseline === undefined) {
    return { ok: false, problem: '`--update-baseline` needs `--baseline`' };
  }
  if (!names.includes('-')) {
    if (stdinName !== undefined)
      return { ok: false, problem: '`--stdin-name` needs `-` as the only argument' };
    const found = await findProjects(host, names);
    return { ok: true, projects: foundProjects(host, found), isFleet: found.isFleet };
  }
  if (names.length > 1) return { ok: false, problem: '`-` cannot be combined with folders' };
  if (stdinName === undefined || specKindOf(stdinName) === undefined) {
    return {
      ok: false,
      problem: '`-` needs `--stdin-name` with the path of a spec, such as `--stdin-name build.bitesize`',
    };
  }
  const input = await host.readInput();
  if (!input.ok) return { ok: false, problem: `cannot read standard input: ${input.failure.reason}` };
  const path = tidyPath(stdinName);
  const replaced = { name: baseName(path), bytes: input.value };
  return { ok: true, projects: oneProject(openProject(host, folderOf(path), replaced)), isFleet: false };
}

async function* oneProject(project: Promise<ProjectFiles>): AsyncIterable<ProjectFiles> {
  yield await project;
}

async function* foundProjects(
  host: Host,
  { folders, diagnostics }: Awaited<ReturnType<typeof findProjects>>,
): AsyncIterable<ProjectFiles> {
  if (diagnostics.length > 0)
    yield { folder: '', names: [], sources: [], files: new Map(), contents: new Map(), diagnostics };
  for (const folder of folders) yield await openProject(host, folder);
}
