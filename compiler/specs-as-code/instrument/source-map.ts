/** A place in the text that a source map was made from; line and column count from 0. */
export interface OriginalPosition {
  readonly line: number;
  readonly column: number;
}

/**
 * Returns where a position of emitted code (from 0) comes from, or undefined when the map does not say. The map has
 * one source, as TypeScript writes it (source map revision 3).
 */
export function originalPosition(map: string, line: number, column: number): OriginalPosition | undefined {
  const { mappings } = JSON.parse(map) as { readonly mappings: string };
  let originalLine = 0;
  let originalColumn = 0;
  let found: OriginalPosition | undefined;
  const lines = mappings.split(';');
  for (let at = 0; at <= line && at < lines.length; at++) {
    let generatedColumn = 0;
    for (const segment of (lines[at] ?? '').split(',')) {
      const [generated, , lineStep = 0, columnStep = 0] = decodeNumbers(segment);
      if (generated === undefined) continue;
      generatedColumn += generated;
      originalLine += lineStep;
      originalColumn += columnStep;
      if (at === line && generatedColumn <= column) found = { line: originalLine, column: originalColumn };
    }
  }
  return found;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Returns the numbers of a segment: base 64 digits of five bits each, the lowest first; the first bit is the sign. */
function decodeNumbers(segment: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const digit of segment) {
    const bits = DIGITS.indexOf(digit);
    value += (bits & 31) << shift;
    shift += 5;
    if ((bits & 32) !== 0) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
