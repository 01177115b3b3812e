import type { Origin } from './origin.ts';
import type { Span } from './span.ts';

/** Returns the piece of a spec that an origin leads to, or undefined when nothing was written. */
export function spanOf(origin: Origin): Span | undefined {
  if (origin.kind === 'spec') return origin.span;
  if (origin.kind !== 'several') return undefined;
  for (const inner of origin.of) {
    const span = spanOf(inner);
    if (span !== undefined) return span;
  }
  return undefined;
}
