/** What a commit holds at a path. A submodule is `other`: its files are those of another repository. */
export type GitNode = GitFolder | GitBlob;

/** A folder of a commit. */
export interface GitFolder {
  readonly kind: 'folder';
  readonly entries: ReadonlyMap<string, GitNode>;
}

/** A file, link or submodule of a commit, with the id of its content. */
export interface GitBlob {
  readonly kind: 'file' | 'link' | 'other';
  readonly id: string;
  /** Permission bits. */
  readonly mode: number;
}

interface GrowingFolder extends GitFolder {
  readonly entries: Map<string, GitNode | GrowingFolder>;
}

/** Returns the tree that `git ls-tree -r -z --full-tree` lists: one `<mode> <type> <id>\t<path>` after the other. */
export function parseGitTree(listing: string): GitFolder {
  const folders = new Map<string, GrowingFolder>([['', newFolder()]]);
  for (const line of listing.split('\0')) {
    const tab = line.indexOf('\t');
    if (tab === -1) continue;
    const [mode = '', , id = ''] = line.slice(0, tab).split(' ');
    const path = line.slice(tab + 1);
    const cut = path.lastIndexOf('/');
    const folder = folderAt(folders, path.slice(0, Math.max(cut, 0)));
    folder.entries.set(path.slice(cut + 1), {
      kind: kindOf(mode),
      id,
      mode: Number.parseInt(mode, 8) & 0o777,
    });
  }
  return folderAt(folders, '');
}

function folderAt(folders: Map<string, GrowingFolder>, path: string): GrowingFolder {
  const known = folders.get(path);
  if (known !== undefined) return known;
  const folder = newFolder();
  folders.set(path, folder);
  const cut = path.lastIndexOf('/');
  folderAt(folders, path.slice(0, Math.max(cut, 0))).entries.set(path.slice(cut + 1), folder);
  return folder;
}

function newFolder(): GrowingFolder {
  return { kind: 'folder', entries: new Map() };
}

function kindOf(mode: string): GitBlob['kind'] {
  if (mode.startsWith('100')) return 'file';
  return mode === '120000' ? 'link' : 'other';
}
