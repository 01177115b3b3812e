import type { Dirent } from 'node:fs';
import type { FileSystemAdapter } from 'tinyglobby';
import { pathBelow } from './confined-files.ts';
import type { FileKind, FileSystem } from './file-system.ts';
import { absolutePath, fixedPart } from './path.ts';

/**
 * Returns files as tinyglobby wants to see them. A link to a folder matches as the folder does, but nothing is sought
 * behind it: links may lead round in circles, or to all of the machine. What is too deep to match is not listed.
 */
export function globAdapter(files: FileSystem, cwd: string, pattern: string): FileSystemAdapter {
  // The user has named the folders before the first wildcard, links or not.
  const named = absolutePath(cwd, fixedPart(pattern));
  const deepest = /\*\*|[{(]/.test(pattern) ? Number.POSITIVE_INFINITY : partsOf(absolutePath(cwd, pattern));
  const links = new Set<string>();
  const readdir = (path: string, _: unknown, answer: (error: Error | null, entries: Dirent[]) => void) => {
    const folder = absolutePath(cwd, path);
    if (links.has(folder) || partsOf(folder) >= deepest) return answer(null, []);
    const listed = files.list(folder);
    if (!listed.ok) return answer(new Error(listed.failure.reason), []);
    const entries = listed.value.map(({ name, kind }) => {
      const at = absolutePath(folder, name);
      const isFolder = kind === 'link' && leadsToFolder(files, at);
      if (isFolder && pathBelow(at, named) === undefined) links.add(at);
      return entry(name, path, isFolder ? 'folder' : kind);
    });
    answer(null, entries);
  };
  // The boundary: of the many forms of this function, the crawler calls the one with entries.
  return { readdir: readdir as unknown as NonNullable<FileSystemAdapter['readdir']> };
}

function partsOf(path: string): number {
  return path === '/' ? 0 : path.split('/').length - 1;
}

/** Returns whether a link leads to a folder. */
export function leadsToFolder(files: FileSystem, path: string): boolean {
  const real = files.realPath(path);
  const status = real.ok ? files.status(real.value) : real;
  return status.ok && status.value.kind === 'folder';
}

function entry(name: string, parentPath: string, kind: FileKind): Dirent {
  const never = () => false;
  return {
    name,
    parentPath,
    path: parentPath,
    isFile: () => kind !== 'folder',
    isDirectory: () => kind === 'folder',
    isSymbolicLink: never,
    isBlockDevice: never,
    isCharacterDevice: never,
    isFIFO: never,
    isSocket: never,
  } as Dirent;
}
