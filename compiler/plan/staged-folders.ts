import { done, type FileResult } from '../host/file-result.ts';
import type { FileSystem } from '../host/file-system.ts';
import { parseJson } from '../util/parse-json.ts';
import { listOf, text } from '../util/shape.ts';
import { isReachable } from './journal.ts';
import { foldersAbove, TOOL_FOLDER } from './output-path.ts';
import type { OutputPlace } from './output-place.ts';
import { removeTree } from './remove-tree.ts';

/**
 * Makes the folders of files that will be moved into an output folder, so that no missing folder can stop the moves.
 * Those that are new are noted first: if the moves never begin, they must go again.
 */
export function makeFolders(
  files: FileSystem,
  place: OutputPlace,
  paths: readonly string[],
): FileResult<undefined> {
  const wanted = [...new Set(paths.flatMap(foldersAbove))];
  const fresh = wanted.filter((path) => !files.status(`${place.root}/${path}`).ok);
  const noted = files.write(noteOf(place), JSON.stringify(fresh));
  if (!noted.ok) return noted;
  for (const path of fresh) {
    const made = files.makeFolder(`${place.root}/${path}`);
    if (!made.ok) return made;
  }
  return done;
}

/** Removes what was made for moves that never began. May be repeated after it was killed. */
export function discardStaging(files: FileSystem, place: OutputPlace): FileResult<undefined> {
  const note = files.read(noteOf(place), { noFollow: true });
  const noted = note.ok ? parseJson(new TextDecoder().decode(note.value)) : undefined;
  for (const path of isListOfTexts(noted) ? noted.toReversed() : []) {
    // A folder that holds something by now is not removed: the system refuses.
    if (isReachable(files, place.root, path)) files.removeFolder(`${place.root}/${path}`);
  }
  const removed = removeTree(files, place.staging);
  files.removeFolder(`${place.root}/${TOOL_FOLDER}`);
  return removed;
}

const isListOfTexts = listOf(text);

function noteOf(place: OutputPlace): string {
  return `${place.staging}/folders`;
}
