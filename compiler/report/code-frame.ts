import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { cleanText } from '../util/log-text.ts';
import { type AnnotatedFile, type Annotation, annotatedFiles, lineText } from './annotation.ts';
import { reportPlace } from './finding.ts';
import type { Paint } from './paint.ts';
import type { Redact } from './redact.ts';
import { drawLine } from './source-line.ts';

/** How frames are drawn in one run. */
export interface FrameStyle {
  readonly folder: string;
  readonly width: number;
  readonly paint: Paint;
  readonly redact: Redact;
}

/** Returns how wide the line numbers of a diagnostic are, its fixes included. */
export function gutterWidth(diagnostic: Diagnostic): number {
  const spans = [diagnostic.span, ...diagnostic.labels.map(({ span }) => span)];
  for (const fix of diagnostic.fixes) spans.push(...fix.edits.map(({ span }) => span));
  const last = spans.map((span) => (span === undefined ? 0 : reportPlace(span, '').endLine));
  return String(Math.max(1, ...last)).length;
}

/**
 * Returns the lines of a code frame: the place, the line with `^^^` below it, and the places of the labels with
 * `---` and their text. A file without text, such as one that cannot be read, gives only its name.
 */
export function codeFrame(diagnostic: Diagnostic, style: FrameStyle): readonly string[] {
  const { paint } = style;
  const gutter = gutterWidth(diagnostic);
  const lines: string[] = [];
  annotatedFiles(diagnostic).forEach((annotated, index) => {
    const place = placeLine(diagnostic, annotated, style);
    lines.push(`${' '.repeat(gutter)}${paint.frame(index === 0 ? '-->' : ':::')} ${place}`);
    if (annotated.file.text === '') return;
    lines.push(bar(gutter, paint), ...annotatedLines(annotated, gutter, style));
  });
  return lines;
}

/** Returns an empty line of the frame. */
export function bar(gutter: number, paint: Paint): string {
  return `${' '.repeat(gutter)} ${paint.frame('|')}`;
}

function placeLine(diagnostic: Diagnostic, annotated: AnnotatedFile, { folder }: FrameStyle): string {
  const own = diagnostic.span?.file === annotated.file ? diagnostic.span : undefined;
  const span = own ?? diagnostic.labels.find((label) => label.span.file === annotated.file)?.span;
  if (span === undefined) return cleanText(annotated.file.name);
  const { path, line, column } = reportPlace(span, folder);
  return `${cleanText(path)}:${line}:${column}`;
}

function annotatedLines(
  { file, annotations }: AnnotatedFile,
  gutter: number,
  style: FrameStyle,
): readonly string[] {
  const { paint } = style;
  const text = style.redact(file);
  const numbers = [...new Set(annotations.map(({ line }) => line))];
  const lines: string[] = [];
  numbers.forEach((number, index) => {
    const before = numbers[index - 1];
    if (before !== undefined && number - before === 2) {
      lines.push(
        sourceLine(
          drawLine(lineText(file, text, before + 1), 0, style.width).text,
          before + 1,
          gutter,
          paint,
        ),
      );
    } else if (before !== undefined && number - before > 2) lines.push(paint.frame('...'));
    const here = annotations.filter(({ line }) => line === number);
    const drawing = drawLine(lineText(file, text, number), here[0]?.start ?? 0, style.width);
    lines.push(sourceLine(drawing.text, number, gutter, paint));
    lines.push(
      ...here.map((annotation) => `${bar(gutter, paint)} ${underline(annotation, drawing.columnOf, paint)}`),
    );
  });
  return lines;
}

function sourceLine(text: string, number: number, gutter: number, paint: Paint): string {
  const start = `${paint.frame(`${String(number).padStart(gutter)} |`)}`;
  return text === '' ? start : `${start} ${text}`;
}

function underline(annotation: Annotation, columnOf: (column: number) => number, paint: Paint): string {
  const start = columnOf(annotation.start);
  const length = Math.max(1, columnOf(annotation.end) - start);
  const indent = ' '.repeat(start);
  if (annotation.severity !== undefined) return indent + paint[annotation.severity]('^'.repeat(length));
  const label = annotation.text === '' ? '' : ` ${cleanText(annotation.text)}`;
  return indent + paint.label('-'.repeat(length) + label);
}
