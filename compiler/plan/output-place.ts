import { done, type FileResult, failed, success } from '../host/file-result.ts';
import type { FileSystem } from '../host/file-system.ts';
import { baseName, folderOf, joinPath } from '../host/path.ts';
import { asideOf } from './lock.ts';
import { TOOL_FOLDER } from './output-path.ts';

/**
 * An output folder and the names around it that a run uses. They are fixed, so that the next run finds what a killed
 * one left behind; the lock keeps two runs apart.
 */
export interface OutputPlace {
  /** Absolute, without links. */
  readonly root: string;
  readonly parent: string;
  /** Whether something stands at the root. */
  readonly exists: boolean;
  readonly lock: string;
  /** Used when the parent cannot be written to. */
  readonly innerLock: string;
  /** The new tree while it is made. */
  readonly next: string;
  /** The old tree after it was replaced, until it is removed. */
  readonly previous: string;
  /** Files that wait to be moved into place, where the folder cannot be replaced as a whole. */
  readonly staging: string;
  /** The list of those moves: from when it stands, they are carried out, if need be by the next run. */
  readonly journal: string;
}

/** Returns the place of an output folder; a link to a folder leads to that folder. */
export function outputPlace(files: FileSystem, path: string): FileResult<OutputPlace> {
  const real = files.realPath(path);
  if (real.ok) {
    const status = files.status(real.value);
    if (status.ok && status.value.kind !== 'folder') return failed('not-a-folder', 'it is not a folder');
    return success(placeAt(real.value, true));
  }
  if (real.failure.kind !== 'not-found') return real;
  if (files.status(path).ok) return failed('other', 'it is a link that leads nowhere');
  const parent = realParent(files, folderOf(path));
  return parent.ok ? success(placeAt(joinPath(parent.value, baseName(path)), false)) : parent;
}

/** Returns the place of an output folder that is a plain folder, without resolving links; undefined for all others. */
export function plainPlace(files: FileSystem, path: string): OutputPlace | undefined {
  const status = files.status(path);
  return status.ok && status.value.kind === 'folder' ? placeAt(path, true) : undefined;
}

/** Returns whether an earlier run was killed here, or another one is at work. */
export function hasLeftovers(files: FileSystem, place: OutputPlace): boolean {
  const { lock, innerLock, next, previous, staging, journal } = place;
  const locks = [lock, innerLock].flatMap((path) => [path, asideOf(path)]);
  return [...locks, next, previous, staging, journal].some((path) => files.status(path).ok);
}

/** Makes the folder that the output folder lies in. */
export function makeParent(files: FileSystem, { parent }: OutputPlace): FileResult<undefined> {
  return files.status(parent).ok ? done : files.makeFolder(parent);
}

/** The folders above may be missing too; those that exist are resolved. */
function realParent(files: FileSystem, path: string): FileResult<string> {
  const real = files.realPath(path);
  if (real.ok || real.failure.kind !== 'not-found' || path === '/' || path === '') return real;
  const above = realParent(files, folderOf(path));
  return above.ok ? success(joinPath(above.value, baseName(path))) : above;
}

function placeAt(root: string, exists: boolean): OutputPlace {
  const parent = root === '/' ? '/' : folderOf(root);
  const beside = (name: string) => joinPath(parent, `.${baseName(root)}.bitesize-${name}`);
  const inside = (name: string) => joinPath(root, `${TOOL_FOLDER}/${name}`);
  return {
    root,
    parent,
    exists,
    lock: beside('lock'),
    next: beside('new'),
    previous: beside('old'),
    innerLock: inside('lock'),
    staging: inside('new'),
    journal: inside('journal.json'),
  };
}
