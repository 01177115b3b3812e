import { type Finding, openFindings } from './finding.ts';
import { displayPath } from './place.ts';
import type { ReportContext } from './report.ts';

/** The findings of one file; files without findings have an empty list. */
export interface FileFindings {
  readonly path: string;
  readonly findings: readonly Finding[];
}

/** Returns every file of the run with its findings; those that name no file stand under their folder. */
export function findingsByFile(
  findings: readonly Finding[],
  context: ReportContext,
): readonly FileFindings[] {
  const files = new Map<string, Finding[]>();
  for (const { folder, files: names } of context.projects) {
    for (const name of names) files.set(displayPath(folder, name), []);
  }
  for (const finding of openFindings(findings)) {
    const { diagnostic, folder } = finding;
    const own = diagnostic.span === undefined ? undefined : displayPath(folder, diagnostic.span.file.name);
    const path = own ?? (folder === '' ? '.' : folder);
    const known = files.get(path);
    if (known === undefined) files.set(path, [finding]);
    else known.push(finding);
  }
  return [...files].map(([path, found]) => ({ path, findings: found }));
}
