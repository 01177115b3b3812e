import type { Host } from '../../host/host.ts';
import { planCounts } from '../../plan/plan-counts.ts';
import { unchangedOutput } from '../../plan/unchanged-output.ts';
import type { ProjectFiles } from '../../read/read-project.ts';
import type { CompiledResult, ProjectResult } from '../cache/kept-result.ts';
import { type CachePlace, openCache } from '../cache/open-cache.ts';
import { projectFindings } from './project-findings.ts';
import type { ProjectOutcome } from './project-outcome.ts';
import type { CompileWork } from './project-task.ts';

/**
 * Compiles a project and makes its output folder what it shall be, unless it has errors. Where the same specs were
 * compiled before and the output is as it was left, nothing is compiled or written.
 */
export async function compileProject(
  host: Host,
  work: CompileWork,
  project: ProjectFiles,
  out: string | undefined,
): Promise<ProjectOutcome> {
  const cache = openCache(host, work, project);
  const known = cache?.find();
  // A comparison is asked for by those who want to be sure: it looks at every byte.
  if (known !== undefined && out !== undefined && !work.compareOnly) {
    const unchanged = unchangedOutcome(host, project, known, out);
    if (unchanged !== undefined) return unchanged;
  }
  const restored = known === undefined ? undefined : restore(cache, known);
  const compiled = restored ?? (await compileAfresh(host, work, project, cache));
  return outputOutcome(host, work, project, compiled, out);
}

function unchangedOutcome(
  host: Host,
  project: ProjectFiles,
  { diagnostics, claims, isWhole, manifest }: ProjectResult,
  out: string,
): ProjectOutcome | undefined {
  if (manifest === undefined) return undefined;
  const counts = unchangedOutput(host, out, manifest);
  if (counts === undefined) return undefined;
  const findings = projectFindings(project, diagnostics, isWhole);
  return { ...outcome(project), findings, claims, output: { folder: out, counts, manifest } };
}

/** A project with errors has no output that would have to be kept. */
function restore(cache: CachePlace | undefined, known: ProjectResult): CompiledResult | undefined {
  const files = known.manifest === undefined ? [] : cache?.findOutput();
  return files === undefined ? undefined : { ...known, files };
}

/** The compiler is loaded only here: a run in which nothing changed does without. */
async function compileAfresh(
  host: Host,
  work: CompileWork,
  project: ProjectFiles,
  cache: CachePlace | undefined,
): Promise<CompiledResult> {
  const { compileFiles } = await import('./compile-files.ts');
  const compiled = await compileFiles(host, work, project);
  cache?.keep(compiled);
  return compiled;
}

async function outputOutcome(
  host: Host,
  work: CompileWork,
  project: ProjectFiles,
  { diagnostics, claims, isWhole, files, manifest }: CompiledResult,
  out: string | undefined,
): Promise<ProjectOutcome> {
  const findings = projectFindings(project, diagnostics, isWhole);
  const hasErrors = findings.some(({ diagnostic }) => diagnostic.severity === 'error');
  if (out === undefined || manifest === undefined || hasErrors) return { ...outcome(project), findings };
  const { planOutput, writeOutput } = await import('../../plan/write-output.ts');
  const written = work.compareOnly ? planOutput(host, out, files) : await writeOutput(host, out, files);
  if (!written.ok) {
    const unwritten = written.diagnostics.map((diagnostic) => ({ diagnostic, folder: project.folder }));
    return { ...outcome(project), findings: [...findings, ...unwritten], failed: true };
  }
  const output = { folder: out, counts: planCounts(written.plan), manifest };
  return { ...outcome(project), findings, claims, output };
}

function outcome({ folder, names }: ProjectFiles): ProjectOutcome {
  return { folder, names, findings: [], claims: [], notes: [], failed: false };
}
