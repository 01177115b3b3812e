import type { RunDescription } from '../../fleet/shards/shard-result.ts';
import type { Host } from '../../host/host.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { finishRun } from '../finish-run.ts';
import { leaveResult } from '../leave-result.ts';
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
  const fix = options.fix === true;
  const shaping = compileOptions(options);
  const run: RunDescription = {
    kind: 'check',
    options: shaping,
    compareOnly: false,
    folders: named.tasks.map(({ folder }) => folder),
    isFleet: named.isFleet,
    findings: named.findings,
  };
  const tasks = tasksOfShard(named.tasks, options.shard);
  const outcomes = await runProjects(host, { kind: 'check', options: shaping, fix }, tasks, options);
  const left = leaveResult(host, options, run, outcomes);
  const unsafeDiffs = fix ? (await import('../unsafe-diffs.ts')).unsafeDiffs : undefined;
  const code = await finishRun(host, options, run, outcomes, started, unsafeDiffs);
  return left === exitCodes.fine ? code : left;
}

function optionProblem(folders: readonly string[], options: CheckOptions): string | undefined {
  if (options.fix === true && folders.includes('-')) return '`--fix` cannot change standard input';
  return undefined;
}
