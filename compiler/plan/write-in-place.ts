import { type FileResult, success } from '../host/file-result.ts';
import type { Host } from '../host/host.ts';
import type { OutputPlan } from './compare-output.ts';
import { applyJournal, type Journal, writeJournal } from './journal.ts';
import { MANIFEST_PATH } from './output-path.ts';
import type { OutputPlace } from './output-place.ts';
import { discardStaging, makeFolders } from './staged-folders.ts';

/** What of a host it takes. */
type PlanHost = Pick<Host, 'files' | 'sha256'>;

/**
 * Changes an output folder file by file, where it cannot be replaced as a whole: a mount point, the working folder, a
 * folder with a `.git`. All new content is written first, beside the journal; from when the journal stands, the moves
 * are carried out, by the next run if this one is killed. Until then the folder is as it was, but for empty folders
 * that wait for new files. While the journal stands, each file is whole, but some may be old and some new.
 */
export function writeInPlace(host: PlanHost, place: OutputPlace, plan: OutputPlan): FileResult<undefined> {
  const { files } = host;
  const staged = stageFiles(host, place, plan);
  if (!staged.ok) {
    discardStaging(files, place);
    return staged;
  }
  return applyJournal(files, place, staged.value);
}

/** The manifest is moved last, so that it never names a file that is not there yet. */
function stageFiles({ files, sha256 }: PlanHost, place: OutputPlace, plan: OutputPlan): FileResult<Journal> {
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
  const staging = files.status(place.staging);
  if (!staging.ok) return staging;
  const moves = ordered.map(({ path, bytes, content }) => ({ path, bytes, sha256: sha256(content) }));
  const journal = { staging: staging.value.identity, moves, removals: plan.remove };
  const folders = makeFolders(
    files,
    place,
    moves.map(({ path }) => path),
  );
  if (!folders.ok) return folders;
  const written = writeJournal(files, place, journal);
  return written.ok ? success(journal) : written;
}
