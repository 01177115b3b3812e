import { type FileResult, success } from '../host/file-result.ts';
import type { FileSystem } from '../host/file-system.ts';
import type { OutputPlan } from './compare-output.ts';
import { applyJournal, type Journal, writeJournal } from './journal.ts';
import { MANIFEST_PATH } from './output-path.ts';
import type { OutputPlace } from './output-place.ts';
import { discardStaging, makeFolders } from './staged-folders.ts';

/**
 * Changes an output folder file by file, where it cannot be replaced as a whole: a mount point, the working folder, a
 * folder with a `.git`. All new content is written first, beside the journal; from when the journal stands, the moves
 * are carried out, by the next run if this one is killed. Until then the folder is as it was, but for empty folders
 * that wait for new files. While the journal stands, each file is whole, but some may be old and some new.
 */
export function writeInPlace(files: FileSystem, place: OutputPlace, plan: OutputPlan): FileResult<undefined> {
  const staged = stageFiles(files, place, plan);
  if (!staged.ok) {
    discardStaging(files, place);
    return staged;
  }
  return applyJournal(files, place, staged.value);
}

/** The manifest is moved last, so that it never names a file that is not there yet. */
function stageFiles(files: FileSystem, place: OutputPlace, plan: OutputPlan): FileResult<Journal> {
  const made = files.makeFolder(place.staging);
  if (!made.ok) return made;
  const changes = [...plan.add, ...plan.change];
  const ordered = [
    ...changes.filter(({ path }) => path !== MANIFEST_PATH),
    ...changes.filter(({ path }) => path === MANIFEST_PATH),
  ];
  for (const [index, { content }] of ordered.entries()) {
    const written = files.write(`${place.staging}/${index}`, content, { exclusive: true });
    if (!written.ok) return written;
  }
  const journal = { moves: ordered.map(({ path }) => path), removals: plan.remove };
  const folders = makeFolders(files, place, journal.moves);
  if (!folders.ok) return folders;
  const written = writeJournal(files, place, journal);
  return written.ok ? success(journal) : written;
}
