import { applyEdits, type Diagnostic, type Edit, type Fix } from '../../diagnostics/diagnostic.ts';

import type { SourceFile } from '../../text/span.ts';

/** A file after its fixes. */
export interface FixedFile {
  readonly file: SourceFile;
  readonly text: string;
  /** How many findings the edits remove. */
  readonly count: number;
}

/**
 * Returns the files that safe fixes change. Of a finding only the first safe fix is taken, and a fix that overlaps one
 * before it waits for the next round, when its finding is looked at anew.
 */
export function applySafeFixes(diagnostics: readonly Diagnostic[]): readonly FixedFile[] {
  const edits = new Map<SourceFile, Edit[]>();
  const counts = new Map<SourceFile, number>();
  for (const diagnostic of diagnostics) {
    const fix = diagnostic.fixes.find(({ safe }) => safe);
    if (fix === undefined || !fits(fix, edits)) continue;
    for (const edit of fix.edits) {
      const known = edits.get(edit.span.file);
      if (known === undefined) edits.set(edit.span.file, [edit]);
      else known.push(edit);
    }
    const file = fix.edits[0]?.span.file;
    if (file !== undefined) counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  return [...edits].map(([file, changes]) => ({
    file,
    text: applyEdits(file.text, changes),
    count: counts.get(file) ?? 0,
  }));
}

/** Returns the fixes that nobody should apply unseen. */
export function unsafeFixes(diagnostics: readonly Diagnostic[]): readonly Fix[] {
  return diagnostics.flatMap(({ fixes }) => (fixes.some(({ safe }) => safe) ? [] : fixes));
}

function fits(fix: Fix, taken: ReadonlyMap<SourceFile, readonly Edit[]>): boolean {
  return fix.edits.every(({ span }) =>
    (taken.get(span.file) ?? []).every((other) => span.end < other.span.start || other.span.end < span.start),
  );
}
