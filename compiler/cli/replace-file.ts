import { done, type FileResult } from '../host/file-result.ts';
import type { FileSystem } from '../host/file-system.ts';
import { baseName, folderOf, joinPath } from '../host/path.ts';

/**
 * Writes a single file in one step: readers see the old or the new content, never a part. A link is followed, the
 * mode of an existing file is kept, and folders above the file are made.
 */
export function replaceFile(
  files: FileSystem,
  path: string,
  content: string | Uint8Array,
): FileResult<undefined> {
  const real = files.realPath(path);
  const target = real.ok ? real.value : path;
  const folder = folderOf(target);
  const made = folder === '' ? done : files.makeFolder(folder);
  if (!made.ok) return made;
  const temporary = joinPath(folder, `.${baseName(target)}.bitesize-new`);
  const status = files.status(target);
  const written = files.write(temporary, content);
  if (!written.ok) return written;
  if (status.ok) files.setMode(temporary, status.value.mode);
  const renamed = files.rename(temporary, target);
  if (!renamed.ok) files.remove(temporary);
  return renamed;
}
