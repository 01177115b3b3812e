import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { placeNamedPipe } from './named-pipes.ts';

/** What stands at a path of a tree. */
export type Entry =
  | { readonly kind: 'file'; readonly text: string | Uint8Array }
  | { readonly kind: 'folder' }
  | { readonly kind: 'link'; readonly to: string }
  /** A named pipe that nobody writes to: whoever reads it waits for ever. */
  | { readonly kind: 'pipe' };

/** A folder with all that is in it, by path. Folders above an entry need not be named. */
export type Tree = Readonly<Record<string, Entry>>;

/** A file of a tree. */
export const file = (text: string | Uint8Array): Entry => ({ kind: 'file', text });

/** A symbolic link of a tree; `to` is taken as it is. */
export const link = (to: string): Entry => ({ kind: 'link', to });

/** A named pipe of a tree. */
export const pipe: Entry = { kind: 'pipe' };

/** Returns a tree of files with these texts. */
export function files(texts: Readonly<Record<string, string>>): Tree {
  return Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, file(text)]));
}

/**
 * Makes a tree in a folder. An entry that cannot stand where it should, such as one below a file or a link, is left out:
 * random trees have such. Nothing is made through a link.
 */
export function makeTree(root: string, tree: Tree): void {
  const made = new Map<string, Entry['kind']>();
  for (const [path, entry] of Object.entries(tree)) {
    const above = foldersAbove(path);
    if (made.has(path) || above.some((folder) => (made.get(folder) ?? 'folder') !== 'folder')) continue;
    for (const folder of above) made.set(folder, 'folder');
    made.set(path, entry.kind);
    mkdirSync(join(root, dirname(path)), { recursive: true });
    makeEntry(join(root, path), entry);
  }
}

function makeEntry(path: string, entry: Entry): void {
  switch (entry.kind) {
    case 'file':
      writeFileSync(path, entry.text);
      return;
    case 'folder':
      mkdirSync(path);
      return;
    case 'link':
      symlinkSync(entry.to, path);
      return;
    case 'pipe':
      placeNamedPipe(path);
  }
}

function foldersAbove(path: string): readonly string[] {
  const parts = path.split('/');
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join('/'));
}
