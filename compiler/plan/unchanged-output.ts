import type { FileStatus, FileSystem } from '../host/file-system.ts';
import type { Host } from '../host/host.ts';
import { isUpToDate, type OutputPlan } from './compare-output.ts';
import { type FileDigest, parseManifest } from './manifest.ts';
import { MANIFEST_PATH, TOOL_FOLDER } from './output-path.ts';
import { hasLeftovers, plainPlace } from './output-place.ts';

/**
 * Returns the numbers of an output folder that has this very manifest and whose files nobody touched since it was
 * written; undefined when that cannot be said and the content must be compared. The manifest is the last file that a run
 * writes, and the system notes every change of a file's status by its own clock, so a file that is not newer than the
 * manifest and has its size is the one that was written. Where a tree was copied, all of it is new, but the copy may have
 * kept the times of the last change of content: they count, too. And since a checkout can bring all files in that order,
 * `isAsLeft` says whether the manifest is the very file that a run here left. This takes a look at each file, and reads none.
 */
export function unchangedOutput(
  host: Host,
  folder: string,
  manifest: FileDigest,
  isAsLeft: (root: string, manifest: FileStatus) => boolean,
): PlanCounts | undefined {
  const { files } = host;
  const place = plainPlace(host, folder);
  if (place === undefined || hasLeftovers(files, place)) return undefined;
  const path = `${place.root}/${MANIFEST_PATH}`;
  const status = files.status(path);
  if (!status.ok || status.value.kind !== 'file' || status.value.size !== manifest.bytes) return undefined;
  if (!isAsLeft(place.root, status.value)) return undefined;
  const read = files.read(path, { limit: manifest.bytes, noFollow: true });
  if (!read.ok || host.sha256(read.value) !== manifest.sha256) return undefined;
  const parsed = parseManifest(new TextDecoder().decode(read.value));
  if (parsed === undefined) return undefined;
  const isThere = (digest: FileDigest) =>
    isUntouched(files, `${place.root}/${digest.path}`, digest, status.value);
  if (!isThere(parsed.maps) || !parsed.artifacts.every(isThere)) return undefined;
  return { added: 0, changed: 0, removed: 0, same: parsed.artifacts.length, upToDate: true };
}

function isUntouched(files: FileSystem, path: string, { bytes }: FileDigest, manifest: FileStatus): boolean {
  const status = files.status(path);
  if (!status.ok) return false;
  const { kind, size, changed, statusChanged } = status.value;
  const isOlder = statusChanged <= manifest.statusChanged && changed <= manifest.changed;
  return kind === 'file' && size === bytes && isOlder;
}

/** Calls `note` with the root of an output folder and the manifest that stands in it; where there is none, nothing. */
export function noteOutput(
  host: Host,
  folder: string,
  note: (root: string, manifest: FileStatus) => void,
): void {
  const place = plainPlace(host, folder);
  const status = place && host.files.status(`${place.root}/${MANIFEST_PATH}`);
  if (place !== undefined && status?.ok === true && status.value.kind === 'file')
    note(place.root, status.value);
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
