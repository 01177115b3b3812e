import type { Diagnosis } from '../../diagnose-project.ts';
import type { ServedDiagnosis } from '../../diagnose-served.ts';
import type { Host } from '../../host/host.ts';
import type { ProjectFiles } from '../../read/read-project.ts';
import type { ProjectResult } from '../cache/kept-result.ts';
import { cachePlace } from '../cache/open-cache.ts';
import type { ResultCache } from '../cache/result-cache.ts';
import type { ShapingOptions } from '../run-options.ts';
import type { Fixed } from './fix-files.ts';
import type { CheckedFiles } from './fix-project.ts';
import { projectFindings } from './project-findings.ts';
import { claimsOf, nameOf, type ProjectOutcome } from './project-outcome.ts';
import type { CheckWork } from './project-task.ts';

/** Checks a project; with `fix` its fixes are written first. */
export async function checkProject(
  host: Host,
  work: CheckWork,
  read: ProjectFiles,
  results: ResultCache | undefined,
): Promise<ProjectOutcome> {
  const check = async (project: ProjectFiles): Promise<CheckedFiles> => ({
    project,
    result: await checkedFiles(host, work, project, results),
  });
  const first = await check(read);
  const { state, notes, unwritten } = await fixed(host, work, first, check);
  const { project, result } = state;
  const findings = [...unwritten, ...projectFindings(project, result.diagnostics)];
  const { names } = project;
  // What a project with errors takes is not known for sure.
  const hasErrors = findings.some(({ diagnostic }) => diagnostic.severity === 'error');
  return {
    ...nameOf(project),
    names,
    findings,
    claims: hasErrors ? [] : result.claims,
    notes,
    failed: unwritten.length > 0,
  };
}

async function checkedFiles(
  host: Host,
  work: CheckWork,
  project: ProjectFiles,
  results: ResultCache | undefined,
): Promise<ProjectResult> {
  const cache = cachePlace(host, work, results, project);
  const known = cache?.find();
  if (known !== undefined) return known;
  const { diagnostics, outsideNames } = await diagnosed(project, work.options);
  const found = { diagnostics, claims: claimsOf(outsideNames), isWhole: true, files: [] };
  cache?.keep(found);
  return found;
}

async function diagnosed(project: ProjectFiles, options: ShapingOptions): Promise<ServedDiagnosis> {
  const { sources, files, trees, served } = project;
  if (served?.named !== undefined) {
    const { diagnoseServed } = await import('../../diagnose-served.ts');
    return diagnoseServed(served.controller, served.projects, served.named, { ...options, files });
  }
  if (served !== undefined) {
    const { compileController } = await import('../../compile-controller.ts');
    return named(
      await compileController(served.controller, served.projects, { ...options, files, emit: [] }),
    );
  }
  const { diagnoseProject } = await import('../../diagnose-project.ts');
  return named(await diagnoseProject(sources, { ...options, files, trees }));
}

function named({ ir, diagnostics }: Diagnosis): ServedDiagnosis {
  return { diagnostics, outsideNames: ir?.outsideNames ?? [] };
}

async function fixed(
  host: Host,
  { fix }: CheckWork,
  first: CheckedFiles,
  check: (project: ProjectFiles) => Promise<CheckedFiles>,
): Promise<Fixed<CheckedFiles>> {
  if (fix === undefined) return { state: first, notes: [], unwritten: [] };
  const { fixProject } = await import('./fix-project.ts');
  return fixProject(host, first, check, fix);
}
