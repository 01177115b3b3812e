import type { Change } from './diff/change.ts';
import { changesBetween } from './diff/changes.ts';
import { maskChanges, secretMask } from './diff/mask-secrets.ts';
import { printUnified } from './diff/print-unified.ts';
import type { Compilation } from './pipeline.ts';

/** What of a difference is asked for. */
export interface DiffOptions {
  /** Whether the differences of the files are wanted as well. */
  readonly unified?: boolean;
  /** A folder that stands before the paths of the files, where those of several projects have to be told apart. */
  readonly folder?: string | undefined;
}

/** What changes from one compilation to another. */
export interface Difference {
  /** What changes in Jenkins and in the cluster, each with its cause and its risks. */
  readonly changes: readonly Change[];
  /** The differences of the files as one unified diff, where they were asked for. */
  readonly unified?: string;
}

/**
 * Returns what changes from one compilation to another; an absent one, and one with errors, has nothing in it. No secret
 * that a spec holds as plain text can be read in what is returned. Pure, as `compile` is.
 */
export function diff(
  before: Compilation | undefined,
  after: Compilation | undefined,
  { unified = false, folder }: DiffOptions = {},
): Difference {
  const mask = secretMask([...(before?.diagnostics ?? []), ...(after?.diagnostics ?? [])]);
  const changes = maskChanges(changesBetween(before?.ir, after?.ir), mask);
  if (!unified) return { changes };
  return { changes, unified: mask(printUnified(before?.artifacts ?? [], after?.artifacts ?? [], folder)) };
}
