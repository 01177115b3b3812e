import { displayPath, type Finding, openFindings } from './finding.ts';

/** What a report says besides the findings. */
export interface ReportContext {
  /** Version of bitesize. */
  readonly version: string;
  /** The projects of the run, as the user named them, with the names of the specs that were read. */
  readonly projects: readonly ReportProject[];
  /** The roots of the fleets that they belong to, with the names of their files. */
  readonly fleets: readonly ReportProject[];
  /** How long the run took; only people are told, so that reports for machines do not change by themselves. */
  readonly milliseconds: number;
  /** The most findings that are shown to people; all when it is 0. */
  readonly maximum: number;
  /** Columns that a line of a code frame may take. */
  readonly width: number;
  readonly colour: boolean;
}

/** One project of a run, or the root of a fleet. */
export interface ReportProject {
  readonly folder: string;
  readonly files: readonly string[];
}

/** One format of reports: a pure function. */
export type RenderReport = (findings: readonly Finding[], context: ReportContext) => string;

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
  for (const { folder, files: names } of [...context.fleets, ...context.projects]) {
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
