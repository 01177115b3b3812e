import type { Dirent } from 'node:fs';
import type { FileSystemAdapter } from 'tinyglobby';
import type { FileKind, FileSystem } from './file-system.ts';

/** Returns files as tinyglobby wants to see them. Links count as files: a glob does not lead out of a commit. */
export function globAdapter(files: FileSystem): FileSystemAdapter {
  const readdir = (path: string, _: unknown, answer: (error: Error | null, entries: Dirent[]) => void) => {
    const listed = files.list(path);
    if (!listed.ok) return answer(new Error(listed.failure.reason), []);
    answer(
      null,
      listed.value.map(({ name, kind }) => entry(name, path, kind)),
    );
  };
  // The boundary: of the many forms of this function, the crawler calls the one with entries.
  return { readdir: readdir as unknown as NonNullable<FileSystemAdapter['readdir']> };
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
