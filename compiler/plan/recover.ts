import { done, type FileResult, failed } from '../host/file-result.ts';
import type { Host } from '../host/host.ts';
import { applyJournal, readJournal } from './journal.ts';
import type { OutputPlace } from './output-place.ts';
import { removeTree } from './remove-tree.ts';
import { discardStaging } from './staged-folders.ts';
import { isNoted, removeSwapNote } from './swap-note.ts';
import { takeApart } from './take-apart.ts';

/**
 * Mends what a killed run left behind. The lock must be held. Afterwards the folder is the old or the new tree. What looks
 * like that and was not left by a run here, such as a folder that a change brought, is not taken for the output, and
 * nothing is removed on its word.
 */
export function recover(
  host: Pick<Host, 'files' | 'sha256'>,
  place: OutputPlace,
  inputs: ReadonlySet<string>,
): FileResult<undefined> {
  const { files } = host;
  const discarded = removeTree(files, place.next);
  if (!discarded.ok) return discarded;
  if (files.status(place.previous).ok) {
    if (!isNoted(files, place))
      return failed('exists', `\`${place.previous}\` is in the way, and no run that was stopped left it`);
    const mended = files.status(place.root).ok
      ? takeApart(files, place.previous, place.root)
      : files.rename(place.previous, place.root);
    if (!mended.ok) return mended;
  }
  const noted = removeSwapNote(files, place);
  if (!noted.ok) return noted;
  const journal = readJournal(host, place, inputs);
  if (journal !== undefined) return applyJournal(files, place, journal);
  return files.status(place.staging).ok ? discardStaging(files, place) : done;
}
