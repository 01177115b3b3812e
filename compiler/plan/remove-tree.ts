import { done, type FileResult } from '../host/file-result.ts';
import type { FileSystem } from '../host/file-system.ts';

/**
 * Removes a folder with everything in it; links are removed, not followed, the path itself included. What is already gone is
 * fine.
 */
export function removeTree(files: FileSystem, path: string): FileResult<undefined> {
  const status = files.status(path);
  if (!status.ok && status.failure.kind === 'not-found') return done;
  const isFolder = status.ok && status.value.kind === 'folder';
  const removed = isFolder ? removeFolder(files, path) : files.remove(path);
  return removed.ok || removed.failure.kind === 'not-found' ? done : removed;
}

function removeFolder(files: FileSystem, path: string): FileResult<undefined> {
  const entries = files.list(path);
  if (!entries.ok) return entries;
  for (const { name, kind } of entries.value) {
    const inner = `${path}/${name}`;
    const removed = kind === 'folder' ? removeFolder(files, inner) : files.remove(inner);
    if (!removed.ok && removed.failure.kind !== 'not-found') return removed;
  }
  return files.removeFolder(path);
}
