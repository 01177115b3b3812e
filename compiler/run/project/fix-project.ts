import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { FileResult } from '../../host/file-result.ts';
import type { Host } from '../../host/host.ts';
import { joinPath } from '../../host/path.ts';
import { replaceFile } from '../../host/replace-file.ts';
import type { CompileOptions } from '../../pipeline.ts';
import { analyse } from '../../pipeline.ts';
import { openProject } from '../../read/open-project.ts';
import type { ProjectFiles } from '../../read/read-project.ts';
import { applyFixes, type FixedFile } from './apply-fixes.ts';
import { projectFindings } from './project-findings.ts';
import type { FixChoice } from './project-task.ts';

/** A project after its fixes were written. */
export interface FixedProject {
  readonly project: ProjectFiles;
  /** How many findings were fixed. */
  readonly count: number;
  readonly failure?: { readonly path: string; readonly reason: string };
}

/** One fix may make room for another, but not without end. */
const MOST_ROUNDS = 10;

const BYTE_ORDER_MARK = '\ufeff';

/** Applies the chosen fixes of a project to its files until there is none left; everything else in a file stays as it is. */
export async function fixProject(
  host: Host,
  first: ProjectFiles,
  options: CompileOptions,
  choice: FixChoice,
): Promise<FixedProject> {
  let project = first;
  let count = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const findings = projectFindings(project, analysed(project, options));
    const open = findings.flatMap(({ diagnostic, muted }) => (muted === undefined ? [diagnostic] : []));
    const fixed = applyFixes(open, choice);
    if (fixed.length === 0) break;
    for (const file of fixed) {
      const path = joinPath(project.folder, file.file.name);
      const written = writeFixed(host, path, project, file);
      if (!written.ok) return { project, count, failure: { path, reason: written.failure.reason } };
      count += file.count;
    }
    project = await openAgain(host, project);
  }
  return { project, count };
}

function analysed({ sources, served }: ProjectFiles, options: CompileOptions): readonly Diagnostic[] {
  if (served === undefined) return analyse(sources, options).diagnostics;
  const shared = served.controller;
  return served.projects.flatMap((project) => analyse(project.sources, { ...options, shared }).diagnostics);
}

async function openAgain(host: Host, { folder, served }: ProjectFiles): Promise<ProjectFiles> {
  if (served === undefined) return openProject(host, folder);
  const { openServed } = await import('../../read/fleet/open-served.ts');
  const { controller, projects, isWhole } = served;
  const paths = projects.map(({ path }) => path);
  return openServed(host, folder, { controller: controller.name.value, paths, isWhole });
}

/** A byte order mark is not part of the text that was checked; it stays where it was. */
function writeFixed(
  host: Host,
  path: string,
  { contents }: ProjectFiles,
  { file, text }: FixedFile,
): FileResult<undefined> {
  const bytes = contents.get(file.name);
  const hasMark = bytes?.[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return replaceFile(host, path, hasMark ? BYTE_ORDER_MARK + text : text, { links: 'refuse' });
}
