import type { ChangeKind } from '../project/changed-paths.ts';

/** So many changes are named. */
const NAMED = 3;

/** Returns one line that says what changed, such as `build.bitesize changed, gists/a.yaml added`. */
export function changeLine(cwd: string, changes: ReadonlyMap<string, ChangeKind>): string {
  const named = [...changes].slice(0, NAMED).map(([path, kind]) => `${shownPath(cwd, path)} ${kind}`);
  const others = changes.size - named.length;
  return `${named.join(', ')}${others > 0 ? `, and ${others} more` : ''}`;
}

function shownPath(cwd: string, path: string): string {
  if (path === cwd) return '.';
  return path.startsWith(`${cwd}/`) ? path.slice(cwd.length + 1) : path;
}
