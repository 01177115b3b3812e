import type { WarningRange, WarningRow } from './catalogue-data.ts';
import { compareVersionTexts } from './compare-versions.ts';

const compiled = new WeakMap<WarningRange, RegExp>();

/** Returns the warnings that are about this version. Jenkins matches the whole version against each pattern. */
export function matchingWarnings(warnings: readonly WarningRow[], version: string): readonly WarningRow[] {
  return warnings.filter((warning) => warning.versions.some((range) => matches(range, version)));
}

/**
 * Returns the newest affected version of the warnings, or undefined when one of them has no fix yet.
 * Ranges that do not match the version are other branches and do not count.
 */
export function lastAffected(warnings: readonly WarningRow[], version: string): string | undefined {
  const ranges = warnings.flatMap((warning) => warning.versions.filter((range) => matches(range, version)));
  const lasts = ranges.map((range) => range.last).filter((last) => last !== null);
  if (lasts.length < ranges.length) return undefined;
  return lasts.sort(compareVersionTexts).at(-1);
}

/**
 * Returns whether a pattern may be used: it compiles, is no longer than any real one by far, and repeats no group,
 * which no pattern of the official update centre does and which is how a pattern can take for ever.
 */
export function isUsablePattern(pattern: string): boolean {
  if (pattern.length > 10_000 || /\)[*+{]/.test(pattern)) return false;
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}

function matches(range: WarningRange, version: string): boolean {
  let pattern = compiled.get(range);
  if (!pattern) {
    pattern = new RegExp(`^(?:${range.pattern})$`);
    compiled.set(range, pattern);
  }
  return pattern.test(version);
}
