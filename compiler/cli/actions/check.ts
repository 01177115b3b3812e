import type { Host } from '../../host/host.ts';
import type { ExitCode } from '../../run/exit-code.ts';
import { projectTasks } from '../../run/plan/named-projects.ts';
import { type RunPlan, runOnce } from '../../run/run-once.ts';
import { compileOptions, type RunOptions } from '../../run/run-options.ts';

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
  const plan = () => planCheck(host, folders, options);
  if (options.watch === true) {
    const { runWatched } = await import('../../run/watch/run-watched.ts');
    return runWatched(host, folders, options, plan);
  }
  const details = options.fix
    ? { moreNotes: (await import('../../run/finish/unsafe-diffs.ts')).unsafeDiffs }
    : {};
  return runOnce(host, options, await plan(), started, details);
}

async function planCheck(host: Host, folders: readonly string[], options: CheckOptions): Promise<RunPlan> {
  const named = await projectTasks(host, folders, options);
  if (!named.ok) return named;
  const fix = options.fix === true;
  if (fix && folders.includes('-')) return { ok: false, problem: '`--fix` cannot change standard input' };
  const { tasks, findings, isFleet, globs } = named;
  const shaping = compileOptions(options);
  const run = {
    kind: 'check',
    options: shaping,
    compareOnly: false,
    folders: tasks.map(({ folder }) => folder),
    isFleet,
    findings,
  } as const;
  return { ok: true, planned: { run, work: { kind: 'check', options: shaping, fix }, tasks, globs } };
}
