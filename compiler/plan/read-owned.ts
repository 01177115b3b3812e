import type { FileSystem } from '../host/file-system.ts';
import { type Manifest, ownedPaths, parseManifest } from './manifest.ts';
import { MANIFEST_PATH } from './output-path.ts';

/** Returns the manifest of an output folder, or undefined when it has none of bitesize. */
export function readManifest(files: FileSystem, root: string): Manifest | undefined {
  const path = `${root}/${MANIFEST_PATH}`;
  const status = files.status(path);
  if (!status.ok || status.value.kind !== 'file') return undefined;
  const read = files.read(path, { noFollow: true });
  return read.ok ? parseManifest(new TextDecoder().decode(read.value)) : undefined;
}

/** Returns the paths in an output folder that belong to bitesize. */
export function readOwned(files: FileSystem, root: string): ReadonlySet<string> {
  return ownedPaths(readManifest(files, root));
}
