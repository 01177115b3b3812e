import type { FileSystem } from '../host/file-system.ts';
import { MANIFEST_PATH, TOOL_FOLDER } from './output-path.ts';

/**
 * Returns which of these paths a loss of power damaged together with the manifest: file systems then show files that are
 * empty or hold only zeros. Without a manifest nobody can say whose they are, but nobody's work is in them.
 */
export function damagedPaths(files: FileSystem, root: string, paths: readonly string[]): ReadonlySet<string> {
  const isOurs = files.status(`${root}/${TOOL_FOLDER}`).ok && isBlank(files, `${root}/${MANIFEST_PATH}`);
  return new Set(isOurs ? paths.filter((path) => isBlank(files, `${root}/${path}`)) : []);
}

function isBlank(files: FileSystem, path: string): boolean {
  const status = files.status(path);
  if (!status.ok || status.value.kind !== 'file') return false;
  const read = files.read(path, { noFollow: true });
  return read.ok && read.value.every((byte) => byte === 0);
}
