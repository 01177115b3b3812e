import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Node } from '../source/node.ts';
import type { Span } from '../text/span.ts';

/**
 * Returns whether the names of `external` in jobs.bitesize were read: not where one of the errors is in its value, or in the
 * name of a field beside it, which may be the one that was meant.
 */
export function externalIsRead(jobs: Node, errors: readonly Diagnostic[]): boolean {
  if (jobs.kind !== 'mapping' || errors.length === 0) return true;
  const external = jobs.entries.find(({ key }) => key.text === 'external');
  const fields = new Set(jobs.entries.map(({ key }) => key.span.start));
  return !errors.some(({ code, span }) => {
    if (span === undefined) return false;
    if (code === 'schema/unknown-field' && fields.has(span.start)) return true;
    return external !== undefined && holds(external.value.span, span);
  });
}

function holds(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
