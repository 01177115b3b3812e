import { archiveFiles } from '../../host/archive/archive-files.ts';
import { ArchiveIndex, type ArchiveSection } from '../../host/archive/archive-index.ts';
import type { Host } from '../../host/host.ts';

/**
 * Returns the host on which an archive is a folder. `path` is absolute and has no links; `sections` are those of the archive
 * where it is known to be as a run left it.
 */
export function mountArchive(host: Host, path: string, sections?: readonly ArchiveSection[]): Host {
  const index = new ArchiveIndex(host.files, path, sections);
  return Object.create(host, { files: { value: archiveFiles(host.files, host.cwd, { path, index }) } });
}
