import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../text/span.ts';
import type { ThreadEnd } from './worker/limited-thread.ts';
import type { Doing } from './worker/protocol.ts';

/** Returns the finding for a spec that asks too much of TypeScript; `what` ends the sentence `the spec ...`. */
export function checkLimitDiagnostic(what: string, span: Span): Diagnostic {
  return diagnose('ts/limit', { what }, span, {
    help: 'a spec is data and a few plain types; look for what makes its text or its types grow',
  });
}

/** Returns what a spec did whose thread was ended while it did something with a file. */
export function endedWhile(doing: Doing, end: ThreadEnd): string {
  const much = end === 'timeout' ? 'takes too long' : 'takes too much memory';
  return `${much} to ${doing}`;
}
