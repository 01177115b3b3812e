import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Host } from '../../host/host.ts';
import { isArchiveName, otherArchiveProblem } from '../../plan/archive/archive-name.ts';
import type { ArchivePlace } from '../../plan/archive/archive-place.ts';
import type { Finding } from '../../report/finding.ts';
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
  const place = await outputArchive(host, options);
  if ('problem' in place) return { ok: false, problem: place.problem };
  const shaping = compileOptions(options, host.env);
  const emitting = emit === undefined ? {} : { emit };
  const { tasks, findings } =
    place.finding === undefined
      ? placeOutputs(host.cwd, named, out)
      : { tasks: [], findings: [place.finding] };
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
  const { archive } = place;
  const work = {
    kind: 'compile',
    options: shaping,
    ...emitting,
    compareOnly: check,
    ...(archive && { archive }),
  } as const;
  return { ok: true, planned: { run, work, tasks, globs: named.globs } };
}

/** The archive that the output goes into, if any; or why it cannot, as a wrong command line or as a finding. */
type OutputArchive =
  | { readonly archive?: ArchivePlace; readonly finding?: Finding }
  | { readonly problem: string };

async function outputArchive(host: Host, options: CompileRunOptions): Promise<OutputArchive> {
  const { out, shard, watch } = options;
  const other = otherArchiveProblem(host, out);
  if (other !== undefined) return { problem: other };
  if (!isArchiveName(out)) return {};
  const { archivePlace } = await import('../../plan/archive/archive-place.ts');
  const place = archivePlace(host, out);
  if (!place.ok) {
    const diagnostic = diagnose(
      'output/cannot-write',
      { path: out, reason: place.failure.reason },
      undefined,
    );
    return { finding: { diagnostic, folder: '' } };
  }
  if (place.value === undefined) return {};
  if (shard !== undefined) return { problem: `a shard writes a part of the output: ${FOLDER}` };
  if (watch === true) return { problem: `\`--watch\` writes project by project: ${FOLDER}` };
  return { archive: place.value };
}

const FOLDER = 'name a folder in place of an archive';
