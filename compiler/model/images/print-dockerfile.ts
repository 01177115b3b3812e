import { type LineMark, TracedText } from '../../text/traced-text.ts';
import type { Dockerfile } from './dockerfile.ts';

/** Returns the text of a Dockerfile: what its file holds, and what the image job writes before it builds. */
export function printDockerfile(dockerfile: Dockerfile): TracedText {
  const lines: string[] = [];
  const marks: LineMark[] = [];
  for (const { comments, lines: parts, origin } of dockerfile.instructions) {
    const first = lines.length;
    lines.push(...comments.map((comment) => `# ${comment}`));
    const inner: LineMark[] = [];
    parts.forEach((part, index) => {
      if (part.origin) inner.push({ first: lines.length, last: lines.length, origin: part.origin });
      lines.push(index === parts.length - 1 ? part.text : `${part.text} \\`);
    });
    marks.push({ first, last: lines.length - 1, origin }, ...inner);
  }
  return new TracedText(lines.map((line) => `${line}\n`).join(''), marks);
}
