/**
 * Returns a negative number, zero or a positive number for the order of two texts by UTF-16 code unit.
 * Output must not depend on the locale of the machine, so `localeCompare` is never used for it.
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
