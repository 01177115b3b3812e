import { type BigIntStats, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What is known of the files and folders below a folder, by path. */
export type FileStates = ReadonlyMap<string, FileState>;

interface FileState {
  readonly isFile: boolean;
  /** Size of a file in bytes; 0 for a folder. */
  readonly bytes: number;
  /** Inode and time of the last write: what is written again, even with the same bytes, has others. */
  readonly content: string;
  /** Time of the last change of any kind, which no program can set: also of links, names, permissions. */
  readonly changed: bigint;
}

/** What changed between two states of a folder. */
export interface Written {
  /** Files that were written. */
  readonly files: number;
  /** Bytes that these files have. */
  readonly bytes: number;
  /** Whatever else changed: folders, removed entries, files that were only linked or renamed. */
  readonly others: number;
}

/** Returns the state of everything below the folder; nothing when there is no such folder. */
export function fileStates(folder: string): FileStates {
  const states = new Map<string, FileState>();
  const open = [folder];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const stats = lstatSync(next, { bigint: true, throwIfNoEntry: false });
    if (stats === undefined) continue;
    states.set(next, stateOf(stats));
    if (stats.isDirectory()) for (const name of readdirSync(next)) open.push(join(next, name));
  }
  return states;
}

/** Returns what was written between two states. A temporary file that came and went shows as a changed folder. */
export function written(before: FileStates, after: FileStates): Written {
  const files = [...after]
    .filter(([path, { isFile, content }]) => isFile && before.get(path)?.content !== content)
    .map(([, state]) => state);
  const touched = [...after].filter(([path, { changed }]) => before.get(path)?.changed !== changed);
  const removed = [...before.keys()].filter((path) => !after.has(path));
  return {
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    others: touched.length - files.length + removed.length,
  };
}

function stateOf(stats: BigIntStats): FileState {
  return {
    isFile: stats.isFile(),
    bytes: stats.isFile() ? Number(stats.size) : 0,
    content: `${stats.ino} ${stats.mtimeNs}`,
    changed: stats.ctimeNs,
  };
}
