import { diagnoseProject } from '../../diagnose-project.ts';
import type { Host } from '../../host/host.ts';
import { count } from '../../report/count.ts';
import type { Finding } from '../../report/finding.ts';
import { acceptKnown } from '../accept-known.ts';
import { projectFindings } from '../check-project.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { exitCodeOf } from '../exit-code-of.ts';
import type { ProjectFiles } from '../read/read-project.ts';
import { readProjects } from '../read/read-projects.ts';
import { compileOptions, type RunOptions } from '../run-options.ts';
import { version } from '../version.ts';
import { writeReports } from '../write-reports.ts';

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
  const read = await readProjects(host, folders, options);
  const problem = read.ok ? optionProblem(folders, options) : read.problem;
  if (!read.ok || problem !== undefined) {
    host.stderr.write(`error: ${problem}\n`);
    return exitCodes.usage;
  }
  const findings: Finding[] = [];
  const projects: { folder: string; files: readonly string[] }[] = [];
  const notes: string[] = [];
  let code: ExitCode = exitCodes.fine;
  for await (const found of read.projects) {
    const fixed =
      options.fix === true ? await fix(host, found, options, notes) : { project: found, ok: true };
    if (!fixed.ok) code = exitCodes.failure;
    const { project } = fixed;
    const diagnostics = await diagnoseProject(project.sources, {
      ...compileOptions(options),
      files: project.files,
    });
    findings.push(...projectFindings(project, diagnostics));
    projects.push({ folder: project.folder, files: project.names });
  }
  const accepted = await acceptKnown(host, options, findings);
  if (options.fix === true)
    notes.push(...(await import('../unsafe-diffs.ts')).unsafeDiffs(accepted.findings));
  const written = await writeReports(host, options, {
    findings: accepted.findings,
    projects,
    milliseconds: host.now() - started,
    version,
    notes: [...notes, ...accepted.notes],
  });
  return (
    [accepted.code, written, code].find((value) => value !== exitCodes.fine) ??
    exitCodeOf(accepted.findings, options)
  );
}

function optionProblem(folders: readonly string[], options: CheckOptions): string | undefined {
  if (options.fix === true && folders.includes('-')) return '`--fix` cannot change standard input';
  return undefined;
}

async function fix(
  host: Host,
  project: ProjectFiles,
  options: CheckOptions,
  notes: string[],
): Promise<{ readonly project: ProjectFiles; readonly ok: boolean }> {
  const { fixProject } = await import('../fix-project.ts');
  const fixed = await fixProject(host, project, compileOptions(options));
  const folder = project.folder === '' ? '.' : project.folder;
  if (fixed.count > 0) notes.push(`${folder}: fixed ${count(fixed.count, 'finding')}`);
  if (fixed.failure === undefined) return { project: fixed.project, ok: true };
  host.stderr.write(`error: cannot write ${fixed.failure.path}: ${fixed.failure.reason}\n`);
  return { project: fixed.project, ok: false };
}
