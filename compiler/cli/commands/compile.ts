import type { Artifact } from '../../../emitters/emitter.ts';
import type { Compilation } from '../../compilation.ts';
import { compileFully } from '../../compile-fully.ts';
import type { Host } from '../../host/host.ts';
import { isUpToDate } from '../../plan/compare-output.ts';
import { outputFiles } from '../../plan/output-files.ts';
import { type OutputResult, planOutput, writeOutput } from '../../plan/write-output.ts';
import type { Finding } from '../../report/finding.ts';
import { acceptKnown } from '../accept-known.ts';
import { projectFindings } from '../check-project.ts';
import { type CompileRunOptions, emitterNames } from '../compile-run-options.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { exitCodeOf } from '../exit-code-of.ts';
import { IR_EMITTER, irArtifact } from '../ir-artifact.ts';
import { OutFolders } from '../out-folders.ts';
import { planLine } from '../plan-line.ts';
import type { ProjectFiles } from '../read/read-project.ts';
import { readProjects } from '../read/read-projects.ts';
import { compileOptions } from '../run-options.ts';
import { version } from '../version.ts';
import { writeReports } from '../write-reports.ts';

/** Runs `bitesize compile`: writes the output of every project without errors, and goes on past the others. */
export async function runCompile(
  host: Host,
  folders: readonly string[],
  options: CompileRunOptions,
): Promise<ExitCode> {
  const started = host.now();
  const names = emitterNames(options);
  const read = names.ok ? await readProjects(host, folders, options) : names;
  if (!names.ok || !read.ok) {
    host.stderr.write(`error: ${read.ok ? '' : read.problem}\n`);
    return exitCodes.usage;
  }
  const findings: Finding[] = [];
  const projects: { folder: string; files: readonly string[] }[] = [];
  const notes: string[] = [];
  const out = new OutFolders(host.cwd, options.out, read.isFleet);
  let code: ExitCode = exitCodes.fine;
  for await (const project of read.projects) {
    const compilation = await compileFully(project.sources, {
      ...compileOptions(options),
      emit: names.emit,
      parts: names.parts,
      files: project.files,
    });
    const found = projectFindings(project, compilation.diagnostics, compilation.isWhole);
    findings.push(...found);
    projects.push({ folder: project.folder, files: project.names });
    if (project.names.length === 0 || found.some(({ diagnostic }) => diagnostic.severity === 'error'))
      continue;
    const place = out.folderFor(project.folder);
    const result =
      'folder' in place
        ? await output(host, project, compilation, place.folder, options)
        : { ok: false as const, diagnostics: [place.diagnostic] };
    if (!result.ok) {
      findings.push(...result.diagnostics.map((diagnostic) => ({ diagnostic, folder: project.folder })));
      code = 'folder' in place ? exitCodes.failure : exitCodes.usage;
    } else if ('folder' in place) {
      notes.push(planLine(place.folder, result.plan, options.check === true));
      if (options.check && !isUpToDate(result.plan) && code === exitCodes.fine) code = exitCodes.differs;
    }
  }
  // No output can be made of a spec with an error, known or not.
  const accepted = await acceptKnown(
    host,
    options,
    findings,
    ({ diagnostic }) => diagnostic.severity === 'warning',
  );
  if (accepted.code !== exitCodes.fine) code = accepted.code;
  const written = await writeReports(host, options, {
    findings: accepted.findings,
    projects,
    milliseconds: host.now() - started,
    version,
    notes: [...notes, ...accepted.notes],
  });
  if (written !== exitCodes.fine) return written;
  if (code !== exitCodes.fine && code !== exitCodes.differs) return code;
  const checked = exitCodeOf(accepted.findings, options);
  return checked === exitCodes.fine ? code : checked;
}

async function output(
  host: Host,
  project: ProjectFiles,
  compilation: Compilation,
  folder: string,
  options: CompileRunOptions,
): Promise<OutputResult> {
  const { files, diagnostics } = outputFiles(
    artifactsOf(compilation, options),
    {
      version,
      options: { ...compileOptions(options), ...(options.emit === undefined ? {} : { emit: options.emit }) },
      inputs: project.contents,
    },
    host.sha256,
  );
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  return options.check === true ? planOutput(host, folder, files) : writeOutput(host, folder, files);
}

function artifactsOf({ artifacts, ir }: Compilation, options: CompileRunOptions): readonly Artifact[] {
  const wantsIr = options.emit?.includes(IR_EMITTER) === true && ir !== undefined;
  return wantsIr ? [...artifacts, irArtifact(ir)] : artifacts;
}
