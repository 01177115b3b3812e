import type { Host } from '../../host/host.ts';
import { baseName, folderOf, joinPath } from '../../host/path.ts';
import { removeTree } from '../remove-tree.ts';
import { type ArchivePlace, partsName } from './archive-place.ts';
import { OWNER } from './stage-part.ts';

/** Parts of a run on another machine count as left behind after this time. */
const EXPIRY = 24 * 60 * 60_000;

/** Parts that are not older may be without their owner yet. */
const NEW = 2_000;

/** More bytes than the id of any process has. */
const LONGEST = 4096;

/** Removes the parts of this run. */
export function removeParts({ files }: Pick<Host, 'files'>, { parts }: ArchivePlace): void {
  removeTree(files, parts);
}

/** Removes the parts of runs that are gone: nobody puts them together any more. */
export function removeAbandonedParts(host: Host, { path, parts }: ArchivePlace): void {
  const { files } = host;
  const folder = folderOf(path);
  const listed = files.list(folder);
  const start = partsName(path);
  for (const { name, kind } of listed.ok ? listed.value : []) {
    if (kind !== 'folder' || !name.startsWith(start) || name === baseName(parts)) continue;
    if (isAbandoned(host, joinPath(folder, name))) removeTree(files, joinPath(folder, name));
  }
}

/** The owner is written right after the folder is made: until then there is none, or half of one. */
function isAbandoned({ files, process, now }: Host, folder: string): boolean {
  const status = files.status(folder);
  if (!status.ok) return false;
  const age = now() - status.value.changed;
  const owner = files.read(joinPath(folder, OWNER), { limit: LONGEST, noFollow: true });
  const running = owner.ok ? process.isRunning(new TextDecoder().decode(owner.value)) : false;
  return age > (running === false ? NEW : EXPIRY) && running !== true;
}
