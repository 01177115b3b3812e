import type { FileSystem } from '../../host/file-system.ts';
import type { Host } from '../../host/host.ts';
import { hasDigest } from '../compare-output.ts';
import { foreignEntries } from '../foreign-entries.ts';
import { ownedDigests, ownedPaths } from '../manifest.ts';
import { readManifest } from '../take-apart.ts';

/**
 * Returns which files of a folder that shall go from an archive are not as bitesize wrote them, by their paths in the archive:
 * its manifest may be forged, and then names what is somebody else's. A file that stands where a folder is meant is foreign.
 */
export function foreignInGone(
  { sha256 }: Pick<Host, 'sha256'>,
  view: FileSystem,
  archive: string,
  name: string,
): readonly string[] {
  const root = `${archive}/${name}`;
  const status = view.status(root);
  if (!status.ok || status.value.kind !== 'folder') return [name];
  const manifest = readManifest(view, root);
  const foreign = foreignEntries(view, root, ownedPaths(manifest));
  if (foreign === undefined || manifest === undefined) return [name];
  const changed = [...ownedDigests(manifest).values()].filter(
    (digest) =>
      view.status(`${root}/${digest.path}`).ok && !hasDigest(view, `${root}/${digest.path}`, digest, sha256),
  );
  const others = foreign.filter(({ kind }) => kind !== 'folder');
  return [...others, ...changed].map(({ path }) => `${name}/${path}`);
}
