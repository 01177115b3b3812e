import { done, type FileResult } from '../host/file-result.ts';
import type { FileSystem } from '../host/file-system.ts';

/** Removes a folder with everything in it; links are removed, not followed. What is already gone is fine. */
export function removeTree(files: FileSystem, path: string): FileResult<undefined> {
  const entries = files.list(path);
  if (!entries.ok) return entries.failure.kind === 'not-found' ? done : entries;
  for (const { name, kind } of entries.value) {
    const inner = `${path}/${name}`;
    const removed = kind === 'folder' ? removeTree(files, inner) : files.remove(inner);
    if (!removed.ok && removed.failure.kind !== 'not-found') return removed;
  }
  const removed = files.removeFolder(path);
  return removed.ok || removed.failure.kind === 'not-found' ? done : removed;
}
