import type { Artifact } from '../model/artifact.ts';
import { type Origin, type SingleOrigin, single } from '../text/origin.ts';
import type { LineMark } from '../text/traced-text.ts';

/**
 * Returns why a line (counted from 1) of an artifact is as it is: the most specific cause first. A line that no mark
 * covers is there because the whole file is.
 */
export function whyOutput(artifact: Artifact, line: number): readonly SingleOrigin[] {
  const covering = artifact.content.marks.filter(({ first, last }) => first <= line - 1 && line - 1 <= last);
  if (covering.length === 0) return single(artifact.origin);
  return covering
    .map((mark, index) => ({ mark, index }))
    .sort((a, b) => size(a.mark) - size(b.mark) || b.index - a.index)
    .flatMap(({ mark }) => single(mark.origin))
    .filter((origin, index, all) => all.findIndex((other) => sameOrigin(other, origin)) === index);
}

function size({ first, last }: LineMark): number {
  return last - first + 1;
}

/** Returns whether two single origins are the same place, default or decision. */
function sameOrigin(a: Origin, b: Origin): boolean {
  if (a.kind === 'spec' && b.kind === 'spec') {
    return a.span.file === b.span.file && a.span.start === b.span.start && a.span.end === b.span.end;
  }
  if (a.kind === 'default' && b.kind === 'default') return a.field === b.field;
  return a.kind === 'policy' && b.kind === 'policy' && a.reason === b.reason;
}
