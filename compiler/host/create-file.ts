import { confinedPath } from './confined-path.ts';
import { done, type FileResult } from './file-result.ts';
import type { Host } from './host.ts';
import { folderOf } from './path.ts';

/**
 * Writes a file that must not be there yet, and makes the folders above it. As in `replace-file.ts`, no link is followed that
 * a change can plant; a link in the place of the file counts as a file that is there.
 */
export function createFile(
  host: Pick<Host, 'cwd' | 'files'>,
  path: string,
  content: string | Uint8Array,
): FileResult<undefined> {
  const place = confinedPath(host, path);
  if (!place.ok) return place;
  const target = place.value.path;
  const folder = folderOf(target);
  const made = host.files.status(folder).ok ? done : host.files.makeFolder(folder);
  return made.ok ? host.files.write(target, content, { exclusive: true }) : made;
}
