import { closeSync, constants, fstatSync, openSync, readFileSync, statSync } from 'node:fs';
import { setImmediate } from 'node:timers/promises';
import { sha256 } from './folder-tree.ts';

/** What a reader saw while runs wrote to the folder. */
export interface Reading {
  /** How often it read a whole tree, by the hash of the manifest. */
  readonly whole: ReadonlyMap<string, number>;
  /** How often the folder was replaced while it was read. */
  readonly replaced: number;
  /** How often there was no folder, which is between two renames. */
  readonly absent: number;
  /** Files that did not fit the manifest, and files that were gone from a folder that was still in place. */
  readonly problems: readonly string[];
}

/**
 * Reads an output folder again and again, each time the manifest and then every file that it lists, until `isOver`.
 * It holds on to the folder that it opened, as a program does that works in it.
 */
export async function readAgainAndAgain(root: string, isOver: () => boolean): Promise<Reading> {
  const whole = new Map<string, number>();
  const problems: string[] = [];
  let [replaced, absent] = [0, 0];
  while (!isOver()) {
    await setImmediate();
    const folder = attempt(() => openSync(root, constants.O_RDONLY | constants.O_DIRECTORY));
    if (folder === undefined) {
      absent++;
      continue;
    }
    const { inode, digest, wrong, missing } = readOnce(folder);
    closeSync(folder);
    problems.push(...wrong);
    if (missing === undefined) whole.set(digest, (whole.get(digest) ?? 0) + 1);
    else if (attempt(() => statSync(root).ino) !== inode) replaced++;
    else problems.push(`${missing} is missing`);
  }
  return { whole, replaced, absent, problems };
}

function readOnce(folder: number) {
  const inode = fstatSync(folder).ino;
  const read = (path: string) => attempt(() => readFileSync(`/proc/self/fd/${folder}/${path}`));
  const manifest = read('manifest.json');
  const wrong: string[] = [];
  let missing = manifest === undefined ? 'manifest.json' : undefined;
  if (manifest !== undefined) {
    for (const { path, sha256: wanted } of listed(manifest)) {
      const content = read(path);
      if (content === undefined) missing ??= path;
      else if (sha256(content) !== wanted) wrong.push(`${path} does not fit the manifest`);
    }
  }
  return { inode, digest: manifest === undefined ? '' : sha256(manifest), wrong, missing };
}

function listed(manifest: Uint8Array): readonly { path: string; sha256: string }[] {
  const { artifacts, maps } = JSON.parse(new TextDecoder().decode(manifest));
  return [...artifacts, maps];
}

function attempt<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
