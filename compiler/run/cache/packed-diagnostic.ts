import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../../text/span.ts';

/** A span that names its file instead of holding its text. */
export interface PackedSpan {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly via?: readonly { readonly kind: 'use' | 'call'; readonly span: PackedSpan }[];
}

type WithPackedSpan<T extends { readonly span?: Span }> = Omit<T, 'span'> & { readonly span: PackedSpan };

/** A diagnostic as JSON can hold it: no text of a spec is in it. */
export type PackedDiagnostic = Omit<Diagnostic, 'span' | 'labels' | 'fixes'> & {
  readonly span?: PackedSpan;
  readonly labels: readonly WithPackedSpan<Diagnostic['labels'][number]>[];
  readonly fixes: readonly (Omit<Diagnostic['fixes'][number], 'edits'> & {
    readonly edits: readonly WithPackedSpan<Diagnostic['fixes'][number]['edits'][number]>[];
  })[];
};

/** Returns a diagnostic whose spans name their files. */
export function packDiagnostic({ span, labels, fixes, ...rest }: Diagnostic): PackedDiagnostic {
  return {
    ...rest,
    ...(span === undefined ? {} : { span: packSpan(span) }),
    labels: labels.map((label) => ({ ...label, span: packSpan(label.span) })),
    fixes: fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: packSpan(edit.span) })),
    })),
  };
}

/**
 * Returns a diagnostic as it was; `fileNamed` gives the file of a name, the same one each time. `lengthOf` tells the length of
 * its text, where that is known without the text.
 */
export function unpackDiagnostic(
  { span, labels, fixes, ...rest }: PackedDiagnostic,
  fileNamed: (name: string) => SourceFile,
  lengthOf: (file: SourceFile) => number = ({ text }) => text.length,
): Diagnostic {
  const unpack = (packed: PackedSpan) => unpackSpan(packed, fileNamed, lengthOf);
  return {
    ...rest,
    ...(span === undefined ? {} : { span: unpack(span) }),
    labels: labels.map((label) => ({ ...label, span: unpack(label.span) })),
    fixes: fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: unpack(edit.span) })),
    })),
  };
}

function packSpan({ file, start, end, via }: Span): PackedSpan {
  const packed = { file: file.name, start, end };
  if (via === undefined) return packed;
  return { ...packed, via: via.map(({ kind, span }) => ({ kind, span: packSpan(span) })) };
}

function unpackSpan(
  { file, start, end, via }: PackedSpan,
  fileNamed: (name: string) => SourceFile,
  lengthOf: (file: SourceFile) => number,
): Span {
  const named = fileNamed(file);
  const last = lengthOf(named);
  // Whoever packed it may have had another text before them, or none.
  const span = { file: named, start: Math.min(start, last), end: Math.min(Math.max(start, end), last) };
  if (via === undefined) return span;
  return {
    ...span,
    via: via.map((step) => ({ kind: step.kind, span: unpackSpan(step.span, fileNamed, lengthOf) })),
  };
}
