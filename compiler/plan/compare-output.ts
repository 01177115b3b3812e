import type { FileStatus, FileSystem } from '../host/file-system.ts';
import { specKindOf } from '../source/spec-kind.ts';
import { compareText } from '../util/compare-text.ts';
import type { FileDigest } from './manifest.ts';
import type { OutputFile } from './output-files.ts';
import { foldersAbove } from './output-path.ts';

/** A file that the manifest names and that is not removed: `reason` continues "is no longer made and ...". */
export interface KeptFile {
  readonly path: string;
  readonly reason: string;
}

/** What is known about the files of an output folder. */
export interface Ownership {
  /** The paths that belong to bitesize. */
  readonly owned: ReadonlySet<string>;
  /** What they held when they were written. */
  readonly digests: ReadonlyMap<string, FileDigest>;
  /** Absolute paths of what the project is made from: never overwritten or removed. */
  readonly inputs: ReadonlySet<string>;
  readonly sha256: (content: Uint8Array) => string;
}

/** How an output folder differs from what it shall be. Every list is in the order of paths. */
export interface OutputPlan {
  readonly add: readonly OutputFile[];
  readonly change: readonly OutputFile[];
  /** Paths that bitesize owns and no longer produces, with what it wrote there. */
  readonly remove: readonly FileDigest[];
  /** Paths that it owns and no longer produces, where something else stands by now. */
  readonly kept: readonly KeptFile[];
  readonly same: readonly string[];
  /** Paths where something stands that bitesize does not own. */
  readonly foreign: readonly string[];
}

/** Returns whether nothing has to be written. */
export function isUpToDate({ add, change, remove, foreign }: OutputPlan): boolean {
  return add.length + change.length + remove.length + foreign.length === 0;
}

/**
 * Compares a folder with what it shall hold. Only the paths in question are looked at, and symbolic links below the
 * folder are never followed. A file that is not ours but has the right content is taken over. One that we still make is
 * overwritten, whatever somebody wrote there; one that we no longer make goes only if it is as we wrote it, since a manifest
 * may be forged.
 */
export function compareOutput(
  files: FileSystem,
  root: string,
  wanted: readonly OutputFile[],
  ownership: Ownership,
): OutputPlan {
  const look = new FolderView(files, root);
  const { owned, digests, inputs } = ownership;
  const isOurs = (path: string) => owned.has(path) && !inputs.has(`${root}/${path}`);
  const plan = {
    add: [] as OutputFile[],
    change: [] as OutputFile[],
    same: [] as string[],
    foreign: [] as string[],
  };
  for (const file of wanted) {
    const place = look.at(file.path);
    if (place === 'nothing') plan.add.push(file);
    else if (place === 'blocked') plan.foreign.push(file.path);
    else if (place.kind === 'file' && hasContent(files, `${root}/${file.path}`, place, file))
      plan.same.push(file.path);
    else if (isOurs(file.path) && place.kind !== 'folder') plan.change.push(file);
    else plan.foreign.push(file.path);
  }
  const produced = new Set(wanted.map(({ path }) => path));
  const remove: FileDigest[] = [];
  const kept: KeptFile[] = [];
  for (const [path, digest] of [...digests].sort(([a], [b]) => compareText(a, b))) {
    const place = produced.has(path) ? 'nothing' : look.at(path);
    if (typeof place !== 'object' || place.kind === 'folder') continue;
    const reason = whyKept(files, root, digest, place, ownership);
    if (reason === undefined) remove.push(digest);
    else kept.push({ path, reason });
  }
  return { ...plan, remove, kept };
}

function whyKept(
  files: FileSystem,
  root: string,
  digest: FileDigest,
  { kind }: FileStatus,
  { inputs, sha256 }: Ownership,
): string | undefined {
  const path = `${root}/${digest.path}`;
  const isInProject = foldersAbove(digest.path).some((folder) => holdsSpecs(files, `${root}/${folder}`));
  if (inputs.has(path) || isInProject) return 'belongs to a project';
  return kind === 'file' && hasDigest(files, path, digest, sha256)
    ? undefined
    : 'does not hold what bitesize wrote';
}

/** Returns whether a file holds what a digest says. */
export function hasDigest(
  files: FileSystem,
  path: string,
  { bytes, sha256: expected }: FileDigest,
  sha256: Ownership['sha256'],
): boolean {
  const status = files.status(path);
  if (!status.ok || status.value.kind !== 'file' || status.value.size !== bytes) return false;
  const read = files.read(path);
  return read.ok && sha256(read.value) === expected;
}

function holdsSpecs(files: FileSystem, folder: string): boolean {
  const entries = files.list(folder);
  return entries.ok && entries.value.some(({ name }) => specKindOf(name) !== undefined);
}

type Place = 'nothing' | 'blocked' | FileStatus;

/** Looks at paths below a folder; each folder on the way is looked at once. */
class FolderView {
  private readonly files: FileSystem;
  private readonly root: string;
  private readonly folders = new Map<string, 'nothing' | 'blocked' | 'folder'>();

  constructor(files: FileSystem, root: string) {
    this.files = files;
    this.root = root;
  }

  /** Returns the status of a path; `blocked` when something on the way is no folder. */
  at(path: string): Place {
    for (const folder of foldersAbove(path)) {
      const state = this.folder(folder);
      if (state !== 'folder') return state;
    }
    const status = this.files.status(`${this.root}/${path}`);
    if (status.ok) return status.value;
    return status.failure.kind === 'not-found' ? 'nothing' : 'blocked';
  }

  private folder(path: string): 'nothing' | 'blocked' | 'folder' {
    const known = this.folders.get(path);
    if (known !== undefined) return known;
    const status = this.files.status(`${this.root}/${path}`);
    const missing = !status.ok && status.failure.kind === 'not-found';
    const state = missing ? 'nothing' : status.ok && status.value.kind === 'folder' ? 'folder' : 'blocked';
    this.folders.set(path, state);
    return state;
  }
}

/** Sizes are compared first: most changes are seen without reading. */
function hasContent(
  files: FileSystem,
  path: string,
  { size }: FileStatus,
  { content, bytes }: OutputFile,
): boolean {
  if (bytes !== size) return false;
  const found = files.read(path, { limit: bytes, noFollow: true });
  if (!found.ok || found.value.length !== bytes) return false;
  const wanted = new TextEncoder().encode(content);
  for (let at = 0; at < wanted.length; at++) {
    if (found.value[at] !== wanted[at]) return false;
  }
  return true;
}
