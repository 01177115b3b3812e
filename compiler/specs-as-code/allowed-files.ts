import { openConfined, type RootFolders } from '../host/confined-files.ts';
import type { FileSystem } from '../host/file-system.ts';
import { MAX_FILE_BYTES } from '../source/limits.ts';

/** What reading a file below the root gave; `path` is its path without links. */
export type AllowedRead =
  | { readonly kind: 'text'; readonly path: string; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'outside' }
  | { readonly kind: 'unreadable'; readonly problem: string };

/** The files that the specs of one project may import: those below one root, links followed. */
export interface AllowedFiles {
  /** The project folder as a path below the root; empty when it is the root. */
  readonly project: string;
  /** Reads a file by its path below the root. */
  readonly read: (path: string) => AllowedRead;
  /** Returns the names of the `.ts` and `.json` files of a folder below the root, for suggestions. */
  readonly list: (folder: string) => readonly string[];
}

/** Returns the files below the root, or undefined when the project does not lie below it. */
export function openAllowedFiles(files: FileSystem, folders: RootFolders): AllowedFiles | undefined {
  const confined = openConfined(files, folders);
  if (!confined.isBelowRoot) return undefined;
  return {
    project: confined.project,
    read: (path) => {
      const read = confined.read(path, MAX_FILE_BYTES);
      if (read.kind === 'unreadable') return { kind: 'unreadable', problem: read.reason };
      return read.kind === 'found' ? textOf(read.value) : read;
    },
    list: (path) => {
      const listed = confined.list(path);
      if (listed.kind !== 'found') return [];
      return listed.value.map(({ name }) => name).filter((name) => /\.(ts|json)$/.test(name));
    },
  };
}

function textOf({ path, bytes }: { readonly path: string; readonly bytes: Uint8Array }): AllowedRead {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { kind: 'text', path, text };
  } catch {
    return { kind: 'unreadable', problem: 'it is not valid UTF-8' };
  }
}

/** Returns the name that people see for a file below the root: its path from the project folder. */
export function displayName(project: string, path: string): string {
  const from = project === '' ? [] : project.split('/');
  const to = path.split('/');
  let common = 0;
  while (common < from.length && common < to.length - 1 && from[common] === to[common]) common++;
  return [...from.slice(common).map(() => '..'), ...to.slice(common)].join('/');
}

/** Returns the path below the root of a file in the project folder. */
export function projectPath(project: string, name: string): string {
  return project === '' ? name : `${project}/${name}`;
}
