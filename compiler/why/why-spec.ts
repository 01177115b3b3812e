import type { Artifact } from '../model/artifact.ts';
import { positionAt } from '../text/position.ts';
import { single } from './why-output.ts';

/** Lines of an artifact, counted from 1, both included. */
export interface OutputLines {
  readonly path: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Returns all lines of the output that a line (counted from 1) of a spec is behind, by artifact and line. Values that
 * start on the line count; an object that starts there counts with what it is named after, not with all it holds.
 */
export function whySpec(artifacts: readonly Artifact[], file: string, line: number): readonly OutputLines[] {
  const found: OutputLines[] = [];
  for (const { path, content } of artifacts) {
    const lines = content.marks
      .filter(({ origin }) =>
        single(origin).some((one) => one.kind === 'spec' && startsAt(one.span, file, line)),
      )
      .map(({ first, last }) => ({ path, first: first + 1, last: last + 1 }));
    found.push(...merged(lines));
  }
  return found;
}

function startsAt(
  span: { file: { name: string; text: string }; start: number },
  file: string,
  line: number,
): boolean {
  return span.file.name === file && positionAt(span.file, span.start).line === line;
}

/** Joins ranges that touch or overlap. */
function merged(ranges: readonly OutputLines[]): readonly OutputLines[] {
  const sorted = [...ranges].sort((a, b) => a.first - b.first || b.last - a.last);
  const result: OutputLines[] = [];
  for (const range of sorted) {
    const before = result.at(-1);
    if (before === undefined || range.first > before.last + 1) result.push(range);
    else if (range.last > before.last) result[result.length - 1] = { ...before, last: range.last };
  }
  return result;
}
