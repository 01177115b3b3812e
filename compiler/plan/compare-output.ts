import type { FileStatus, FileSystem } from '../host/file-system.ts';
import type { OutputFile } from './output-files.ts';
import { foldersAbove } from './output-path.ts';

/** How an output folder differs from what it shall be. Every list is in the order of paths. */
export interface OutputPlan {
  readonly add: readonly OutputFile[];
  readonly change: readonly OutputFile[];
  /** Paths that bitesize owns and no longer produces. */
  readonly remove: readonly string[];
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
 * folder are never followed. A file that is not ours but has the right content is taken over.
 */
export function compareOutput(
  files: FileSystem,
  root: string,
  wanted: readonly OutputFile[],
  owned: ReadonlySet<string>,
): OutputPlan {
  const look = new FolderView(files, root);
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
    else if (owned.has(file.path) && place.kind !== 'folder') plan.change.push(file);
    else plan.foreign.push(file.path);
  }
  const produced = new Set(wanted.map(({ path }) => path));
  const remove = [...owned].filter((path) => !produced.has(path) && isFile(look.at(path))).sort();
  return { ...plan, remove };
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

function isFile(place: Place): boolean {
  return typeof place === 'object' && place.kind === 'file';
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
