import { diffArrays } from 'diff';
import type { Artifact } from '../../../../compiler/model/artifact.ts';

/** A file of two outputs: the lines (counted from 1) that only one of them has. */
export interface ChangedFile {
  readonly before: Artifact | undefined;
  readonly after: Artifact | undefined;
  readonly gone: readonly number[];
  /** Those and the ones that only moved, or of which as many came: which of them went is a matter of taste. */
  readonly touched: readonly number[];
  readonly come: readonly number[];
}

/** Returns the files that differ. One that got another name is paired with the one that is most like it. */
export function changedFiles(
  before: readonly Artifact[],
  after: readonly Artifact[],
): readonly ChangedFile[] {
  const now = new Map(after.map((file) => [file.path, file]));
  const old = new Set(before.map(({ path }) => path));
  const removed = before.filter(({ path }) => !now.has(path));
  const added = new Set(after.filter(({ path }) => !old.has(path)));
  const result: ChangedFile[] = [];
  for (const file of before) {
    const same = now.get(file.path);
    if (same !== undefined && same.content.text !== file.content.text) result.push(compared(file, same));
  }
  for (const file of removed) {
    const best = [...added]
      .map((other) => ({ other, score: likeness(file, other) }))
      .sort((a, b) => b.score - a.score)[0];
    if (best !== undefined && best.score >= 0.5) {
      added.delete(best.other);
      result.push(compared(file, best.other));
    } else result.push({ before: file, after: undefined, touched: [], gone: [], come: [] });
  }
  for (const file of added) result.push({ before: undefined, after: file, touched: [], gone: [], come: [] });
  return result;
}

/** Lines without a letter or digit close something, and say nothing; one that only moved has not changed. */
function compared(before: Artifact, after: Artifact): ChangedFile {
  const [old, now] = [before.content.text.split('\n'), after.content.text.split('\n')];
  const gone: number[] = [];
  const come: number[] = [];
  let line = { old: 1, now: 1 };
  for (const part of diffArrays(old, now)) {
    const count = part.value.length;
    if (part.removed) for (let at = 0; at < count; at++) gone.push(line.old + at);
    if (part.added) for (let at = 0; at < count; at++) come.push(line.now + at);
    line = { old: line.old + (part.added ? 0 : count), now: line.now + (part.removed ? 0 : count) };
  }
  const textOf = (lines: readonly string[], at: number) => (lines[at - 1] ?? '').trim();
  const texts = (lines: readonly string[], found: readonly number[]) => {
    const counts = new Map<string, number>();
    for (const at of found) counts.set(textOf(lines, at), (counts.get(textOf(lines, at)) ?? 0) + 1);
    return counts;
  };
  const moved = (lines: readonly string[], others: Map<string, number>) => (at: number) => {
    const text = textOf(lines, at);
    if (!/[A-Za-z0-9]/.test(text)) return false;
    const left = others.get(text) ?? 0;
    if (left > 0) others.set(text, left - 1);
    return left === 0;
  };
  return {
    before,
    after,
    touched: gone,
    gone: gone.filter(moved(old, texts(now, come))),
    come: come.filter(moved(now, texts(old, gone))),
  };
}

function likeness(a: Artifact, b: Artifact): number {
  if (a.path.split('.').at(-1) !== b.path.split('.').at(-1)) return 0;
  const [lines, others] = [new Set(a.content.text.split('\n')), new Set(b.content.text.split('\n'))];
  const same = [...lines].filter((line) => others.has(line)).length;
  return same / Math.max(lines.size, others.size) + nameLikeness(a.path, b.path) / 10;
}

function nameLikeness(a: string, b: string): number {
  const [parts, others] = [a.split('/'), b.split('/')];
  return parts.filter((part, index) => part === others[index]).length / Math.max(parts.length, others.length);
}
