import { done, type FileResult } from '../host/file-result.ts';
import type { FileStatus, FileSystem } from '../host/file-system.ts';
import { folderOf } from '../host/path.ts';
import { type Manifest, ownedPaths, parseManifest } from './manifest.ts';
import { MANIFEST_PATH } from './output-path.ts';

/**
 * Removes the old tree after the new one took its place. Nothing that is not ours is lost: a foreign file that is not
 * in the new tree, or is newer than there, came while we were writing, and is carried over. May be repeated after it
 * was killed at any point: the old manifest says what is ours and goes last.
 */
export function takeApart(files: FileSystem, previous: string, root: string): FileResult<undefined> {
  const owned = readOwned(files, previous);
  const cleared = clearFolder(files, { previous, root, owned }, '');
  if (!cleared.ok) return cleared;
  const manifest = files.remove(`${previous}/${MANIFEST_PATH}`);
  if (!manifest.ok && manifest.failure.kind !== 'not-found') return manifest;
  return files.removeFolder(previous);
}

interface Trees {
  readonly previous: string;
  readonly root: string;
  readonly owned: ReadonlySet<string>;
}

function clearFolder(files: FileSystem, trees: Trees, folder: string): FileResult<undefined> {
  const entries = files.list(join(trees.previous, folder));
  if (!entries.ok) return entries;
  for (const { name, kind } of entries.value) {
    const path = folder === '' ? name : `${folder}/${name}`;
    if (path === MANIFEST_PATH && trees.owned.has(path)) continue;
    const cleared = kind === 'folder' ? removeCleared(files, trees, path) : clearFile(files, trees, path);
    if (!cleared.ok && cleared.failure.kind !== 'not-found') return cleared;
  }
  return done;
}

function removeCleared(files: FileSystem, trees: Trees, path: string): FileResult<undefined> {
  const cleared = clearFolder(files, trees, path);
  return cleared.ok ? files.removeFolder(join(trees.previous, path)) : cleared;
}

function clearFile(files: FileSystem, trees: Trees, path: string): FileResult<undefined> {
  const old = join(trees.previous, path);
  const now = join(trees.root, path);
  const before = files.status(old);
  if (!before.ok) return before;
  const after = files.status(now);
  if (trees.owned.has(path) && before.value.kind === 'file') return files.remove(old);
  if (after.ok && !isNewer(files, before.value, old, after.value, now)) return files.remove(old);
  const made = after.ok ? done : files.makeFolder(folderOf(now));
  return made.ok ? files.rename(old, now) : made;
}

function isNewer(
  files: FileSystem,
  before: FileStatus,
  old: string,
  after: FileStatus,
  now: string,
): boolean {
  if (before.identity === after.identity) return false;
  if (before.kind === 'link' && after.kind === 'link') {
    const targets = [files.readLink(old), files.readLink(now)].map((target) =>
      target.ok ? target.value : '',
    );
    if (targets[0] === targets[1]) return false;
  }
  return after.kind !== 'folder' && before.changed > after.changed;
}

function join(folder: string, path: string): string {
  return path === '' ? folder : `${folder}/${path}`;
}

/** Returns the manifest of an output folder, or undefined when it has none of bitesize. */
export function readManifest(files: FileSystem, root: string): Manifest | undefined {
  const path = `${root}/${MANIFEST_PATH}`;
  const status = files.status(path);
  if (!status.ok || status.value.kind !== 'file') return undefined;
  const read = files.read(path, { noFollow: true });
  return read.ok ? parseManifest(new TextDecoder().decode(read.value)) : undefined;
}

/** Returns the paths in an output folder that belong to bitesize. */
function readOwned(files: FileSystem, root: string): ReadonlySet<string> {
  return ownedPaths(readManifest(files, root));
}
