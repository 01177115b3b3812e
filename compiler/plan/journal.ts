import { done, type FileResult } from '../host/file-result.ts';
import type { FileSystem } from '../host/file-system.ts';
import { folderOf } from '../host/path.ts';
import { foldersAbove, pathProblem } from './output-path.ts';
import type { OutputPlace } from './output-place.ts';
import { removeTree } from './remove-tree.ts';

/** What is to be done in an output folder: the staged file `n` becomes `moves[n]`, and `removals` go. */
export interface Journal {
  readonly moves: readonly string[];
  readonly removals: readonly string[];
}

/** Writes the journal in one step. */
export function writeJournal(files: FileSystem, place: OutputPlace, journal: Journal): FileResult<undefined> {
  const draft = `${place.staging}/journal`;
  const written = files.write(draft, JSON.stringify(journal));
  return written.ok ? files.rename(draft, place.journal) : written;
}

/** Carries out a journal. May be repeated: what is done already is skipped. */
export function applyJournal(files: FileSystem, place: OutputPlace, journal: Journal): FileResult<undefined> {
  for (const [index, path] of journal.moves.entries()) {
    const target = `${place.root}/${path}`;
    if (!isReachable(files, place.root, path)) continue;
    const made = files.makeFolder(folderOf(target));
    const moved = made.ok ? files.rename(`${place.staging}/${index}`, target) : made;
    if (!moved.ok && moved.failure.kind !== 'not-found') return moved;
  }
  for (const path of journal.removals) {
    if (!isReachable(files, place.root, path)) continue;
    const removed = files.remove(`${place.root}/${path}`);
    if (!removed.ok && removed.failure.kind !== 'not-found') return removed;
    removeEmptyFolders(files, place.root, path);
  }
  const removed = files.remove(place.journal);
  if (!removed.ok && removed.failure.kind !== 'not-found') return removed;
  return removeTree(files, place.staging);
}

/** Returns the journal that a killed run left, or undefined when there is none; bad paths in it are dropped. */
export function readJournal(files: FileSystem, place: OutputPlace): Journal | undefined {
  const read = files.read(place.journal, { noFollow: true });
  if (!read.ok) return undefined;
  const data = parseJson(new TextDecoder().decode(read.value));
  if (typeof data !== 'object' || data === null) return { moves: [], removals: [] };
  return {
    // The position of a move is the name of its staged file, so bad moves stay as places that are skipped.
    moves: 'moves' in data ? texts(data.moves) : [],
    removals: 'removals' in data ? texts(data.removals).filter(isSafe) : [],
  };
}

/** Returns what a JSON text says; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Returns the texts of a list; what is no text is empty, and what is no list has none. */
export function texts(data: unknown): readonly string[] {
  return Array.isArray(data) ? data.map((item) => (typeof item === 'string' ? item : '')) : [];
}

function isSafe(path: string): boolean {
  return pathProblem(path) === undefined;
}

/**
 * Returns whether a path stays in the output folder and no link leads out of it. A journal may come with a folder from
 * elsewhere: its paths are checked as if they were an author's.
 */
export function isReachable(files: FileSystem, root: string, path: string): boolean {
  if (!isSafe(path)) return false;
  return foldersAbove(path).every((folder) => {
    const status = files.status(`${root}/${folder}`);
    return status.ok ? status.value.kind === 'folder' : status.failure.kind === 'not-found';
  });
}

/** A folder that still holds something is not removed: the system refuses. */
function removeEmptyFolders(files: FileSystem, root: string, path: string): FileResult<undefined> {
  for (const folder of foldersAbove(path).toReversed()) {
    if (!files.removeFolder(`${root}/${folder}`).ok) break;
  }
  return done;
}
