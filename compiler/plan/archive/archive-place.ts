import { confinedPath, linkReason } from '../../host/confined-path.ts';
import { type FileResult, failed, success } from '../../host/file-result.ts';
import type { Host } from '../../host/host.ts';
import { baseName, folderOf, joinPath } from '../../host/path.ts';
import { markOf, type StatusMark } from '../../host/status-mark.ts';

/**
 * An archive that takes the place of an output folder, as it was when a run began. Plain data: it is sent to threads. The names
 * around it are fixed but for the parts: several runs may make theirs at once, and one after the other puts them together.
 */
export interface ArchivePlace {
  /** As the user named it. */
  readonly named: string;
  /** Absolute, without links. */
  readonly path: string;
  /** Absent where there is none yet. */
  readonly before?: StatusMark;
  /** The folder in which the new parts of this run wait until all are made. */
  readonly parts: string;
}

/**
 * Returns the place of an archive; undefined where a folder of this name stands. A link to an archive leads to it, unless a
 * change can have planted it (`confined-path.ts`).
 */
export function archivePlace(
  host: Pick<Host, 'cwd' | 'files' | 'process' | 'sha256'>,
  named: string,
): FileResult<ArchivePlace | undefined> {
  const { files } = host;
  const found = confinedPath(host, named);
  if (!found.ok) return found;
  const { path, status, isConfined } = found.value;
  if (status === undefined) return success(placeAt(host, named, path));
  if (status.kind === 'link' && isConfined) return failed('denied', linkReason(named));
  const real = status.kind === 'link' ? files.realPath(path) : success(path);
  if (!real.ok)
    return real.failure.kind === 'not-found' ? failed('other', 'it is a link that leads nowhere') : real;
  const standing = files.status(real.value);
  if (!standing.ok) return standing;
  if (standing.value.kind === 'folder') return success(undefined);
  if (standing.value.kind !== 'file') return failed('not-regular');
  return success({ ...placeAt(host, named, real.value), before: markOf(standing.value) });
}

/** What the folders of parts beside an archive are called: the names of those of all runs begin so. */
export function partsName(path: string): string {
  return `.${baseName(path)}.bitesize-parts-`;
}

function placeAt(
  { process, sha256 }: Pick<Host, 'process' | 'sha256'>,
  named: string,
  path: string,
): ArchivePlace {
  const run = sha256(process.id).slice(0, 16);
  return { named, path, parts: joinPath(folderOf(path), `${partsName(path)}${run}`) };
}

/** Returns what an output folder that was to be in an archive is called there; empty where it was to be the archive itself. */
export function sectionName({ named }: Pick<ArchivePlace, 'named'>, out: string): string {
  return out === named ? '' : baseName(out);
}

/** Returns where an output folder that was to be in an archive is on a host that reads the archive as a folder. */
export function sectionPath(archive: Pick<ArchivePlace, 'named' | 'path'>, out: string): string {
  const section = sectionName(archive, out);
  return section === '' ? archive.path : joinPath(archive.path, section);
}

/** Returns the path of a file of the section in the archive. */
export function pathInArchive(section: string, path: string): string {
  return section === '' ? path : `${section}/${path}`;
}
