import type { FileResult } from './file-result.ts';
import type { FileStatus, FileSystem, FolderEntry } from './file-system.ts';
import { absolutePath } from './path.ts';

/** What was found at a path below the root, or why there is nothing to be had. */
export type Confined<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'absent' }
  /** The path leads out of the root; `link` is the part of it, as it was asked for, that does. */
  | { readonly kind: 'outside'; readonly link: string }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** A file or folder below the root. */
export interface ConfinedPlace {
  /** Path below the root, without links. */
  readonly path: string;
  readonly status: FileStatus;
}

/** A file below the root. */
export interface ConfinedFile {
  /** Path below the root, without links. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * The files that a project may be made of: those below one root, links followed. Whoever writes a project must not read
 * with the rights of whoever runs bitesize on it, so all that belongs to a project is read through this. Paths are below
 * the root; hard links cannot be told from files and are taken for such.
 */
export interface ConfinedFiles {
  /** The project folder as a path below the root; empty when it is the root. */
  readonly project: string;
  /** Whether the project lies below the root that was asked for; if not, the root is the project folder itself. */
  readonly isBelowRoot: boolean;
  /** What the root is called in messages. */
  readonly rootName: string;
  readonly find: (path: string) => Confined<ConfinedPlace>;
  readonly read: (path: string, limit: number) => Confined<ConfinedFile>;
  readonly list: (path: string) => Confined<readonly FolderEntry[]>;
}

/** Where the project and the root lie, as the user named them. */
export interface RootFolders {
  readonly cwd: string;
  readonly folder: string;
  /** The folder that holds all that the project may be made of; the project folder itself when absent. */
  readonly root?: string;
}

/** Returns the files that a project may be made of. The project folder may be reached over links: the user named it. */
export function openConfined(files: FileSystem, folders: RootFolders): ConfinedFiles {
  const real = (path: string) => {
    const resolved = files.realPath(absolutePath(folders.cwd, path));
    return resolved.ok ? resolved.value : absolutePath(folders.cwd, path);
  };
  const folder = real(folders.folder);
  const wanted = folders.root === undefined ? folder : real(folders.root);
  const below = pathBelow(wanted, folder);
  const root = below === undefined ? folder : wanted;
  return {
    project: below ?? '',
    isBelowRoot: below !== undefined,
    rootName: root === folder ? 'the project folder' : 'the folder of `--root`',
    find: (path) => find(files, root, path),
    read: (path, limit) => readBelow(files, root, path, limit),
    list: (path) => {
      const found = find(files, root, path);
      return found.kind === 'found' ? confined(files.list(pathIn(root, found.value.path))) : found;
    },
  };
}

/** Returns a path as it is below a folder, empty for the folder itself; undefined when it is not. Both have no links. */
export function pathBelow(folder: string, path: string): string | undefined {
  if (path === folder) return '';
  const start = folder === '/' ? '/' : `${folder}/`;
  return path.startsWith(start) ? path.slice(start.length) : undefined;
}

const GIT_FOLDER: Confined<never> = {
  kind: 'unreadable',
  reason: 'what is in `.git` belongs to no project: it may hold the tokens of a CI system',
};

function find(files: FileSystem, root: string, path: string): Confined<ConfinedPlace> {
  const resolved = files.realPath(pathIn(root, path));
  if (!resolved.ok)
    return resolved.failure.kind === 'outside'
      ? { kind: 'outside', link: leavingPart(files, root, path) }
      : confined(resolved);
  const inside = pathBelow(root, resolved.value);
  if (inside === undefined) return { kind: 'outside', link: leavingPart(files, root, path) };
  if (inside.toLowerCase().split('/').includes('.git')) return GIT_FOLDER;
  const status = files.status(resolved.value);
  return status.ok ? { kind: 'found', value: { path: inside, status: status.value } } : confined(status);
}

/** The real path is read, not the given one, and no link that takes its place in between. */
function readBelow(files: FileSystem, root: string, path: string, limit: number): Confined<ConfinedFile> {
  const found = find(files, root, path);
  if (found.kind !== 'found') return found;
  const { path: inside, status } = found.value;
  // What is no file is not even opened.
  if (status.kind === 'other') return { kind: 'unreadable', reason: 'it is no regular file' };
  const read = confined(files.read(pathIn(root, inside), { limit, noFollow: true }));
  return read.kind === 'found' ? { kind: 'found', value: { path: inside, bytes: read.value } } : read;
}

/** Returns the shortest part of a path that leads out of the root. */
function leavingPart(files: FileSystem, root: string, path: string): string {
  const parts = path.split('/');
  for (let count = 1; count < parts.length; count++) {
    const part = parts.slice(0, count).join('/');
    const resolved = files.realPath(pathIn(root, part));
    if (resolved.ok ? pathBelow(root, resolved.value) === undefined : resolved.failure.kind === 'outside')
      return part;
  }
  return path;
}

function confined<T>(result: FileResult<T>): Confined<T> {
  if (result.ok) return { kind: 'found', value: result.value };
  const { kind, reason } = result.failure;
  return kind === 'not-found' || kind === 'not-a-folder'
    ? { kind: 'absent' }
    : { kind: 'unreadable', reason };
}

/** A path with `..` in it is taken apart by the text: it leads to no file that the text does not name. */
function pathIn(root: string, path: string): string {
  return absolutePath(root, path === '' ? '.' : `./${path}`);
}
