import type { Host } from '../../host/host.ts';
import { replaceFile } from '../../host/replace-file.ts';
import type { Finding } from '../../report/finding.ts';
import type { ReportContext } from '../../report/report.ts';
import { reportFormats } from '../../report/reports.ts';
import { cleanBlock, colouredLogText } from '../../util/log-text.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import type { ReportOptions } from '../run-options.ts';
import { useColour } from './use-colour.ts';

/** Columns of a code frame where nobody knows how wide the reader's window is, as in the log of a CI. */
const DEFAULT_WIDTH = 120;

/** What a run found, for its reports. */
export interface RunResult {
  readonly findings: readonly Finding[];
  /** Those of them that the text on standard output shows. */
  readonly shown: readonly Finding[];
  readonly projects: ReportContext['projects'];
  readonly fleets: ReportContext['fleets'];
  readonly milliseconds: number;
  readonly version: string;
  /** Lines for people between the findings and the summary, such as what was written. */
  readonly notes: readonly string[];
}

/**
 * Writes every report that was asked for, and the text report to standard output unless another one goes there.
 * Notes go where the text goes, else to standard error. Returns an exit code when a report could not be written.
 */
export async function writeReports(host: Host, options: ReportOptions, result: RunResult): Promise<ExitCode> {
  const { renderFindings } = await import('../../report/text.ts');
  const { summaryLine } = await import('../../report/summary.ts');
  const context = (colour: boolean, width: number | undefined): ReportContext => ({
    version: result.version,
    projects: result.projects,
    fleets: result.fleets,
    milliseconds: result.milliseconds,
    maximum: options.maxDiagnostics,
    width: Math.max(40, (width ?? DEFAULT_WIDTH) - 8),
    colour,
  });
  const shown = options.quiet
    ? result.shown.filter(({ diagnostic }) => diagnostic.severity === 'error')
    : result.shown;
  const onOutput = formatOnOutput(options);
  const notes = cleanBlock(result.notes.map((note) => `${note}\n`).join(''));
  if (onOutput === 'text') {
    const terminal = context(useColour(options.color, host.env, host.stdout), host.stdout.columns);
    const summary = options.quiet ? '' : `${notes}${summaryLine(result.findings, terminal)}\n`;
    host.stdout.write(renderFindings(shown, terminal) + summary, 'colours');
  } else {
    const text = await render(onOutput, result.findings, context(false, undefined));
    // Its lines are commands, and escape what is in them.
    host.stdout.write(text, onOutput === 'github' ? 'everything' : undefined);
    if (!options.quiet) host.stderr.write(notes);
  }
  let code: ExitCode = exitCodes.fine;
  for (const { format, file } of options.report) {
    if (file === undefined) continue;
    const text = await render(format, result.findings, context(options.color === 'always', undefined));
    const safe = format === 'text' ? colouredLogText(text) : text;
    const written = replaceFile(host, file, safe);
    if (written.ok) continue;
    host.stderr.write(`error: cannot write the report ${file}: ${written.failure.reason}\n`);
    code = exitCodes.failure;
  }
  return code;
}

/** Returns the format of the report that goes to standard output. */
export function formatOnOutput({ report }: ReportOptions): string {
  return report.find(({ file }) => file === undefined)?.format ?? 'text';
}

async function render(format: string, findings: readonly Finding[], context: ReportContext): Promise<string> {
  const found = reportFormats.find(({ name }) => name === format);
  if (found === undefined) throw new Error(`no report format ${format}`);
  const report = await found.load();
  return report(findings, context);
}
