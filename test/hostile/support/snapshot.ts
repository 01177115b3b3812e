import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync, type Stats } from 'node:fs';
import { join } from 'node:path';

/** Everything below a folder by path: kind, mode, and the size and hash of a file or the target of a link. */
export type Snapshot = ReadonlyMap<string, string>;

/** Returns what stands below a folder, by itself: no link is followed, no pipe is opened. */
export function takeSnapshot(root: string): Snapshot {
  const found = new Map<string, string>();
  const visit = (folder: string) => {
    for (const name of readdirSync(join(root, folder)).sort()) {
      const path = join(folder, name);
      const status = lstatSync(join(root, path));
      found.set(path, describe(join(root, path), status));
      if (status.isDirectory()) visit(path);
    }
  };
  visit('');
  return found;
}

/** Returns what differs, as lines for people; `isFree` tells the paths where all may happen. */
export function changesBetween(
  before: Snapshot,
  after: Snapshot,
  isFree: (path: string) => boolean = () => false,
): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path) && !isFree(path))
    .sort()
    .map((path) => `${path}: ${before.get(path) ?? 'nothing'} became ${after.get(path) ?? 'nothing'}`);
}

function describe(path: string, status: Stats): string {
  const mode = (status.mode & 0o7777).toString(8);
  if (status.isDirectory()) return `folder ${mode}`;
  if (status.isSymbolicLink()) return `link to ${readlinkSync(path)}`;
  if (!status.isFile()) return `special ${mode}`;
  return `file ${mode} ${status.size} ${createHash('sha256').update(readFileSync(path)).digest('hex')}`;
}
