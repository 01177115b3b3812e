import { dockerfileLines } from '../../print/dockerfile-lines.ts';
import { oneLine } from '../../print/one-line.ts';
import { type LineMark, TracedText } from '../../text/traced-text.ts';
import type { Dockerfile } from './dockerfile.ts';

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
