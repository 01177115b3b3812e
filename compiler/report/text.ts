import { cleanText } from '../util/log-text.ts';
import { breadcrumb } from './breadcrumb.ts';
import { bar, codeFrame, type FrameStyle, gutterWidth } from './code-frame.ts';
import { type Finding, openFindings } from './finding.ts';
import { fixLines } from './fix-lines.ts';
import { createPaint } from './paint.ts';
import { redactSecrets } from './redact.ts';
import type { ReportContext } from './report.ts';
import { count, summaryLine } from './summary.ts';

/** Returns the report for people: a code frame for each finding and a line with the numbers at the end. */
export function renderText(findings: readonly Finding[], context: ReportContext): string {
  return `${renderFindings(findings, context)}${summaryLine(findings, context)}\n`;
}

/** Returns the code frames alone, each followed by an empty line. */
export function renderFindings(findings: readonly Finding[], context: ReportContext): string {
  const open = openFindings(findings);
  const shown = context.maximum > 0 ? open.slice(0, context.maximum) : open;
  const paint = createPaint(context.colour);
  const redact = redactSecrets(findings);
  const blocks = shown.map((finding) =>
    renderFinding(finding, { folder: finding.folder, width: context.width, paint, redact }),
  );
  const hidden = open.length - shown.length;
  if (hidden > 0)
    blocks.push([`${count(hidden, 'more finding')} not shown; \`--max-diagnostics 0\` shows all`]);
  return blocks.map((lines) => `${lines.join('\n')}\n\n`).join('');
}

function renderFinding({ diagnostic }: Finding, style: FrameStyle): readonly string[] {
  const { paint } = style;
  const gutter = gutterWidth(diagnostic);
  const title = paint[diagnostic.severity](`${diagnostic.severity}[${diagnostic.code}]`);
  const lines = [`${title}: ${paint.strong(cleanText(diagnostic.message))}`, ...codeFrame(diagnostic, style)];
  const notes = noteLines({ diagnostic, folder: style.folder }, gutter, style);
  if (notes.length > 0 && lines.length > 2) lines.push(bar(gutter, paint));
  return [...lines, ...notes];
}

function noteLines({ diagnostic }: Finding, gutter: number, style: FrameStyle): readonly string[] {
  const note = (name: string, text: string) =>
    `${' '.repeat(gutter)} ${style.paint.frame('=')} ${style.paint.strong(`${name}:`)} ${cleanText(text)}`;
  const steps = diagnostic.span === undefined ? [] : breadcrumb(diagnostic.span);
  return [
    ...(steps.length > 0 ? [note('in', steps.join(' > '))] : []),
    ...diagnostic.help.map((help) => note('help', help)),
    ...diagnostic.fixes.flatMap((fix) => fixLines(fix, gutter, style)),
  ];
}
