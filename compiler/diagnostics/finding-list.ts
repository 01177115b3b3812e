import { compareText } from '../util/compare-text.ts';
import { diagnose } from './diagnose.ts';
import type { Diagnostic } from './diagnostic.ts';

/** The errors, and the warnings, of a project that are kept when nobody says otherwise. */
export const MOST_FINDINGS = 1000;

/** Findings beyond the limit that are counted; after them nothing more is looked for. */
const MOST_COUNTED = 20_000;

/** How many findings were found and not kept. */
export interface LeftOut {
  readonly errors: number;
  readonly warnings: number;
}

/**
 * Collects the findings of a project, each once, up to a limit. Errors and warnings are counted apart, so that no
 * warning takes the place of an error. Of each, the first ones are kept: a stage finds them in the order of the files.
 * What comes later is only counted: whoever has a thousand findings mends their causes, and a report of a million helps
 * nobody.
 */
export class FindingList {
  private readonly most: number;
  private readonly errors = new Map<string, Diagnostic>();
  private readonly warnings = new Map<string, Diagnostic>();
  private leftErrors = 0;
  private leftWarnings = 0;

  /** `most` is how many errors, and how many warnings, are kept; all when it is 0. */
  constructor(most = MOST_FINDINGS) {
    this.most = most === 0 ? Number.POSITIVE_INFINITY : most;
  }

  /** Adds findings; a rule that has far too many is not asked for the rest. */
  addAll(found: Iterable<Diagnostic>): void {
    for (const each of found) {
      this.add(each);
      if (this.leftErrors > MOST_COUNTED || this.leftWarnings > MOST_COUNTED) return;
    }
  }

  add(found: Diagnostic): void {
    const kept = found.severity === 'error' ? this.errors : this.warnings;
    const isFull = kept.size >= this.most;
    const key = findingKey(found);
    if (kept.has(key)) return;
    if (!isFull) kept.set(key, found);
    else if (found.severity === 'error') this.leftErrors++;
    else this.leftWarnings++;
  }

  /** Adds what another list left out, when its findings come into this one. */
  addLeftOut({ errors, warnings }: LeftOut): void {
    this.leftErrors += errors;
    this.leftWarnings += warnings;
  }

  get leftOut(): LeftOut {
    return { errors: this.leftErrors, warnings: this.leftWarnings };
  }

  /** The findings in the order of files and places, those about what was left out last. */
  sorted(): readonly Diagnostic[] {
    return [...[...this.errors.values(), ...this.warnings.values()].sort(inOrder), ...this.limits()];
  }

  private limits(): readonly Diagnostic[] {
    const help = 'mend what is reported first; `--max-diagnostics` with a larger number, or 0, reports more';
    return [
      ...(this.leftErrors > 0
        ? [diagnose('limit/errors', { count: counted(this.leftErrors) }, undefined, { help })]
        : []),
      ...(this.leftWarnings > 0
        ? [diagnose('limit/warnings', { count: counted(this.leftWarnings) }, undefined, { help })]
        : []),
    ];
  }
}

function counted(count: number): string {
  return count > MOST_COUNTED ? `more than ${MOST_COUNTED}` : `${count} more`;
}

/** Returns what makes two findings the same one: where they stand, and what they say. */
function findingKey({ code, message, span }: Diagnostic): string {
  return `${span?.file.name}\n${span?.start}\n${span?.end}\n${code}\n${message}`;
}

/** Compares findings by files and places; those without a place come first. */
function inOrder(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.span?.file.name ?? '', b.span?.file.name ?? '') ||
    (a.span?.start ?? 0) - (b.span?.start ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}
