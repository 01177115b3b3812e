import { cleanLines, cleanText } from '../util/log-text.ts';
import { type Finding, openFindings, reportPlace } from './finding.ts';
import type { ReportContext } from './report.ts';

/**
 * Returns the findings as workflow commands of GitHub Actions, which show them beside the lines of a change. The runner
 * prints their text to its log, so control characters become U+FFFD.
 */
export function renderGithub(findings: readonly Finding[], context: ReportContext): string {
  const open = openFindings(findings);
  const shown = context.maximum > 0 ? open.slice(0, context.maximum) : open;
  return shown.map((finding) => `${command(finding)}\n`).join('');
}

function command({ diagnostic, folder }: Finding): string {
  const { code, severity, message, span, help } = diagnostic;
  const place = span === undefined ? undefined : reportPlace(span, folder);
  const oneLine = place !== undefined && place.line === place.endLine;
  const properties = [
    ...(place === undefined
      ? []
      : [`file=${property(place.path)}`, `line=${place.line}`, `endLine=${place.endLine}`]),
    // Columns are only allowed where the finding stands on one line.
    ...(oneLine ? [`col=${place.column}`, `endColumn=${place.endColumn}`] : []),
    `title=${property(code)}`,
  ];
  const text = [message, ...help.map((line) => `help: ${line}`)].join('\n');
  return `::${severity} ${properties.join(',')}::${data(text)}`;
}

function data(text: string): string {
  return cleanLines(text).replaceAll('%', '%25').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(cleanText(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
