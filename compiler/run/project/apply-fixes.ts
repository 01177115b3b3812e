import { applyEdits, type Diagnostic, type Edit, type Fix } from '../../diagnostics/diagnostic.ts';
import type { SourceFile } from '../../text/span.ts';
import type { FixChoice } from './project-task.ts';

/** A file after its fixes. */
export interface FixedFile {
  readonly file: SourceFile;
  readonly text: string;
  /** How many findings the edits remove. */
  readonly count: number;
}

/** The edits of a file that chosen fixes make. */
export interface ChosenEdits {
  readonly edits: readonly Edit[];
  /** How many findings they remove. */
  readonly count: number;
}

/**
 * Returns the edits of the chosen fixes by file. Of a finding one fix is taken: the first safe one, else, where its code
 * is chosen, its only one. A fix that overlaps one before it waits for the next round, when its finding is looked at anew.
 */
export function chosenEdits(
  diagnostics: readonly Diagnostic[],
  choice: FixChoice,
): ReadonlyMap<SourceFile, ChosenEdits> {
  const edits = new Map<SourceFile, Edit[]>();
  const counts = new Map<SourceFile, number>();
  for (const diagnostic of diagnostics) {
    const fix = chosenFix(diagnostic, choice);
    if (fix === undefined || !fits(fix, edits)) continue;
    for (const edit of fix.edits) {
      const known = edits.get(edit.span.file);
      if (known === undefined) edits.set(edit.span.file, [edit]);
      else known.push(edit);
    }
    const file = fix.edits[0]?.span.file;
    if (file !== undefined) counts.set(file, (counts.get(file) ?? 0) + 1);
  }
  return new Map(
    [...edits].map(([file, changes]) => [file, { edits: changes, count: counts.get(file) ?? 0 }]),
  );
}

/** Returns the files that the chosen fixes change. */
export function applyFixes(diagnostics: readonly Diagnostic[], choice: FixChoice): readonly FixedFile[] {
  return [...chosenEdits(diagnostics, choice)].map(([file, { edits, count }]) => ({
    file,
    text: applyEdits(file.text, edits),
    count,
  }));
}

/** Where there are several ways, only a person can choose. */
function chosenFix({ code, fixes }: Diagnostic, choice: FixChoice): Fix | undefined {
  const safe = fixes.find((fix) => fix.safe);
  if (safe !== undefined || choice === 'safe' || fixes.length > 1) return safe;
  return choice === 'all' || choice.includes(code) ? fixes[0] : undefined;
}

function fits(fix: Fix, taken: ReadonlyMap<SourceFile, readonly Edit[]>): boolean {
  return fix.edits.every(({ span }) =>
    (taken.get(span.file) ?? []).every((other) => span.end < other.span.start || other.span.end < span.start),
  );
}
