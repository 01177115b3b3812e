import type { Diagnostic } from './diagnostic.ts';
import { sortDiagnostics } from './sort-diagnostics.ts';

/** After an error of these kinds an entry of the project is missing, or stands there twice. */
const LEAVES_HOLES =
  /^(file|source|ts)\/|^schema\/(missing-field|empty)$|^link\/(duplicate-name|no-active-colour|no-project)$/;

/**
 * Returns whether a project is whole enough to be lowered for what lowering finds, so that one run reports as much as
 * it can. No output is made while there is an error.
 */
export function canLower(findings: readonly Diagnostic[]): boolean {
  return !findings.some((found) => isError(found) && LEAVES_HOLES.test(found.code));
}

/**
 * Returns the findings of the front end and of lowering together. Beside errors of the front end, those of lowering that
 * may follow from one are left out: what stands around the place of an error, and which plugins are needed.
 */
export function mergeFindings(
  front: readonly Diagnostic[],
  lowered: readonly Diagnostic[],
): readonly Diagnostic[] {
  const errors = front.filter(isError);
  const own = lowered.filter(
    (found) =>
      errors.length === 0 ||
      (!found.code.startsWith('plugin/') && !errors.some((error) => standsAround(found, error))),
  );
  return sortDiagnostics([...front, ...own]);
}

function standsAround(outer: Diagnostic, inner: Diagnostic): boolean {
  if (outer.span === undefined || inner.span === undefined || outer.span.file !== inner.span.file)
    return false;
  return outer.span.start <= inner.span.start && inner.span.end <= outer.span.end;
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}
