import type { Diagnostic, Edit, Label } from '../diagnostics/diagnostic.ts';
import { printJson } from '../print/print-json.ts';
import { breadcrumb } from './breadcrumb.ts';
import { type Finding, openFindings, reportPlace } from './finding.ts';
import type { ReportContext, ReportProject } from './report.ts';
import { totalsOf } from './summary.ts';

/** Version of the format; a change that breaks readers raises it. */
const FORMAT_VERSION = 1;

/**
 * Returns the findings as JSON, in the form of `schema/report.schema.json`. It holds all findings whatever
 * `--max-diagnostics` says, and no time, so that two runs give the same bytes.
 */
export function renderJson(findings: readonly Finding[], context: ReportContext): string {
  const { muted, ...totals } = totalsOf(findings, context);
  const report = {
    version: FORMAT_VERSION,
    tool: { name: 'bitesize', version: context.version },
    summary: { ...totals, accepted: muted },
    projects: context.projects.map(jsonProject),
    ...(context.fleets.length === 0 ? {} : { fleets: context.fleets.map(jsonProject) }),
    diagnostics: openFindings(findings).map(jsonFinding),
  };
  return printJson(report);
}

function jsonProject({ folder, files }: ReportProject): object {
  return { folder: folder === '' ? '.' : folder, files };
}

function jsonFinding({ diagnostic, folder }: Finding): object {
  const { span } = diagnostic;
  return {
    code: diagnostic.code,
    severity: diagnostic.severity,
    message: diagnostic.message,
    project: folder === '' ? '.' : folder,
    ...(span === undefined ? {} : { location: reportPlace(span, folder), in: breadcrumb(span) }),
    labels: diagnostic.labels.map((label) => jsonLabel(label, folder)),
    help: diagnostic.help,
    fixes: jsonFixes(diagnostic, folder),
  };
}

function jsonLabel({ span, text }: Label, folder: string): object {
  return { location: reportPlace(span, folder), message: text };
}

function jsonFixes(diagnostic: Diagnostic, folder: string): readonly object[] {
  return diagnostic.fixes.map(({ title, safe, edits }) => ({
    title,
    safe,
    edits: edits.map(({ span, text }: Edit) => ({ location: reportPlace(span, folder), text })),
  }));
}
