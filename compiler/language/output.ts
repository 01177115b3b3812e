import type { Artifact } from '../model/artifact.ts';
import { isCode } from '../source/spec-kind.ts';
import { single } from '../text/origin.ts';
import { compareText } from '../util/compare-text.ts';
import { whyOutput } from '../why/why-output.ts';
import { fieldAt } from './field-at.ts';
import { treeOf } from './file-tree.ts';
import type { Place, Range } from './place.ts';
import { fileNamed, type ProjectView } from './workspace.ts';

/** A line of the output, counted from 1. */
export interface OutputLine {
  readonly path: string;
  readonly line: number;
}

/**
 * Returns the lines of the output that come from the value at a place, by path and line: of a field with all that stands
 * below it, and of an object that starts there with what is named after it.
 */
export function outputLinesOf(view: ProjectView, file: string, offset: number): readonly OutputLine[] {
  const spans = spansOf(view).get(file);
  if (spans === undefined) return [];
  const range = rangeAt(view, file, offset, spans);
  if (range === undefined) return [];
  const found = spans.filter(
    ({ start, end }) => start === range.anchor || (start >= range.start && end <= range.end),
  );
  const lines = new Map<string, Set<number>>();
  for (const { path, first, last } of found) {
    const known = lines.get(path) ?? new Set<number>();
    lines.set(path, known);
    for (let line = first; line <= last; line++) known.add(line);
  }
  return [...lines]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([path, numbers]) => [...numbers].sort((a, b) => a - b).map((line) => ({ path, line })));
}

/** Returns the places of the specs that a line of the output comes from, the most specific first. */
export function originsOfLine(view: ProjectView, path: string, line: number): readonly Place[] {
  const artifact = view.compilation().artifacts.find((each) => each.path === path);
  if (artifact === undefined || line < 1 || line > lineCount(artifact)) return [];
  return whyOutput(artifact, line).flatMap((origin): readonly Place[] => {
    if (origin.kind !== 'spec') return [];
    const { file, start, end } = origin.span;
    return [{ file: file.name, start, end }];
  });
}

/** A piece of a spec with lines that come from it. */
interface OutputSpan extends Range {
  readonly path: string;
  readonly first: number;
  readonly last: number;
}

const known = new WeakMap<ProjectView, ReadonlyMap<string, readonly OutputSpan[]>>();

/** Returns the pieces of the specs that lines come from, by file. */
function spansOf(view: ProjectView): ReadonlyMap<string, readonly OutputSpan[]> {
  const before = known.get(view);
  if (before !== undefined) return before;
  const spans = new Map<string, OutputSpan[]>();
  const add = (file: string, span: OutputSpan) => {
    const list = spans.get(file);
    if (list === undefined) spans.set(file, [span]);
    else list.push(span);
  };
  for (const artifact of view.compilation().artifacts) {
    for (const { first, last, origin } of marksOf(artifact)) {
      for (const one of single(origin)) {
        if (one.kind !== 'spec') continue;
        const { span } = one;
        const uses = (span.via ?? []).flatMap((step) => (step.kind === 'use' ? [step.span] : []));
        for (const { file, start, end } of [span, ...uses])
          add(file.name, { start, end, path: artifact.path, first: first + 1, last: last + 1 });
      }
    }
  }
  known.set(view, spans);
  return spans;
}

/** A line that no mark covers is there because its file is. */
function marksOf(artifact: Artifact): Artifact['content']['marks'] {
  const { marks } = artifact.content;
  const count = lineCount(artifact);
  const covered = new Uint8Array(count);
  for (const { first, last } of marks) covered.fill(1, first, last + 1);
  const rest = [...covered.keys()].filter((line) => covered[line] === 0);
  return [...marks, ...rest.map((line) => ({ first: line, last: line, origin: artifact.origin }))];
}

function lineCount({ content: { text } }: Artifact): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** What is at a place: the value whose lines are meant, and where an object starts that counts, too. */
interface MeantRange extends Range {
  readonly anchor?: number;
}

function rangeAt(
  view: ProjectView,
  name: string,
  offset: number,
  spans: readonly OutputSpan[],
): MeantRange | undefined {
  const file = fileNamed(view, name);
  if (file === undefined || isCode(file)) return smallest(spans, offset);
  const tree = treeOf(file);
  const found = tree && fieldAt(tree, offset);
  if (found === undefined) return smallest(spans, offset);
  const { field, scalar } = found;
  if (scalar !== undefined) return { ...scalar.span, anchor: scalar.span.start };
  const { key, value } = field;
  return { ...(value.alias ?? value.span), ...(key && { anchor: key.span.start }) };
}

function smallest(spans: readonly OutputSpan[], offset: number): MeantRange | undefined {
  return spans
    .filter(({ start, end }) => start <= offset && offset <= end)
    .reduce<Range | undefined>(
      (best, span) => (best === undefined || span.end - span.start < best.end - best.start ? span : best),
      undefined,
    );
}
