import type { Host } from '../../host/host.ts';
import { baseName, folderOf, tidyPath } from '../../host/path.ts';
import type { Finding } from '../../report/finding.ts';
import { specKindOf } from '../../source/spec-kind.ts';
import { cacheProblem } from '../cache/open-cache.ts';
import type { ProjectTask } from '../project/project-task.ts';
import type { RunOptions } from '../run-options.ts';
import { findProjects } from './find-projects.ts';

/** The projects that a command line names, or what is wrong with it. */
export type NamedProjects =
  | {
      readonly ok: true;
      readonly tasks: readonly ProjectTask[];
      /** About names that lead to no project. */
      readonly findings: readonly Finding[];
      /** Whether there may be several: more than one argument, or a glob. */
      readonly isFleet: boolean;
      /** The arguments that are globs. */
      readonly globs: readonly string[];
    }
  | { readonly ok: false; readonly problem: string };

/**
 * Returns the projects that the arguments name. `-` is a spec on standard input; it takes the place of the file that
 * `--stdin-name` names, and the other specs of that folder are read as they are.
 */
export async function projectTasks(
  host: Host,
  names: readonly string[],
  options: RunOptions,
): Promise<NamedProjects> {
  const named = await findTasks(host, names, options);
  if (!named.ok) return named;
  const folders = named.tasks.map(({ folder }) => folder);
  const problem = cacheProblem(host, options, folders);
  return problem === undefined ? named : { ok: false, problem };
}

async function findTasks(host: Host, names: readonly string[], options: RunOptions): Promise<NamedProjects> {
  const { stdinName, baseline, updateBaseline } = options;
  if (updateBaseline === true && baseline === undefined)
    return { ok: false, problem: '`--update-baseline` needs `--baseline`' };
  if (options.results !== undefined && options.shard === undefined)
    return { ok: false, problem: '`--results` needs `--shard`' };
  if (names.includes('-')) return standardInput(host, names, options);
  if (stdinName !== undefined) return { ok: false, problem: '`--stdin-name` needs `-` as the only argument' };
  const { folders, diagnostics, isFleet, globs } = await findProjects(host, names);
  return {
    ok: true,
    tasks: folders.map((folder) => ({ folder })),
    findings: diagnostics.map((diagnostic) => ({ diagnostic, folder: '' })),
    isFleet,
    globs,
  };
}

async function standardInput(
  host: Host,
  names: readonly string[],
  { stdinName, shard }: RunOptions,
): Promise<NamedProjects> {
  if (names.length > 1) return { ok: false, problem: '`-` cannot be combined with folders' };
  if (shard !== undefined) return { ok: false, problem: '`-` cannot be combined with `--shard`' };
  if (stdinName === undefined || specKindOf(stdinName) === undefined) {
    return {
      ok: false,
      problem: '`-` needs `--stdin-name` with the path of a spec, such as `--stdin-name build.bitesize`',
    };
  }
  const input = await host.readInput();
  if (!input.ok) return { ok: false, problem: `cannot read standard input: ${input.failure.reason}` };
  const path = tidyPath(stdinName);
  const task = { folder: folderOf(path), replaced: { name: baseName(path), bytes: input.value } };
  return { ok: true, tasks: [task], findings: [], isFleet: false, globs: [] };
}
