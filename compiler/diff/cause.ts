import { type Origin, type SingleOrigin, type SpecOrigin, single } from '../text/origin.ts';
import { positionAt } from '../text/position.ts';
import type { SourceFile, Span } from '../text/span.ts';
import { diffLists } from './align-lists.ts';
import type { Entity } from './entity.ts';

/** The place that a change comes from; of what is gone, a place of the old specs. */
export interface Cause {
  readonly origin: Origin;
  readonly isOld: boolean;
}

/** What is behind a value on each side. */
export interface Sides {
  readonly before?: readonly Origin[] | undefined;
  readonly after?: readonly Origin[] | undefined;
}

/**
 * Returns the cause of a change: a reason whose text is not the same on both sides, the closest one first. Where the
 * text of none differs, such as that of a file that a spec names, it is what was written; a decision of the compiler
 * is never a cause, since it is the same on both sides.
 */
export type FindCause = (sides: Sides) => Cause | undefined;

/** Returns a function that knows which lines of the specs differ between two sides. */
export function causeFinder(before: readonly Entity[], after: readonly Entity[]): FindCause {
  const [old, now] = [filesOf(before), filesOf(after)];
  const gone = new Map([...old].map(([name, file]) => [name, differing(file, now.get(name))]));
  const come = new Map([...now].map(([name, file]) => [name, differing(file, old.get(name))]));
  return ({ before: were = [], after: are = [] }) => {
    const [was, is] = [were.flatMap(single), are.flatMap(single)];
    const changed =
      found(changedPlace(is, come), false) ??
      found(changedPlace(was, gone), true) ??
      found(is.find(isWritten), false) ??
      found(is.length === 0 ? was.find(isWritten) : undefined, true);
    if (changed !== undefined) return changed;
    return found(
      [...is, ...was].find(({ kind }) => kind === 'default'),
      is.length === 0,
    );
  };
}

function found(origin: Origin | undefined, isOld: boolean): Cause | undefined {
  return origin === undefined ? undefined : { origin, isOld };
}

/** The smallest place whose text differs: an object as a whole says less than the value in it. */
function changedPlace(
  causes: readonly SingleOrigin[],
  lines: ReadonlyMap<string, ReadonlySet<number>>,
): Origin | undefined {
  const places = causes
    .filter(isWritten)
    .flatMap(({ span }) => [span, ...(span.via ?? []).map((step) => step.span)]);
  const differ = places.filter((span) => touches(span, lines.get(span.file.name)));
  const [smallest] = differ.sort((a, b) => a.end - a.start - (b.end - b.start));
  return smallest === undefined ? undefined : { kind: 'spec', span: smallest };
}

function isWritten(origin: Origin): origin is SpecOrigin {
  return origin.kind === 'spec';
}

function touches({ file, start, end }: Span, lines: ReadonlySet<number> | undefined): boolean {
  if (lines === undefined || lines.size === 0) return false;
  const last = positionAt(file, Math.max(start, end - 1)).line;
  for (let line = positionAt(file, start).line; line <= last; line++) if (lines.has(line)) return true;
  return false;
}

/** The lines (counted from 1) that the other version of a file does not have. */
function differing(file: SourceFile, other: SourceFile | undefined): ReadonlySet<number> {
  const lines = new Set<number>();
  if (file.text === other?.text) return lines;
  let line = 1;
  for (const { count, added, removed } of diffLists(other?.text.split('\n') ?? [], file.text.split('\n'))) {
    if (removed) continue;
    if (added) for (let at = 0; at < count; at++) lines.add(line + at);
    line += count;
  }
  return lines;
}

/** Returns the specs that entities come from, by name. */
function filesOf(entities: readonly Entity[]): ReadonlyMap<string, SourceFile> {
  const files = new Map<string, SourceFile>();
  const seen = new Set<Origin>();
  const visit = (origin: Origin | undefined): void => {
    if (origin === undefined || seen.has(origin)) return;
    seen.add(origin);
    for (const one of single(origin)) if (one.kind === 'spec') files.set(one.span.file.name, one.span.file);
  };
  for (const { origin, fields } of entities) {
    visit(origin);
    for (const field of fields.values()) {
      visit(field.origin);
      for (const mark of field.marks ?? []) visit(mark.origin);
    }
  }
  return files;
}
