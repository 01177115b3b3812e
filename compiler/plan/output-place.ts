import { confinedPath, linkReason } from '../host/confined-path.ts';
import { done, type FileResult, failed, success } from '../host/file-result.ts';
import type { FileSystem } from '../host/file-system.ts';
import type { Host } from '../host/host.ts';
import { absolutePath, baseName, folderOf, joinPath } from '../host/path.ts';
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
  /** Says which tree got the name `previous`. */
  readonly swapNote: string;
  /** Files that wait to be moved into place, where the folder cannot be replaced as a whole. */
  readonly staging: string;
  /** The list of those moves: from when it stands, they are carried out, if need be by the next run. */
  readonly journal: string;
}

/**
 * Returns the place of an output folder; a link to a folder leads to that folder, unless a change can have planted it
 * (`confined-path.ts`).
 */
export function outputPlace(host: Pick<Host, 'cwd' | 'files'>, path: string): FileResult<OutputPlace> {
  const { files } = host;
  const place = confinedPath(host, path);
  if (!place.ok) return place;
  const { path: root, status, isConfined } = place.value;
  if (status === undefined) return success(placeAt(root, false));
  if (status.kind === 'folder') return withToolFolder(files, root);
  if (status.kind !== 'link') return failed('not-a-folder', 'it is not a folder');
  if (isConfined) return failed('denied', linkReason(path));
  const real = files.realPath(root);
  if (!real.ok)
    return real.failure.kind === 'not-found' ? failed('other', 'it is a link that leads nowhere') : real;
  const target = files.status(real.value);
  if (target.ok && target.value.kind !== 'folder') return failed('not-a-folder', 'it is not a folder');
  return withToolFolder(files, real.value);
}

/** What tools read stands in a folder: a link in its place would lead our files elsewhere. */
function withToolFolder(files: FileSystem, root: string): FileResult<OutputPlace> {
  const status = files.status(`${root}/${TOOL_FOLDER}`);
  if (status.ok && status.value.kind !== 'folder')
    return failed('not-a-folder', `\`${TOOL_FOLDER}\` in it is not a folder`);
  return success(placeAt(root, true));
}

/** Where folders lie that are no links themselves, by their absolute paths as they were named; undefined for all others. */
export type KnownFolders = Map<string, string | undefined>;

/**
 * Returns the place of an output folder that is a plain folder; undefined for all others. `known` keeps where the folders
 * above are, for those who only read and ask about many in a short time.
 */
export function plainPlace(
  host: Pick<Host, 'cwd' | 'files'>,
  path: string,
  known: KnownFolders = new Map(),
): OutputPlace | undefined {
  const named = absolutePath(host.cwd, path);
  const above = folderOf(named);
  if (!known.has(above)) known.set(above, plainFolder(host, above));
  const parent = known.get(above);
  if (parent === undefined || named === '/') {
    const folder = plainFolder(host, named);
    return folder === undefined ? undefined : placeAt(folder, true);
  }
  const root = joinPath(parent, baseName(named));
  const status = host.files.status(root);
  return status.ok && status.value.kind === 'folder' ? placeAt(root, true) : undefined;
}

function plainFolder(host: Pick<Host, 'cwd' | 'files'>, path: string): string | undefined {
  const place = confinedPath(host, path);
  return place.ok && place.value.status?.kind === 'folder' ? place.value.path : undefined;
}

/** Returns whether an earlier run was killed here, or another one is at work. */
export function hasLeftovers(files: FileSystem, place: OutputPlace): boolean {
  const { lock, innerLock, next, previous, swapNote, staging, journal } = place;
  const locks = [lock, innerLock].flatMap((path) => [path, asideOf(path)]);
  return [...locks, next, previous, swapNote, staging, journal].some((path) => files.status(path).ok);
}

/** Makes the folder that the output folder lies in. */
export function makeParent(files: FileSystem, { parent }: OutputPlace): FileResult<undefined> {
  return files.status(parent).ok ? done : files.makeFolder(parent);
}

/** Returns the names around an output that stands, or is to stand, at an absolute path without links. */
export function placeAt(root: string, exists: boolean): OutputPlace {
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
    swapNote: beside('swap'),
    innerLock: inside('lock'),
    staging: inside('new'),
    journal: inside('journal.json'),
  };
}
