import type { FileSystem } from '../../host/file-system.ts';
import { folderOf } from '../../host/path.ts';

/**
 * Returns, for absolute paths of folders, those that are there, and for the others the nearest one above; each with what
 * tells it from another folder that takes its place.
 */
export function nearestFolders(files: FileSystem, paths: ReadonlySet<string>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of paths) {
    for (let at = path; !found.has(at); at = folderOf(at)) {
      const real = files.realPath(at);
      const status = real.ok ? files.status(real.value) : real;
      const isFolder = status.ok && status.value.kind === 'folder';
      if (isFolder) found.set(at, status.value.identity);
      if (isFolder || at === '/') break;
    }
  }
  return found;
}
