import type { FileSystem } from '../host/file-system.ts';
import { absolutePath } from '../host/path.ts';
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

/** Where the project and the root lie, as the user named them. */
export interface RootFolders {
  readonly cwd: string;
  readonly folder: string;
  /** The folder that holds all that may be imported; the project folder itself when absent. */
  readonly root?: string;
}

/** Returns the files below the root, or undefined when the project does not lie below it. */
export function openAllowedFiles(files: FileSystem, folders: RootFolders): AllowedFiles | undefined {
  const real = (path: string) => {
    const resolved = files.realPath(absolutePath(folders.cwd, path));
    return resolved.ok ? resolved.value : absolutePath(folders.cwd, path);
  };
  const folder = real(folders.folder);
  const root = folders.root === undefined ? folder : real(folders.root);
  const project = pathBelow(root, folder);
  if (project === undefined) return undefined;
  return {
    project,
    read: (path) => readBelow(files, root, path),
    list: (path) => {
      const listed = files.list(below(root, path));
      if (!listed.ok) return [];
      return listed.value.map(({ name }) => name).filter((name) => /\.(ts|json)$/.test(name));
    },
  };
}

/** The real path is read, not the given one: a link that changes in between leads nowhere else. */
function readBelow(files: FileSystem, root: string, path: string): AllowedRead {
  const resolved = files.realPath(below(root, path));
  if (!resolved.ok) {
    const { kind, reason } = resolved.failure;
    return kind === 'not-found' || kind === 'not-a-folder'
      ? { kind: 'absent' }
      : { kind: 'unreadable', problem: reason };
  }
  const inside = pathBelow(root, resolved.value);
  if (inside === undefined) return { kind: 'outside' };
  const status = files.status(resolved.value);
  if (!status.ok) return { kind: 'unreadable', problem: status.failure.reason };
  if (status.value.kind !== 'file') return { kind: 'unreadable', problem: 'it is no file' };
  if (status.value.size > MAX_FILE_BYTES)
    return { kind: 'unreadable', problem: `it has more than ${MAX_FILE_BYTES} bytes` };
  const read = files.read(resolved.value);
  if (!read.ok) return { kind: 'unreadable', problem: read.failure.reason };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(read.value);
    return { kind: 'text', path: inside, text };
  } catch {
    return { kind: 'unreadable', problem: 'it is not valid UTF-8' };
  }
}

function below(root: string, path: string): string {
  if (path === '') return root;
  return root === '/' ? `/${path}` : `${root}/${path}`;
}

function pathBelow(root: string, path: string): string | undefined {
  if (path === root) return '';
  const start = root === '/' ? '/' : `${root}/`;
  return path.startsWith(start) ? path.slice(start.length) : undefined;
}
