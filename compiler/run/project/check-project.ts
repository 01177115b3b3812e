import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Host } from '../../host/host.ts';
import type { ProjectFiles } from '../../read/read-project.ts';
import type { Finding } from '../../report/finding.ts';
import { count } from '../../report/summary.ts';
import type { ProjectResult } from '../cache/kept-result.ts';
import { openCache } from '../cache/open-cache.ts';
import { projectFindings } from './project-findings.ts';
import { claimsOf, type ProjectOutcome } from './project-outcome.ts';
import type { CheckWork, FixChoice } from './project-task.ts';

/** Checks a project; with `fix` its fixes are written first. */
export async function checkProject(
  host: Host,
  work: CheckWork,
  first: ProjectFiles,
): Promise<ProjectOutcome> {
  const fixed = work.fix
    ? await fix(host, work, first, work.fix)
    : { project: first, notes: [], unwritten: [] };
  const { project, notes, unwritten } = fixed;
  const { diagnostics, claims } = await result(host, work, project);
  const findings = [...unwritten, ...projectFindings(project, diagnostics)];
  const { folder, names } = project;
  // What a project with errors takes is not known for sure.
  const hasErrors = findings.some(({ diagnostic }) => diagnostic.severity === 'error');
  return {
    folder,
    names,
    findings,
    claims: hasErrors ? [] : claims,
    notes,
    failed: unwritten.length > 0,
  };
}

async function result(host: Host, work: CheckWork, project: ProjectFiles): Promise<ProjectResult> {
  const cache = openCache(host, work, project);
  const known = cache?.find();
  if (known !== undefined) return known;
  const { diagnoseProject } = await import('../../diagnose-project.ts');
  const { diagnostics, ir } = await diagnoseProject(project.sources, {
    ...work.options,
    files: project.files,
    trees: project.trees,
  });
  const claims = ir === undefined ? [] : claimsOf(ir.outsideNames);
  const found = { diagnostics, claims, isWhole: true, files: [] };
  cache?.keep(found);
  return found;
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
