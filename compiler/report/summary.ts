import { type Finding, openFindings } from './finding.ts';
import type { ReportContext } from './report.ts';

/** Numbers of a run. */
export interface Totals {
  readonly projects: number;
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  /** Findings that a comment or the baseline accepts. */
  readonly muted: number;
  /** Findings with a fix that `--fix` applies. */
  readonly fixable: number;
}

/** Returns the numbers of a run. */
export function totalsOf(findings: readonly Finding[], context: ReportContext): Totals {
  const open = openFindings(findings);
  const errors = open.filter(({ diagnostic }) => diagnostic.severity === 'error').length;
  return {
    projects: context.projects.length,
    files: [...context.fleets, ...context.projects].reduce((sum, { files }) => sum + files.length, 0),
    errors,
    warnings: open.length - errors,
    muted: findings.length - open.length,
    fixable: open.filter(({ diagnostic }) => diagnostic.fixes.some(({ safe }) => safe)).length,
  };
}

/** Returns the last line of a text report: projects, files, errors, warnings, time. */
export function summaryLine(findings: readonly Finding[], context: ReportContext): string {
  const totals = totalsOf(findings, context);
  const parts = [
    count(totals.files, 'file'),
    count(totals.errors, 'error'),
    count(totals.warnings, 'warning'),
    ...(totals.muted > 0 ? [`${totals.muted} accepted`] : []),
    ...(totals.fixable > 0 ? [`${totals.fixable} fixable with --fix`] : []),
    duration(context.milliseconds),
  ];
  if (totals.projects > 1) parts.unshift(count(totals.projects, 'project'));
  return parts.join(', ');
}

function duration(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Returns a number with its noun, such as `1 error` or `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${number === 1 ? noun : `${noun}s`}`;
}
