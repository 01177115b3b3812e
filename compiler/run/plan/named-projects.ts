import type { Host } from '../../host/host.ts';
import { baseName, folderOf, tidyPath } from '../../host/path.ts';
import type { Finding } from '../../report/finding.ts';
import type { ReportProject } from '../../report/report.ts';
import { specKindOf } from '../../source/spec-kind.ts';
import { cacheProblem } from '../cache/open-cache.ts';
import type { ProjectTask } from '../project/project-task.ts';
import { compileOptions, type RunOptions } from '../run-options.ts';
import { findProjects } from './find-projects.ts';
import { type FleetContext, type FleetTasks, fleetTasks } from './fleet-tasks.ts';

/** The projects that a command line names, or what is wrong with it. */
export type NamedProjects =
  | {
      readonly ok: true;
      readonly tasks: readonly ProjectTask[];
      /** About names that lead to no project. */
      readonly findings: readonly Finding[];
      /** Whether there may be several: more than one argument, or a glob. */
      readonly isFleet: boolean;
      /** The arguments that are globs, and those of the fleets. */
      readonly globs: readonly string[];
      /** The roots of the fleets that the projects belong to, with the names of their files. */
      readonly fleets: readonly ReportProject[];
      /** Lines for people about them. */
      readonly notes: readonly string[];
    }
  | { readonly ok: false; readonly problem: string };

/**
 * Returns the projects that the arguments name. `-` is a spec on standard input; it takes the place of the file that
 * `--stdin-name` names, and the other specs of that folder are read as they are. `needsWhole` says that a shared
 * controller is only done with all its projects, and `fix` which fixes of the files of fleets are written.
 */
export async function projectTasks(
  host: Host,
  names: readonly string[],
  options: RunOptions,
  context: RunContext,
): Promise<NamedProjects> {
  const named = await findTasks(host, names, options, context);
  if (!named.ok) return named;
  const folders = named.tasks.map(({ folder }) => folder);
  const problem = cacheProblem(host, options, folders);
  return problem === undefined ? named : { ok: false, problem };
}

type RunContext = Pick<FleetContext, 'needsWhole' | 'fix'>;

async function findTasks(
  host: Host,
  names: readonly string[],
  options: RunOptions,
  context: RunContext,
): Promise<NamedProjects> {
  const { stdinName, baseline, updateBaseline } = options;
  if (updateBaseline === true && baseline === undefined)
    return { ok: false, problem: '`--update-baseline` needs `--baseline`' };
  if (options.results !== undefined && options.shard === undefined)
    return { ok: false, problem: '`--results` needs `--shard`' };
  if (names.includes('-')) return standardInput(host, names, options, context);
  if (stdinName !== undefined) return { ok: false, problem: '`--stdin-name` needs `-` as the only argument' };
  const { folders, diagnostics, isFleet, globs } = await findProjects(host, names);
  const found = await fleetTasks(host, folders, {
    globs,
    options: compileOptions(options, host.env),
    ...context,
  });
  return {
    ok: true,
    tasks: found.tasks,
    findings: [...diagnostics.map((diagnostic) => ({ diagnostic, folder: '' })), ...found.findings],
    isFleet: isFleet || isOfFleet(found),
    globs: [...globs, ...found.globs],
    fleets: found.fleets,
    notes: found.notes,
  };
}

async function standardInput(
  host: Host,
  names: readonly string[],
  options: RunOptions,
  { needsWhole }: RunContext,
): Promise<NamedProjects> {
  const { stdinName, shard } = options;
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
  const replaced = { name: baseName(path), bytes: input.value };
  const shaping = compileOptions(options, host.env);
  const found = await fleetTasks(host, [folderOf(path)], {
    globs: [],
    options: shaping,
    needsWhole,
    replaced,
  });
  return { ok: true, ...found, isFleet: isOfFleet(found), globs: [] };
}

/** What a shared controller becomes has a folder of its own, whatever was named. */
function isOfFleet({ tasks }: FleetTasks): boolean {
  return tasks.some(({ controller }) => controller !== undefined);
}
