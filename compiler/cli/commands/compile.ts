import { sharedNames } from '../../fleet/shared-names.ts';
import type { Host } from '../../host/host.ts';
import { type CompileRunOptions, emitterProblem } from '../compile-run-options.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { finishRun } from '../finish-run.ts';
import { placeOutputs } from '../place-outputs.ts';
import { planLine } from '../plan-line.ts';
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
  const compareOnly = options.check === true;
  const { emit } = options;
  const work = {
    kind: 'compile',
    options: compileOptions(options),
    ...(emit === undefined ? {} : { emit }),
    compareOnly,
  } as const;
  const placed = placeOutputs(host.cwd, named, options.out);
  const outcomes = await runProjects(host, work, tasksOfShard(placed.tasks, options.shard), options);
  const own = [...named.findings, ...outcomes.flatMap(({ findings }) => findings), ...placed.findings];
  const outputs = outcomes.flatMap(({ output }) => output ?? []);
  const differs = compareOnly && outputs.some(({ counts }) => !counts.upToDate);
  const code = placed.findings.length > 0 ? exitCodes.usage : differs ? exitCodes.differs : exitCodes.fine;
  return finishRun(host, options, {
    outcomes,
    findings: [...own, ...sharedNames(host.files, outcomes)],
    notes: () => outputs.map(({ folder, counts }) => planLine(folder, counts, compareOnly)),
    started,
    code: outcomes.some(({ failed }) => failed) ? exitCodes.failure : code,
    // No output can be made of a spec with an error, known or not.
    canAccept: ({ diagnostic }) => diagnostic.severity === 'warning',
  });
}
