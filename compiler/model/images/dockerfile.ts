import { oneLine } from '../../print/lines.ts';
import type { Origin } from '../../text/origin.ts';
import { type LineMark, TracedText } from '../../text/traced-text.ts';

/** A Dockerfile, instruction by instruction. */
export interface Dockerfile {
  readonly kind: 'dockerfile';
  readonly instructions: readonly Instruction[];
}

/** One instruction of a Dockerfile with the comment above it. Each text line is final: escaped and quoted. */
export interface Instruction {
  /** Lines of the comment above, without `#`. */
  readonly comments: readonly string[];
  /** The instruction, one entry per line; lines but the last are continued with a backslash. */
  readonly lines: readonly InstructionLine[];
  readonly origin: Origin;
}

/** A line of an instruction; without an origin it has that of the instruction. */
export interface InstructionLine {
  readonly text: string;
  readonly origin?: Origin;
}

/** Returns the text of a Dockerfile: what its file holds, and what the image job writes before it builds. */
export function printDockerfile(dockerfile: Dockerfile): TracedText {
  const lines: string[] = [];
  const marks: LineMark[] = [];
  for (const { comments, lines: parts, origin } of dockerfile.instructions) {
    const first = lines.length;
    lines.push(...comments.map((comment) => `# ${oneLine(comment)}`));
    const inner: LineMark[] = [];
    parts.forEach((part, index) => {
      if (part.origin) {
        const line = lines.length + index;
        inner.push({ first: line, last: line, origin: part.origin });
      }
    });
    lines.push(...dockerfileLines(parts.map(({ text }) => text)));
    marks.push({ first, last: lines.length - 1, origin }, ...inner);
  }
  return new TracedText(lines.map((line) => `${line}\n`).join(''), marks);
}

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
