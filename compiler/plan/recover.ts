import { done, type FileResult } from '../host/file-result.ts';
import type { FileSystem } from '../host/file-system.ts';
import { applyJournal, readJournal } from './journal.ts';
import type { OutputPlace } from './output-place.ts';
import { removeTree } from './remove-tree.ts';
import { discardStaging } from './staged-folders.ts';
import { takeApart } from './take-apart.ts';

/** Mends what a killed run left behind. The lock must be held. Afterwards the folder is the old or the new tree. */
export function recover(files: FileSystem, place: OutputPlace): FileResult<undefined> {
  const discarded = removeTree(files, place.next);
  if (!discarded.ok) return discarded;
  if (files.status(place.previous).ok) {
    const mended = files.status(place.root).ok
      ? takeApart(files, place.previous, place.root)
      : files.rename(place.previous, place.root);
    if (!mended.ok) return mended;
  }
  const journal = readJournal(files, place);
  if (journal !== undefined) return applyJournal(files, place, journal);
  return files.status(place.staging).ok ? discardStaging(files, place) : done;
}
