import { compareText } from '../util/compare-text.ts';
import type { Diagnostic } from './diagnostic.ts';

/** Returns what makes two findings the same one: where they stand, and what they say. */
export function findingKey({ code, message, span }: Diagnostic): string {
  return `${span?.file.name}\n${span?.start}\n${span?.end}\n${code}\n${message}`;
}

/** Compares findings by files and places; those without a place come first. */
export function inOrder(a: Diagnostic, b: Diagnostic): number {
  return (
    compareText(a.span?.file.name ?? '', b.span?.file.name ?? '') ||
    (a.span?.start ?? 0) - (b.span?.start ?? 0) ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}
