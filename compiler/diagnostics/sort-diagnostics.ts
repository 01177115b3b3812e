import { compareText } from '../util/compare-text.ts';
import type { Diagnostic } from './diagnostic.ts';

/** Returns the findings in the order of files and places, each once; those without a place come first. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const unique = new Map<string, Diagnostic>();
  for (const diagnostic of diagnostics) {
    const { code, message, span } = diagnostic;
    const key = `${span?.file.name}\n${span?.start}\n${span?.end}\n${code}\n${message}`;
    if (!unique.has(key)) unique.set(key, diagnostic);
  }
  return [...unique.values()].sort(
    (a, b) =>
      compareText(a.span?.file.name ?? '', b.span?.file.name ?? '') ||
      (a.span?.start ?? 0) - (b.span?.start ?? 0) ||
      compareText(a.code, b.code) ||
      compareText(a.message, b.message),
  );
}
