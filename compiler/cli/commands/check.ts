import { sharedNames } from '../../fleet/shared-names.ts';
import type { Host } from '../../host/host.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { finishRun } from '../finish-run.ts';
import { projectTasks } from '../project-tasks.ts';
import { compileOptions, type RunOptions } from '../run-options.ts';
import { runProjects } from '../run-projects.ts';
import { tasksOfShard } from '../tasks-of-shard.ts';

/** The options of `check`, as commander gives them. */
export interface CheckOptions extends RunOptions {
  readonly fix?: true;
}

/** Runs `bitesize check`: reads and checks projects; writes reports, and with `--fix` the specs. */
export async function runCheck(
  host: Host,
  folders: readonly string[],
  options: CheckOptions,
): Promise<ExitCode> {
  const started = host.now();
  const named = await projectTasks(host, folders, options);
  const problem = named.ok ? optionProblem(folders, options) : named.problem;
  if (!named.ok || problem !== undefined) {
    host.stderr.write(`error: ${problem}\n`);
    return exitCodes.usage;
  }
  const fixes = options.fix === true;
  const work = { kind: 'check', options: compileOptions(options), fix: fixes } as const;
  const tasks = tasksOfShard(named.tasks, options.shard);
  const outcomes = await runProjects(host, work, tasks, options);
  const own = [...named.findings, ...outcomes.flatMap(({ findings }) => findings)];
  return finishRun(host, options, {
    outcomes,
    findings: [...own, ...sharedNames(host.files, outcomes)],
    notes: async (findings) => [
      ...outcomes.flatMap(({ notes }) => notes),
      ...(fixes ? (await import('../unsafe-diffs.ts')).unsafeDiffs(findings) : []),
    ],
    started,
    code: outcomes.some(({ failed }) => failed) ? exitCodes.failure : exitCodes.fine,
  });
}

function optionProblem(folders: readonly string[], options: CheckOptions): string | undefined {
  if (options.fix === true && folders.includes('-')) return '`--fix` cannot change standard input';
  return undefined;
}
