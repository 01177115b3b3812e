import { done, type FileResult } from './file-result.ts';
import type { Host } from './host.ts';
import { baseName, folderOf, joinPath } from './path.ts';

/** What of a host it takes. */
type ReplacingHost = Pick<Host, 'files' | 'process' | 'sha256'>;

/**
 * Writes a single file in one step: readers see the old or the new content, never a part. A link to a file is followed,
 * the mode of an existing file is kept, and folders above the file are made. What is no file, such as `/dev/stdout`, is
 * written to as it is.
 */
export function replaceFile(
  host: ReplacingHost,
  path: string,
  content: string | Uint8Array,
): FileResult<undefined> {
  const { files } = host;
  const status = files.status(path);
  if (!status.ok) return putFile(host, path, content, undefined);
  if (status.value.kind === 'file') return putFile(host, path, content, status.value.mode);
  const real = files.realPath(path);
  const target = real.ok ? files.status(real.value) : real;
  if (!real.ok || !target.ok || target.value.kind !== 'file') return files.write(path, content);
  return putFile(host, real.value, content, target.value.mode);
}

function putFile(
  { files, process, sha256 }: ReplacingHost,
  path: string,
  content: string | Uint8Array,
  mode: number | undefined,
): FileResult<undefined> {
  const folder = folderOf(path);
  const made = folder === '' ? done : files.makeFolder(folder);
  if (!made.ok) return made;
  // Two runs may write one report at once: each has a name of its own for what is not whole yet.
  const run = sha256(process.id).slice(0, 8);
  const temporary = joinPath(folder, `.${baseName(path)}.bitesize-new-${run}`);
  const written = files.write(temporary, content);
  if (!written.ok) return written;
  if (mode !== undefined) files.setMode(temporary, mode);
  const renamed = files.rename(temporary, path);
  if (!renamed.ok) files.remove(temporary);
  return renamed;
}
