import { mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

/**
 * Returns a folder outside the repository for what is slow to make (tools, compiled stubs), creating it when needed.
 * `BITESIZE_ORACLE_CACHE` names another one.
 */
export function cacheFolder(...parts: readonly string[]): string {
  const root = process.env.BITESIZE_ORACLE_CACHE ?? join(tmpdir(), `bitesize-oracles-${userInfo().username}`);
  const folder = join(root, ...parts);
  mkdirSync(folder, { recursive: true });
  return folder;
}
