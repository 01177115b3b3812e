import { type NewEntry, packEntries } from '../../host/archive/tar-entry.ts';
import { done, type FileResult } from '../../host/file-result.ts';
import type { FileSystem } from '../../host/file-system.ts';
import type { Host } from '../../host/host.ts';
import { joinPath } from '../../host/path.ts';
import { compareText } from '../../util/compare-text.ts';
import { isUpToDate } from '../compare-output.ts';
import { foreignEntries } from '../foreign-entries.ts';
import { ownedPaths } from '../manifest.ts';
import type { OutputFile } from '../output-files.ts';
import { readManifest } from '../take-apart.ts';
import { cannotWrite, foreignFiles, type OutputResult, planOutput } from '../write-output.ts';
import { type ArchivePlace, pathInArchive, sectionName, sectionPath } from './archive-place.ts';

/** Says which run made the parts, so that another one knows when they are left behind. */
export const OWNER = 'owner';

/**
 * Makes the part of an archive that shall stand in place of an output folder, where it differs from what is there: it waits
 * beside the archive until all parts are there (`write-archive.ts`). `host` reads the archive as a folder. An archive holds
 * nothing but output: what is foreign in it is not carried over, so that the archive is refused.
 */
export function stagePart(
  host: Host,
  archive: ArchivePlace,
  out: string,
  wanted: readonly OutputFile[],
  inputs: ReadonlySet<string>,
): OutputResult {
  const planned = planOutput(host, out, wanted, inputs);
  if (!planned.ok) return planned;
  const { plan } = planned;
  if (plan.foreign.length > 0) return foreignInArchive(out, plan.foreign);
  if (isUpToDate(plan)) return planned;
  const section = sectionName(archive, out);
  const root = sectionPath(archive, out);
  const { files } = host;
  const kept = plan.kept.map(({ path }) => path);
  const foreign = foreignPaths(files, root, [...wanted.map(({ path }) => path), ...kept]);
  if (foreign.length > 0) return foreignInArchive(out, foreign);
  const entries: NewEntry[] = wanted.map((file) => ({ ...file, path: pathInArchive(section, file.path) }));
  for (const path of kept) {
    const read = files.read(`${root}/${path}`);
    if (!read.ok) return cannotWrite(`${out}/${path}`, read.failure.reason);
    entries.push({ path: pathInArchive(section, path), content: read.value, bytes: read.value.length });
  }
  const bytes = packEntries(entries.sort((a, b) => compareText(a.path, b.path)));
  const written = writePart(host, archive, section, bytes);
  return written.ok ? planned : cannotWrite(archive.named, written.failure.reason);
}

/** Returns the result for an archive with files that are not of bitesize: one finding, since it is one archive that is meant. */
export function foreignInArchive(folder: string, paths: readonly string[]): OutputResult {
  const more = paths.length - 1;
  const others = more === 0 ? '' : `${more} more like it; `;
  return foreignFiles(
    folder,
    paths.slice(0, 1),
    `${others}an archive that is written holds nothing else: name another one, or move the files out of it`,
  );
}

/** Returns what stands below a folder of an archive and is neither of bitesize nor known. */
function foreignPaths(files: FileSystem, root: string, known: readonly string[]): readonly string[] {
  if (!files.status(root).ok) return [];
  const owned = new Set([...ownedPaths(readManifest(files, root)), ...known]);
  const found = foreignEntries(files, root, owned);
  return found === undefined ? [''] : found.filter(({ kind }) => kind !== 'folder').map(({ path }) => path);
}

function writePart(
  { files, process, sha256 }: Pick<Host, 'files' | 'process' | 'sha256'>,
  { parts }: ArchivePlace,
  section: string,
  bytes: Uint8Array,
): FileResult<undefined> {
  const made = files.status(parts).ok ? done : files.makeFolder(parts);
  if (!made.ok) return made;
  const owned = files.status(joinPath(parts, OWNER)).ok
    ? done
    : files.write(joinPath(parts, OWNER), process.id);
  return owned.ok ? files.write(partPath(parts, section, sha256), bytes, { exclusive: true }) : owned;
}

/** Returns where the part of a section waits; sections are named by users, and files need short names. */
export function partPath(parts: string, section: string, sha256: Host['sha256']): string {
  return joinPath(parts, sha256(section).slice(0, 32));
}
