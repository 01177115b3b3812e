import { createHash } from 'node:crypto';
import { type Dirent, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Everything below a folder by path: the hash of a file, the target of a link, `folder`. */
export type Tree = ReadonlyMap<string, string>;

/** Returns what stands below a folder, sorted; undefined when there is no such folder. */
export function readTree(root: string): Tree | undefined {
  try {
    const entries = readdirSync(root, { recursive: true, withFileTypes: true });
    const pairs = entries.map((entry): [string, string] => {
      const path = join(entry.parentPath, entry.name);
      return [relative(root, path), describe(entry, path)];
    });
    return new Map(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Returns the paths at which two trees differ, with what stands there; empty for equal trees. */
export function differences(found: Tree, wanted: Tree): readonly string[] {
  return [...new Set([...found.keys(), ...wanted.keys()])]
    .filter((path) => found.get(path) !== wanted.get(path))
    .sort()
    .map((path) => `${path}: ${found.get(path) ?? 'nothing'} instead of ${wanted.get(path) ?? 'nothing'}`);
}

/** Returns the part of a tree whose paths are accepted. */
export function filterTree(tree: Tree, accepts: (path: string) => boolean): Tree {
  return new Map([...tree].filter(([path]) => accepts(path)));
}

/** Returns the SHA-256 in hex. */
export function sha256(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

function describe(entry: Dirent, path: string): string {
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? `-> ${readlinkSync(path)}` : sha256(readFileSync(path));
}
