import { done, type FileResult } from '../host/file-result.ts';
import type { FileSystem } from '../host/file-system.ts';
import type { Host } from '../host/host.ts';
import { folderOf } from '../host/path.ts';
import { parseJson } from '../util/parse-json.ts';
import { hasDigest } from './compare-output.ts';
import { type FileDigest, isDigest } from './manifest.ts';
import { foldersAbove, isArtifactPath, MANIFEST_PATH, MAPS_PATH, pathProblem } from './output-path.ts';
import type { OutputPlace } from './output-place.ts';
import { removeTree } from './remove-tree.ts';

/** What is to be done in an output folder: the staged file `n` becomes `moves[n]`, and `removals` go. */
export interface Journal {
  /** Names the very folder of the staged files, which nobody can foresee who forges a journal. */
  readonly staging: string;
  readonly moves: readonly FileDigest[];
  readonly removals: readonly FileDigest[];
}

/** Writes the journal in one step. */
export function writeJournal(files: FileSystem, place: OutputPlace, journal: Journal): FileResult<undefined> {
  const draft = `${place.staging}/journal`;
  const written = files.write(draft, JSON.stringify(journal));
  return written.ok ? files.rename(draft, place.journal) : written;
}

/** Carries out a journal. May be repeated: what is done already is skipped. */
export function applyJournal(files: FileSystem, place: OutputPlace, journal: Journal): FileResult<undefined> {
  for (const [index, { path }] of journal.moves.entries()) {
    const target = `${place.root}/${path}`;
    if (!isReachable(files, place.root, path)) continue;
    const made = files.makeFolder(folderOf(target));
    const moved = made.ok ? files.rename(`${place.staging}/${index}`, target) : made;
    if (!moved.ok && moved.failure.kind !== 'not-found') return moved;
  }
  for (const { path } of journal.removals) {
    if (!isReachable(files, place.root, path)) continue;
    const removed = files.remove(`${place.root}/${path}`);
    if (!removed.ok && removed.failure.kind !== 'not-found') return removed;
    removeEmptyFolders(files, place.root, path);
  }
  const removed = files.remove(place.journal);
  if (!removed.ok && removed.failure.kind !== 'not-found') return removed;
  return removeTree(files, place.staging);
}

/**
 * Returns what of a journal that a killed run left is to be done, or undefined when there is none. It may come with a folder
 * from elsewhere, and whoever wrote it chose its words. Only one that names the very folder of its staged files was written by
 * a run here, a staged file counts only with the content that the journal gives, and so does one that shall go.
 */
export function readJournal(
  { files, sha256 }: Pick<Host, 'files' | 'sha256'>,
  place: OutputPlace,
  inputs: ReadonlySet<string>,
): Journal | undefined {
  const standing = files.status(place.journal);
  if (!standing.ok) return undefined;
  const read = standing.value.kind === 'file' ? files.read(place.journal, { noFollow: true }) : undefined;
  const data = read?.ok === true ? parseJournal(read.value) : undefined;
  const staging = files.status(place.staging);
  if (data === undefined || !staging.ok || staging.value.kind !== 'folder') return nothing;
  if (staging.value.identity !== data.staging) return nothing;
  const mayTouch = ({ path }: FileDigest) =>
    (path === MANIFEST_PATH || path === MAPS_PATH || isArtifactPath(path)) &&
    !inputs.has(`${place.root}/${path}`);
  return {
    staging: data.staging,
    // The position of a move is the name of its staged file, so bad moves stay as places that are skipped.
    moves: data.moves.map((move, index) =>
      mayTouch(move) && hasDigest(files, `${place.staging}/${index}`, move, sha256) ? move : skipped,
    ),
    // A file that is gone may have left its folder, which goes with it.
    removals: data.removals.filter((removal) => {
      const path = `${place.root}/${removal.path}`;
      return mayTouch(removal) && (isAbsent(files, path) || hasDigest(files, path, removal, sha256));
    }),
  };
}

function isAbsent(files: FileSystem, path: string): boolean {
  const status = files.status(path);
  return !status.ok && status.failure.kind === 'not-found';
}

const nothing: Journal = { staging: '', moves: [], removals: [] };

/** The empty path is not reachable. */
const skipped: FileDigest = { path: '', bytes: 0, sha256: '' };

function parseJournal(bytes: Uint8Array): Journal | undefined {
  const data = parseJson(new TextDecoder().decode(bytes));
  if (typeof data !== 'object' || data === null) return undefined;
  if (!('staging' in data) || !('moves' in data) || !('removals' in data)) return undefined;
  const { staging, moves, removals } = data;
  if (typeof staging !== 'string' || !Array.isArray(moves) || !Array.isArray(removals)) return undefined;
  return moves.every(isDigest) && removals.every(isDigest) ? { staging, moves, removals } : undefined;
}

/**
 * Returns whether a path stays in the output folder and no link leads out of it. A journal may come with a folder from
 * elsewhere: its paths are checked as if they were an author's.
 */
export function isReachable(files: FileSystem, root: string, path: string): boolean {
  if (pathProblem(path) !== undefined) return false;
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
