import type { Host } from '../../host/host.ts';
import { openProject } from '../../read/open-project.ts';
import type { ProjectFiles } from '../../read/read-project.ts';
import type { Finding } from '../../report/finding.ts';
import type { ProjectResult } from '../cache/kept-result.ts';
import { type Fixed, fixFiles } from './fix-files.ts';
import { projectFindings } from './project-findings.ts';
import type { FixChoice } from './project-task.ts';

/** A project as it was read, and what its check gave. */
export interface CheckedFiles {
  readonly project: ProjectFiles;
  readonly result: ProjectResult;
}

/** Applies the chosen fixes of a project to its files, which are read and checked again afterwards. */
export function fixProject(
  host: Host,
  first: CheckedFiles,
  check: (project: ProjectFiles) => Promise<CheckedFiles>,
  choice: FixChoice,
): Promise<Fixed<CheckedFiles>> {
  const { folder } = first.project;
  return fixFiles(
    host,
    first,
    {
      filesOf: ({ project }) => project,
      look: ({ project, result }) => projectFindings(project, result.diagnostics).filter(isIn(project)),
      again: async ({ project }) => check(await openAgain(host, project)),
    },
    { name: folder === '' ? '.' : folder, choice },
  );
}

/**
 * Whether a finding is about specs that are looked at here. What lowering says about the file of a fleet, or about other projects
 * of its controller, is left alone: runs of other controllers write in the same file at the same time.
 */
function isIn({ sources }: ProjectFiles): (finding: Finding) => boolean {
  const own = new Set(sources);
  return ({ diagnostic }) =>
    diagnostic.fixes.every(({ edits }) => edits.every(({ span }) => own.has(span.file)));
}

async function openAgain(host: Host, { folder, served }: ProjectFiles): Promise<ProjectFiles> {
  if (served === undefined) return openProject(host, folder);
  const { openServed } = await import('../../read/fleet/open-served.ts');
  const { controller, paths, named } = served;
  const names = { controller: controller.name.value, paths, ...(named && { named: [...named] }) };
  return openServed(host, folder, names);
}
