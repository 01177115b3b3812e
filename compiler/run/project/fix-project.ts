import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Host } from '../../host/host.ts';
import { analyse, type CompileOptions } from '../../pipeline.ts';
import { openProject } from '../../read/open-project.ts';
import type { ProjectFiles } from '../../read/read-project.ts';
import { type Fixed, fixFiles } from './fix-files.ts';
import { projectFindings } from './project-findings.ts';
import type { FixChoice } from './project-task.ts';

/** Applies the chosen fixes of a project to its files. */
export function fixProject(
  host: Host,
  first: ProjectFiles,
  options: CompileOptions,
  choice: FixChoice,
): Promise<Fixed<ProjectFiles>> {
  const { folder } = first;
  return fixFiles(
    host,
    first,
    {
      filesOf: (project) => project,
      look: (project) => projectFindings(project, analysed(project, options)),
      again: (project) => openAgain(host, project),
    },
    { name: folder === '' ? '.' : folder, choice },
  );
}

function analysed({ sources, served }: ProjectFiles, options: CompileOptions): readonly Diagnostic[] {
  if (served === undefined) return analyse(sources, options).diagnostics;
  const { controller: shared, projects, named } = served;
  return projects
    .filter(({ path }) => named?.has(path) ?? true)
    .flatMap((project) => analyse(project.sources, { ...options, shared }).diagnostics);
}

async function openAgain(host: Host, { folder, served }: ProjectFiles): Promise<ProjectFiles> {
  if (served === undefined) return openProject(host, folder);
  const { openServed } = await import('../../read/fleet/open-served.ts');
  const { controller, paths, named } = served;
  const names = { controller: controller.name.value, paths, ...(named && { named: [...named] }) };
  return openServed(host, folder, names);
}
