import type { SourceFile } from '../text/span.ts';

/** No line of a spec that a person wrote is longer. */
const MOST_LETTERS = 2000;

/** Returns a line of a file by its number from 0, without its line break and without what is beyond 2,000 letters. */
export function lineAt(file: SourceFile, starts: readonly number[], number: number): string {
  const start = starts[number] ?? 0;
  const end = Math.min(starts[number + 1] ?? file.text.length, start + MOST_LETTERS);
  return file.text.slice(start, end).replace(/\r?\n$/, '');
}

/** Whether a line says nothing to YAML. */
export function isBlankLine(text: string): boolean {
  return /^[ \t]*(#.*)?$/.test(text);
}

/** Returns how many blanks a line begins with. */
export function indentationOf(text: string): number {
  return /^ */.exec(text)?.[0].length ?? 0;
}
