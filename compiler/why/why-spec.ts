import type { Artifact } from '../model/artifact.ts';
import type { Node } from '../source/node.ts';
import { parseSource } from '../source/parse-source.ts';
import { isCode } from '../source/spec-kind.ts';
import { single } from '../text/origin.ts';
import { positionAt } from '../text/position.ts';
import type { SourceFile, Span } from '../text/span.ts';

/** Lines of an artifact, counted from 1, both included. */
export interface OutputLines {
  readonly path: string;
  readonly first: number;
  readonly last: number;
}

/**
 * Returns all lines of the output that a line (counted from 1) of a spec is behind, by artifact and line. Values that
 * start on the line count, and so do values that are used there by an alias; a key answers for all that stands below
 * it. An object that starts on the line counts with what it is named after, not with all it holds.
 */
export function whySpec(
  artifacts: readonly Artifact[],
  spec: SourceFile,
  line: number,
): readonly OutputLines[] {
  const below = isCode(spec) ? undefined : valueBelow(parseSource(spec).root, line);
  const counts = (span: Span): boolean =>
    span.file.name === spec.name &&
    (positionAt(span.file, span.start).line === line ||
      (below !== undefined && span.start >= below.start && span.end <= below.end));
  const found: OutputLines[] = [];
  for (const { path, content } of artifacts) {
    const lines = content.marks
      .filter(({ origin }) =>
        single(origin).some(
          (one) =>
            one.kind === 'spec' &&
            (counts(one.span) ||
              (one.span.via ?? []).some(({ kind, span }) => kind === 'use' && counts(span))),
        ),
      )
      .map(({ first, last }) => ({ path, first: first + 1, last: last + 1 }));
    found.push(...merged(lines));
  }
  return found;
}

/** Returns where the mapping or list is that a key on a line stands above. */
function valueBelow(node: Node | undefined, line: number): Span | undefined {
  if (node === undefined || node.kind === 'scalar') return undefined;
  if (node.kind === 'sequence') return firstOf(node.items, (item) => valueBelow(item, line));
  return firstOf(node.entries, ({ key, value }) => {
    const { file, start } = key.span;
    const isParent = value.kind !== 'scalar' && positionAt(file, start).line === line;
    return isParent ? value.span : valueBelow(value, line);
  });
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
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
