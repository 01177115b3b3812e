import type { Severity } from '../diagnostics/define-codes.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { lineStarts, positionAt } from '../text/position.ts';
import type { SourceFile, Span } from '../text/span.ts';

/** A marked piece of one line. A span of several lines marks the rest of its first line. */
export interface Annotation {
  /** From 1. */
  readonly line: number;
  /** From 0, in UTF-16 code units of the line; `end` is exclusive and at least one more than `start`. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The severity of the finding for its own place; undefined for a label. */
  readonly severity: Severity | undefined;
}

/** The annotations of one file, sorted by line; those of the finding itself come first on a line. */
export interface AnnotatedFile {
  readonly file: SourceFile;
  readonly annotations: readonly Annotation[];
}

/** Returns what a frame shows, file by file: first the file of the finding, then those of its labels. */
export function annotatedFiles(diagnostic: Diagnostic): readonly AnnotatedFile[] {
  const files = new Map<SourceFile, Annotation[]>();
  const add = (span: Span, text: string, severity: Severity | undefined) => {
    const annotation = annotationOf(span, text, severity);
    const known = files.get(span.file);
    if (known === undefined) files.set(span.file, [annotation]);
    else known.push(annotation);
  };
  if (diagnostic.span !== undefined) add(diagnostic.span, '', diagnostic.severity);
  for (const label of diagnostic.labels) add(label.span, label.text, undefined);
  return [...files].map(([file, annotations]) => ({
    file,
    annotations: annotations.sort((a, b) => a.line - b.line || rank(a) - rank(b) || a.start - b.start),
  }));
}

function rank({ severity }: Annotation): number {
  return severity === undefined ? 1 : 0;
}

function annotationOf(span: Span, text: string, severity: Severity | undefined): Annotation {
  const from = positionAt(span.file, span.start);
  const lineStart = lineStarts(span.file)[from.line - 1] ?? 0;
  const lineEnd = lineStart + lineText(span.file, span.file.text, from.line).trimEnd().length;
  const start = from.column - 1;
  const end = Math.min(span.end, Math.max(lineEnd, span.start + 1)) - lineStart;
  return { line: from.line, start, end: Math.max(end, start + 1), text, severity };
}

/** Returns a line (from 1) of a text of the same length as the file's, without its line break. */
export function lineText(file: SourceFile, text: string, line: number): string {
  const starts = lineStarts(file);
  const start = starts[line - 1] ?? text.length;
  return text.slice(start, starts[line] ?? text.length).replace(/\r?\n$/, '');
}
