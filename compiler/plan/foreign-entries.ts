import type { FileKind, FileSystem } from '../host/file-system.ts';
import { foldersAbove } from './output-path.ts';

/** Something in the output folder that is not ours: its path below the folder. */
export interface ForeignEntry {
  readonly path: string;
  readonly kind: FileKind;
}

/** With more foreign entries than this the folder is somebody else's, and is not worth rebuilding. */
const MOST_ENTRIES = 2000;

/**
 * Returns what stands in an output folder besides the files of bitesize and the folders that hold only those, outer
 * entries first. Undefined when it is too much or cannot be listed.
 */
export function foreignEntries(
  files: FileSystem,
  root: string,
  owned: ReadonlySet<string>,
): readonly ForeignEntry[] | undefined {
  const ownFolders = new Set([...owned].flatMap(foldersAbove));
  const found: ForeignEntry[] = [];
  const open = [''];
  for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
    const entries = files.list(folder === '' ? root : `${root}/${folder}`);
    if (!entries.ok) return undefined;
    for (const { name, kind } of entries.value) {
      const path = folder === '' ? name : `${folder}/${name}`;
      if (kind === 'folder') open.push(path);
      if (owned.has(path) && kind !== 'folder') continue;
      if (kind !== 'folder' || !ownFolders.has(path)) found.push({ path, kind });
    }
    if (found.length > MOST_ENTRIES) return undefined;
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}
