import type { Host } from '../host/host.ts';
import type { ArchivePlace } from '../plan/archive/archive-place.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { finishRun, type RunDetails } from './finish/finish-run.ts';
import { leaveResult } from './finish/leave-result.ts';
import type { ProjectOutcome } from './project/project-outcome.ts';
import { isSmallRun, type ProjectTask } from './project/project-task.ts';
import type { RunOptions } from './run-options.ts';
import { type PlainWork, runProjects } from './run-projects.ts';
import { isInShard, type RunDescription, type Shard } from './shards/shard-result.ts';

/** What a command line asks for: projects, and what is to be done with each. */
export interface PlannedRun {
  readonly run: RunDescription;
  readonly work: PlainWork;
  readonly tasks: readonly ProjectTask[];
  /** The arguments that are globs, and those of fleets. */
  readonly globs: readonly string[];
  /** Lines for people about what was done before. */
  readonly notes?: readonly string[];
}

/** A planned run, or what is wrong with the command line. */
export type RunPlan =
  | { readonly ok: true; readonly planned: PlannedRun }
  | { readonly ok: false; readonly problem: string };

/** Does what a command line asks for, once. */
export async function runOnce(
  host: Host,
  options: RunOptions,
  plan: RunPlan,
  started: number,
  details: RunDetails = {},
): Promise<ExitCode> {
  if (!plan.ok) return usageError(host, plan.problem);
  const { work, tasks } = plan.planned;
  const own = tasksOfShard(tasks, options.shard);
  if (isSmallRun(own)) host.expectLittleWork?.();
  const archive = work.kind === 'compile' ? work.archive : undefined;
  if (archive !== undefined) return runIntoArchive(host, options, plan.planned, archive, started, details);
  const outcomes = await runProjects(host, work, own, options);
  return endRun(host, options, plan.planned, outcomes, started, details);
}

/** Does the same where the outputs go into an archive, which also holds what a run leaves beside them. */
async function runIntoArchive(
  host: Host,
  options: RunOptions,
  { run, work, tasks, notes = [] }: PlannedRun,
  archive: ArchivePlace,
  started: number,
  details: RunDetails,
): Promise<ExitCode> {
  const { ArchiveRun } = await import('./archive/archive-run.ts');
  const into = new ArchiveRun(host, archive, run, tasks);
  const outcomes = await runProjects(host, work, tasks, options, into);
  const found = { ...run, findings: [...run.findings, ...into.findings] };
  return finishRun(host, options, found, outcomes, started, {
    ...details,
    notes: [...notes, ...into.notes],
    differs: into.differs,
  });
}

/** Writes what a run leaves beside the output of its projects, and its reports; returns its exit code. */
export async function endRun(
  host: Host,
  options: RunOptions,
  { run, notes = [] }: PlannedRun,
  outcomes: readonly ProjectOutcome[],
  started: number,
  details: RunDetails,
): Promise<ExitCode> {
  const left = leaveResult(host, options, run, outcomes);
  const code = await finishRun(host, options, run, outcomes, started, { ...details, notes });
  return left === exitCodes.fine ? code : left;
}

/** Says what is wrong with the command line. */
export function usageError(host: Host, problem: string): ExitCode {
  host.stderr.write(`error: ${problem}\n`);
  return exitCodes.usage;
}

/** Returns the tasks that a shard does; all of them without one. */
function tasksOfShard<T>(tasks: readonly T[], shard: Shard | undefined): readonly T[] {
  return shard === undefined ? tasks : tasks.filter((_, place) => isInShard(shard, place));
}
