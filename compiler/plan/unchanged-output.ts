import type { Host } from '../host/host.ts';
import { hasMark, markOf, type StatusMark } from '../host/status-mark.ts';
import { isUpToDate, type OutputPlan } from './compare-output.ts';
import type { FileDigest } from './manifest.ts';
import type { OutputFile } from './output-files.ts';
import { MANIFEST_PATH, TOOL_FOLDER } from './output-path.ts';
import { hasLeftovers, type OutputPlace } from './output-place.ts';

/** What an output looked like when a run left it: a folder by itself, and one in an archive by what is noted of the archive. */
export type OutputMark = FolderMark | ArchivedMark;

/** An output in an archive: whether that has it still is for the note of the archive to say (`archive-note.ts`). */
export interface ArchivedMark {
  /** How many artifacts it has. */
  readonly archived: number;
}

/** What an output folder looked like when a run left it. */
export interface FolderMark {
  /** The manifest, which is the last file that a run writes. */
  readonly manifest: StatusMark;
  /** The paths of all other files. */
  readonly paths: readonly string[];
  /** Their lengths in bytes, in the same order. */
  readonly sizes: readonly number[];
}

/**
 * Returns the numbers of an output folder that nobody touched since a run left it; undefined when that cannot be said and
 * the content must be compared. The manifest is the last file that a run writes, and the system notes every change of a
 * file's status by its own clock, so a file that is not newer than the manifest and has its size is the one that was
 * written. Where a tree was copied, all of it is new, but the copy may have kept the times of the last change of content:
 * they count, too. And since a checkout can bring all files in that order, the manifest has to be the very file that the
 * run left. This takes a look at each file, and reads none.
 */
export function unchangedOutput(
  { files }: Pick<Host, 'files'>,
  place: OutputPlace,
  { manifest, paths, sizes }: FolderMark,
): PlanCounts | undefined {
  const { root } = place;
  const found = files.status(`${root}/${MANIFEST_PATH}`);
  if (!found.ok || !hasMark(found.value, 'file', manifest) || hasLeftovers(files, place)) return undefined;
  const isUntouched = (path: string, index: number) => {
    const status = files.status(`${root}/${path}`);
    if (!status.ok) return false;
    const { kind, size, changed, statusChanged } = status.value;
    const isOlder = statusChanged <= manifest.statusChanged && changed <= manifest.changed;
    return kind === 'file' && size === sizes[index] && isOlder;
  };
  if (!paths.every(isUntouched)) return undefined;
  return nothingChanged(paths.filter(isArtifact).length);
}

/** Returns the numbers of an output that has so many artifacts and is as it shall be. */
export function nothingChanged(artifacts: number): PlanCounts {
  return { added: 0, changed: 0, removed: 0, same: artifacts, upToDate: true };
}

/** Returns the mark of an output that is to be in an archive. */
export function markArchived(written: readonly OutputFile[]): ArchivedMark {
  return { archived: written.filter(({ path }) => isArtifact(path)).length };
}

/**
 * Returns the mark of an output folder that holds these files, the manifest last; undefined where another manifest stands by
 * now: several runs may write to one folder.
 */
export function markOutput(
  { files, sha256 }: Pick<Host, 'files' | 'sha256'>,
  { root }: OutputPlace,
  written: readonly OutputFile[],
  manifest: FileDigest,
): FolderMark | undefined {
  const path = `${root}/${MANIFEST_PATH}`;
  // It is read after the look at it: what takes its place in between has another status.
  const status = files.status(path);
  const read = files.read(path, { limit: manifest.bytes, noFollow: true });
  if (!status.ok || status.value.kind !== 'file' || !read.ok || sha256(read.value) !== manifest.sha256)
    return undefined;
  const others = written.filter((file) => file.path !== MANIFEST_PATH);
  return {
    manifest: markOf(status.value),
    paths: others.map((file) => file.path),
    sizes: others.map(({ bytes }) => bytes),
  };
}

/** How many artifacts of an output folder are new, changed, removed and unchanged. */
export interface PlanCounts {
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
  readonly same: number;
  /** Whether nothing differs, not even what only tools read. */
  readonly upToDate: boolean;
}

/** Returns the numbers of a plan; what belongs to bitesize itself is no artifact. */
export function planCounts(plan: OutputPlan): PlanCounts {
  const artifacts = (paths: readonly string[]) => paths.filter(isArtifact).length;
  return {
    added: artifacts(plan.add.map(({ path }) => path)),
    changed: artifacts(plan.change.map(({ path }) => path)),
    removed: artifacts(plan.remove.map(({ path }) => path)),
    same: artifacts(plan.same),
    upToDate: isUpToDate(plan),
  };
}

function isArtifact(path: string): boolean {
  return path !== MANIFEST_PATH && !path.startsWith(`${TOOL_FOLDER}/`);
}
