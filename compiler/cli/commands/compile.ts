import type { RunDescription } from '../../fleet/shards/shard-result.ts';
import type { Host } from '../../host/host.ts';
import { type CompileRunOptions, emitterProblem } from '../compile-run-options.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { finishRun } from '../finish-run.ts';
import { leaveResult } from '../leave-result.ts';
import { placeOutputs } from '../place-outputs.ts';
import { projectTasks } from '../project-tasks.ts';
import { compileOptions } from '../run-options.ts';
import { runProjects } from '../run-projects.ts';
import { tasksOfShard } from '../tasks-of-shard.ts';

/** Runs `bitesize compile`: writes the output of every project without errors, and goes on past the others. */
export async function runCompile(
  host: Host,
  folders: readonly string[],
  options: CompileRunOptions,
): Promise<ExitCode> {
  const started = host.now();
  const problem = await emitterProblem(options);
  const named =
    problem === undefined ? await projectTasks(host, folders, options) : { ok: false as const, problem };
  if (!named.ok) {
    host.stderr.write(`error: ${named.problem}\n`);
    return exitCodes.usage;
  }
  const { emit, out, check = false } = options;
  const shaping = compileOptions(options);
  const emitting = emit === undefined ? {} : { emit };
  const placed = placeOutputs(host.cwd, named, out);
  const run: RunDescription = {
    kind: 'compile',
    options: { ...shaping, ...emitting },
    compareOnly: check,
    folders: named.tasks.map(({ folder }) => folder),
    isFleet: named.isFleet,
    out,
    findings: [...named.findings, ...placed.findings],
  };
  const work = { kind: 'compile', options: shaping, ...emitting, compareOnly: check } as const;
  const outcomes = await runProjects(host, work, tasksOfShard(placed.tasks, options.shard), options);
  const left = leaveResult(host, options, run, outcomes);
  const code = await finishRun(host, options, run, outcomes, started);
  return left === exitCodes.fine ? code : left;
}
