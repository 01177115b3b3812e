import type { Host } from '../../host/host.ts';
import type { ExitCode } from '../../run/exit-code.ts';
import { projectTasks } from '../../run/plan/named-projects.ts';
import { placeOutputs } from '../../run/plan/place-outputs.ts';
import { type RunPlan, runOnce } from '../../run/run-once.ts';
import { type CompileRunOptions, compileOptions, emitterProblem } from '../../run/run-options.ts';
import { taskId } from '../../run/task-name.ts';

/** Runs `bitesize compile`: writes the output of every project without errors, and goes on past the others. */
export async function runCompile(
  host: Host,
  folders: readonly string[],
  options: CompileRunOptions,
): Promise<ExitCode> {
  const started = host.now();
  const plan = () => planCompile(host, folders, options);
  if (options.watch === true) {
    const { runWatched } = await import('../../run/watch/run-watched.ts');
    return runWatched(host, folders, options, plan);
  }
  return runOnce(host, options, await plan(), started);
}

async function planCompile(
  host: Host,
  folders: readonly string[],
  options: CompileRunOptions,
): Promise<RunPlan> {
  const problem = await emitterProblem(options);
  if (problem !== undefined) return { ok: false, problem };
  const named = await projectTasks(host, folders, options, { needsWhole: true });
  if (!named.ok) return named;
  const { emit, out, check = false } = options;
  const shaping = compileOptions(options, host.env);
  const emitting = emit === undefined ? {} : { emit };
  const { tasks, findings } = placeOutputs(host.cwd, named, out);
  const run = {
    kind: 'compile',
    options: { ...shaping, ...emitting },
    compareOnly: check,
    folders: tasks.map(taskId),
    isFleet: named.isFleet,
    out,
    fleets: named.fleets,
    findings: [...named.findings, ...findings],
  } as const;
  const work = { kind: 'compile', options: shaping, ...emitting, compareOnly: check } as const;
  return { ok: true, planned: { run, work, tasks, globs: named.globs } };
}
