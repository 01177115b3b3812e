import type { Host } from '../../host/host.ts';
import { joinPath } from '../../host/path.ts';
import { ABSENT, answerNow, type Look } from './look.ts';

/** What became of a path since it was looked at. */
export type ChangeKind = 'added' | 'changed' | 'removed';

/**
 * Returns the absolute paths by which a project differs from when it was read; none when reading it again would give the
 * same. A removed or new folder stands for what is in it.
 */
export function changedPaths(
  { files, sha256 }: Host,
  folders: ReadonlySet<string>,
  looks: readonly Look[],
): ReadonlyMap<string, ChangeKind> {
  const changes = new Map<string, ChangeKind>();
  for (const { question, path, answer } of looks) {
    const now = answerNow(files, { sha256, folders }, question, path);
    if (now === answer) continue;
    if (question === 'list' && !answer.startsWith('!') && !now.startsWith('!')) {
      for (const [name, kind] of changedNames(answer, now)) changes.set(joinPath(path, name), kind);
    } else if (!changes.has(path)) {
      changes.set(path, answer === ABSENT ? 'added' : now === ABSENT ? 'removed' : 'changed');
    }
  }
  return new Map([...changes].filter(([path]) => !liesInOne(path, changes)));
}

function changedNames(before: string, now: string): readonly (readonly [string, ChangeKind])[] {
  const [old, present] = [before, now].map((list) => list.split('\n').filter((name) => name !== ''));
  const added = present?.filter((name) => !old?.includes(name)) ?? [];
  const removed = old?.filter((name) => !present?.includes(name)) ?? [];
  return [
    ...added.map((name) => [name, 'added'] as const),
    ...removed.map((name) => [name, 'removed'] as const),
  ];
}

function liesInOne(path: string, changes: ReadonlyMap<string, ChangeKind>): boolean {
  const cut = path.lastIndexOf('/');
  if (cut <= 0) return false;
  const above = path.slice(0, cut);
  return changes.has(above) || liesInOne(above, changes);
}
