import { oneLine } from './one-line.ts';

/**
 * Returns the lines of one instruction of a Dockerfile, all but the last continued. No text starts an instruction of
 * its own, and none takes in the next one: a backslash at the end of a line, even before white space or behind
 * another one, is how a Dockerfile says that the line goes on.
 */
export function dockerfileLines(texts: readonly string[]): readonly string[] {
  return texts.map((text, index) => {
    const line = oneLine(text);
    return index === texts.length - 1 ? withoutContinuation(line) : `${line} \\`;
  });
}

/** From the end: a pattern would look at a run of n characters n times. */
function withoutContinuation(line: string): string {
  let end = line.length;
  while (end > 0 && /[\\\s]/.test(line.charAt(end - 1))) end--;
  return line.slice(0, end);
}
