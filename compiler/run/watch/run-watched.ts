import type { Host } from '../../host/host.ts';
import { count } from '../../report/count.ts';
import { createPaint } from '../../report/paint.ts';
import { isCode } from '../../source/spec-kind.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { useColour } from '../finish/use-colour.ts';
import { formatOnOutput } from '../finish/write-reports.ts';
import { endRun, type RunPlan, usageError } from '../run-once.ts';
import { runProjects } from '../run-projects.ts';
import { changeLine } from './change-line.ts';
import { type Batch, Changes } from './changes.ts';
import { FolderWatches } from './folder-watches.ts';
import { type WatchOptions, watchFailure, watchProblem } from './watch-problem.ts';
import { WatchedFleet } from './watched-fleet.ts';

/** With fewer projects, threads, which start cold, are slower than the warm compiler. */
const LEAST_FOR_THREADS = 24;

/**
 * Does what a command line asks for, and stays: when something changes that a project is made of, that project is run
 * again. Ctrl-C is the usual end and gives 0, whatever was found; only a wrong command line, or folders that cannot be
 * watched, give another code.
 */
export async function runWatched(
  host: Host,
  names: readonly string[],
  options: WatchOptions,
  plan: () => Promise<RunPlan>,
): Promise<ExitCode> {
  const started = host.now();
  const problem = watchProblem(names, options);
  const first = problem === undefined ? await plan() : { ok: false as const, problem };
  if (!first.ok) return usageError(host, first.problem);
  const fleet = new WatchedFleet(host, first.planned, plan);
  const { work, tasks } = first.planned;
  fleet.keep(tasks, await runProjects(host, work, tasks, options));
  await endRun(host, options, first.planned, fleet.outcomes, started, {});

  const changes = new Changes(host);
  const watches = new FolderWatches(host, changes);
  const undo = host.onInterrupt(changes.stop);
  await watches.update(await fleet.folders());
  if (changes.failure === undefined)
    tell(host, options, `watching ${count(tasks.length, 'project')}; Ctrl-C ends`);
  await warmUp(host, options, fleet);
  for (let batch = await changes.next(); batch !== undefined; batch = await changes.next()) {
    await runAgain(host, options, fleet, batch);
    await watches.update(await fleet.folders());
  }
  undo();
  watches.close();
  if (changes.failure === undefined) return exitCodes.fine;
  host.stderr.write(watchFailure(changes.failure.folder, changes.failure.failure));
  return exitCodes.failure;
}

/**
 * Runs one project for nothing, so that the first change does not wait for the compiler to be loaded: the first run may
 * have been done by threads, or not at all because all results were known. A spec in TypeScript needs most of it.
 */
async function warmUp(host: Host, options: WatchOptions, { planned, outcomes }: WatchedFleet): Promise<void> {
  const code = outcomes.find(({ names }) => names.some((name) => isCode({ name })));
  const task = planned.tasks.find(({ folder }) => code === undefined || folder === code.folder);
  const { work } = planned;
  const nothingWritten = work.kind === 'compile' ? { ...work, compareOnly: true } : work;
  const afresh = { ...options, cache: false, cacheDir: '' };
  if (task !== undefined) await runProjects(host, nothingWritten, [task], afresh);
}

async function runAgain(host: Host, options: WatchOptions, fleet: WatchedFleet, batch: Batch): Promise<void> {
  const before = fleet.planned.run.findings;
  const { changes, tasks, gone } = await fleet.after(batch);
  const { planned } = fleet;
  const isOtherRun = JSON.stringify(before) !== JSON.stringify(planned.run.findings);
  if (tasks.length === 0 && gone.length === 0 && !isOtherRun) return;
  const paint = createPaint(useColour(options.color, host.env, host.stdout));
  tell(host, options, `\n${paint.strong(changeLine(host.cwd, changes))}`);
  const jobs = tasks.length < LEAST_FOR_THREADS ? { jobs: 1 } : {};
  const outcomes = await runProjects(host, planned.work, tasks, { ...options, ...jobs, cache: false });
  fleet.keep(tasks, outcomes);
  const only = new Set(tasks.map(({ folder }) => folder));
  if (isOtherRun) only.add('');
  const notes = gone.flatMap(({ out }) => (out === undefined ? [] : `${out} stays: its project is gone`));
  await endRun(host, options, planned, fleet.outcomes, batch.since, { only, moreNotes: () => notes });
}

/** Writes a line where notes go, too. */
function tell(host: Host, options: WatchOptions, line: string): void {
  if (options.quiet === true) return;
  const stream = formatOnOutput(options) === 'text' ? host.stdout : host.stderr;
  stream.write(`${line}\n`);
}
