import type { Host } from '../../host/host.ts';
import { absolutePath } from '../../host/path.ts';
import { planCounts } from '../../plan/unchanged-output.ts';
import type { ProjectFiles } from '../../read/read-project.ts';
import { markSpecs, type SpecsMark } from '../../read/specs-mark.ts';
import type { CompiledResult, ProjectResult, UnchangedResult } from '../cache/kept-result.ts';
import { type CachePlace, cachePlace } from '../cache/open-cache.ts';
import type { ResultCache } from '../cache/result-cache.ts';
import type { MayWrite } from '../names/name-gate.ts';
import { projectFindings } from './project-findings.ts';
import { nameOf, type ProjectOutcome } from './project-outcome.ts';
import type { CompileWork } from './project-task.ts';

/** Where the output of a project goes, and when its specs began to be read; absent where something took the place of one. */
export interface CompilePlace {
  readonly out: string | undefined;
  readonly began: number | undefined;
}

/**
 * Compiles a project and makes its output folder what it shall be, unless it has errors or `mayWrite` refuses the names
 * that it takes. Where the same specs were compiled before and the output is as it was left, nothing is compiled or
 * written.
 */
export async function compileProject(
  host: Host,
  work: CompileWork,
  project: ProjectFiles,
  { out, began }: CompilePlace,
  mayWrite: MayWrite,
  results: ResultCache | undefined,
): Promise<ProjectOutcome> {
  // A comparison is asked for by those who want to be sure: all is compiled afresh, whoever wrote to the cache.
  const cache = work.compareOnly ? undefined : cachePlace(host, work, results, project);
  const left = out === undefined ? undefined : cache?.findLeft(out);
  if (left !== undefined && out !== undefined) {
    const specs = specsOf(host, project, left, began);
    if (specs !== undefined) cache?.noteSpecs(out, specs);
    return unchangedOutcome(project, left, out, mayWrite);
  }
  const known = cache?.find();
  const restored = known === undefined ? undefined : restore(cache, known);
  const compiled = restored ?? (await compileAfresh(host, work, project, cache));
  const ended = await outputOutcome(host, work, project, compiled, out, mayWrite);
  if (ended.output !== undefined)
    cache?.noteLeft(ended.output.folder, compiled, specsOf(host, project, compiled, began));
  return ended;
}

/** Returns what the specs looked like, where all that is told of them follows from the result: no comment mutes a finding. */
function specsOf(
  host: Host,
  project: ProjectFiles,
  { diagnostics, isWhole }: ProjectResult,
  began: number | undefined,
): SpecsMark | undefined {
  const specs = began === undefined ? undefined : markSpecs(host, project, began);
  if (specs === undefined) return undefined;
  const findings = projectFindings(project, diagnostics, isWhole);
  const isAll =
    findings.length === diagnostics.length &&
    findings.every(
      ({ diagnostic, muted }, index) => muted === undefined && diagnostic === diagnostics[index],
    );
  return isAll ? specs : undefined;
}

async function unchangedOutcome(
  project: ProjectFiles,
  { diagnostics, claims, isWhole, manifest, counts }: UnchangedResult,
  out: string,
  mayWrite: MayWrite,
): Promise<ProjectOutcome> {
  const findings = projectFindings(project, diagnostics, isWhole);
  const ended = { ...outcome(project), findings, claims };
  return (await mayWrite(claims)) ? { ...ended, output: { folder: out, counts, manifest } } : ended;
}

/** A project with errors has no output that would have to be kept. */
function restore(cache: CachePlace | undefined, known: ProjectResult): CompiledResult | undefined {
  const files = known.manifest === undefined ? [] : cache?.findOutput(known.manifest);
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
  mayWrite: MayWrite,
): Promise<ProjectOutcome> {
  const findings = projectFindings(project, diagnostics, isWhole);
  const hasErrors = findings.some(({ diagnostic }) => diagnostic.severity === 'error');
  if (out === undefined || manifest === undefined || hasErrors) return { ...outcome(project), findings };
  if (!(await mayWrite(claims))) return { ...outcome(project), findings, claims };
  const { planOutput, writeOutput } = await import('../../plan/write-output.ts');
  const inputs = inputPaths(host, project);
  const written = work.compareOnly
    ? planOutput(host, out, files, inputs)
    : work.archive === undefined
      ? await writeOutput(host, out, files, inputs)
      : (await import('../../plan/archive/stage-part.ts')).stagePart(host, work.archive, out, files, inputs);
  const told = written.diagnostics.map((diagnostic) => ({ diagnostic, ...nameOf(project) }));
  if (!written.ok) return { ...outcome(project), findings: [...findings, ...told], failed: true };
  const output = { folder: out, counts: planCounts(written.plan), manifest };
  return { ...outcome(project), findings: [...findings, ...told], claims, output };
}

/** An output folder may be the one that the specs are in. */
function inputPaths({ cwd, files }: Host, { folder, names, contents }: ProjectFiles): ReadonlySet<string> {
  const real = files.realPath(folder === '' ? '.' : folder);
  const place = real.ok ? real.value : absolutePath(cwd, folder);
  return new Set([...names, ...contents.keys()].map((name) => absolutePath(place, name)));
}

function outcome(project: ProjectFiles): ProjectOutcome {
  return { ...nameOf(project), names: project.names, findings: [], claims: [], notes: [], failed: false };
}
