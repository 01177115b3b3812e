import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { SourceFile, Span } from '../text/span.ts';

/** Returns a finding whose spans lie in other files, such as those of another thread. */
export function withFiles(found: Diagnostic, fileOf: (file: SourceFile) => SourceFile): Diagnostic {
  const moved = (span: Span): Span => ({
    ...span,
    file: fileOf(span.file),
    ...(span.via === undefined ? {} : { via: span.via.map((step) => ({ ...step, span: moved(step.span) })) }),
  });
  const inFiles = <T extends { readonly span: Span }>(list: readonly T[]): T[] =>
    list.map((each) => ({ ...each, span: moved(each.span) }));
  return {
    ...found,
    ...(found.span === undefined ? {} : { span: moved(found.span) }),
    labels: inFiles(found.labels),
    fixes: found.fixes.map((fix) => ({ ...fix, edits: inFiles(fix.edits) })),
  };
}
