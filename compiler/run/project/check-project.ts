import type { Diagnosis } from '../../diagnose-project.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Host } from '../../host/host.ts';
import type { ProjectFiles } from '../../read/read-project.ts';
import type { Finding } from '../../report/finding.ts';
import { count } from '../../report/summary.ts';
import type { ProjectResult } from '../cache/kept-result.ts';
import { cachePlace } from '../cache/open-cache.ts';
import type { ResultCache } from '../cache/result-cache.ts';
import type { ShapingOptions } from '../run-options.ts';
import { projectFindings } from './project-findings.ts';
import { claimsOf, nameOf, type ProjectOutcome } from './project-outcome.ts';
import type { CheckWork, FixChoice } from './project-task.ts';

/** Checks a project; with `fix` its fixes are written first. */
export async function checkProject(
  host: Host,
  work: CheckWork,
  first: ProjectFiles,
  results: ResultCache | undefined,
): Promise<ProjectOutcome> {
  const fixed = work.fix
    ? await fix(host, work, first, work.fix)
    : { project: first, notes: [], unwritten: [] };
  const { project, notes, unwritten } = fixed;
  const { diagnostics, claims } = await result(host, work, project, results);
  const findings = [...unwritten, ...projectFindings(project, diagnostics)];
  const { names } = project;
  // What a project with errors takes is not known for sure.
  const hasErrors = findings.some(({ diagnostic }) => diagnostic.severity === 'error');
  return {
    ...nameOf(project),
    names,
    findings,
    claims: hasErrors ? [] : claims,
    notes,
    failed: unwritten.length > 0,
  };
}

async function result(
  host: Host,
  work: CheckWork,
  project: ProjectFiles,
  results: ResultCache | undefined,
): Promise<ProjectResult> {
  const cache = cachePlace(host, work, results, project);
  const known = cache?.find();
  if (known !== undefined) return known;
  const { diagnostics, ir } = await diagnosed(project, work.options);
  const claims = ir === undefined ? [] : claimsOf(ir.outsideNames);
  const found = { diagnostics, claims, isWhole: true, files: [] };
  cache?.keep(found);
  return found;
}

async function diagnosed(project: ProjectFiles, options: ShapingOptions): Promise<Diagnosis> {
  const { sources, files, trees, served } = project;
  if (served?.isWhole === true) {
    const { compileController } = await import('../../compile-controller.ts');
    return compileController(served.controller, served.projects, { ...options, files, emit: [] });
  }
  const { diagnoseProject } = await import('../../diagnose-project.ts');
  if (served === undefined) return diagnoseProject(sources, { ...options, files, trees });
  // What the controller makes of all of them together is not looked at.
  const shared = served.controller;
  const diagnostics: Diagnostic[] = [];
  for (const { sources: own, files: named, trees: known } of served.projects) {
    const found = await diagnoseProject(own, { ...options, files: named, trees: known, shared });
    diagnostics.push(...found.diagnostics);
  }
  return { ir: undefined, diagnostics };
}

interface Fixed {
  readonly project: ProjectFiles;
  readonly notes: readonly string[];
  readonly unwritten: readonly Finding[];
}

async function fix(host: Host, work: CheckWork, project: ProjectFiles, choice: FixChoice): Promise<Fixed> {
  const { fixProject } = await import('./fix-project.ts');
  const fixed = await fixProject(host, project, work.options, choice);
  const { folder } = project;
  const notes =
    fixed.count > 0 ? [`${folder === '' ? '.' : folder}: fixed ${count(fixed.count, 'finding')}`] : [];
  const unwritten =
    fixed.failure === undefined
      ? []
      : [{ diagnostic: diagnose('output/cannot-write', fixed.failure, undefined), folder }];
  return { project: fixed.project, notes, unwritten };
}
