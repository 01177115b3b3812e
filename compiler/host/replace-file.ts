import { confinedPath, linkReason } from './confined-path.ts';
import { done, type FileResult, failed } from './file-result.ts';
import type { Host } from './host.ts';
import { absolutePath, baseName, folderOf, joinPath } from './path.ts';

/** What of a host it takes. */
type ReplacingHost = Pick<Host, 'cwd' | 'files' | 'process' | 'sha256'>;

/** How a file is replaced. */
export interface ReplaceOptions {
  /** A folder below which no link is followed, wherever it is. */
  readonly within?: string;
  /** What happens to a link in the place of the file that is not followed; without this it is replaced. */
  readonly links?: 'refuse';
}

/**
 * Writes a single file in one step: readers see the old or the new content, never a part. The mode of an existing file is
 * kept, and folders above the file are made. It is the one way to write a file that the command line names or that has a
 * fixed name: no link is followed that a change can plant (`confined-path.ts`). Where the user alone can put links, one to a
 * file is followed, and what is no file, such as `/dev/stdout` or a named pipe, is written to as it is.
 */
export function replaceFile(
  host: ReplacingHost,
  path: string,
  content: string | Uint8Array,
  { within, links }: ReplaceOptions = {},
): FileResult<undefined> {
  const { files } = host;
  // What a process was given, such as a standard output that leads to a file, is written to and never replaced.
  if (isOfProcess(absolutePath(host.cwd, path))) return files.write(path, content);
  const place = confinedPath(host, path, within);
  if (!place.ok) return place;
  const { path: target, status, isConfined } = place.value;
  if (status === undefined) return putFile(host, target, content, undefined);
  if (status.kind === 'file') return putFile(host, target, content, status.mode);
  if (status.kind === 'folder') return failed('is-a-folder');
  if (!isConfined) return writeThrough(host, target, content);
  // Writing to a pipe that nobody reads would wait for ever.
  if (status.kind === 'other') return failed('denied', 'it is neither a file nor a folder');
  return links === 'refuse' ? failed('denied', linkReason(path)) : putFile(host, target, content, undefined);
}

function isOfProcess(path: string): boolean {
  return /^\/dev\/(stdout|stderr|fd\/\d+)$|^\/proc\/(self|thread-self|\d+)\/(task\/\d+\/)?fd\/\d+$/.test(
    path,
  );
}

function writeThrough(
  host: ReplacingHost,
  path: string,
  content: string | Uint8Array,
): FileResult<undefined> {
  const { files } = host;
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
  const made = folder === '' || files.status(folder).ok ? done : files.makeFolder(folder);
  if (!made.ok) return made;
  // Two runs may write one report at once: each has a name of its own for what is not whole yet.
  const run = sha256(process.id).slice(0, 8);
  const temporary = joinPath(folder, `.${baseName(path)}.bitesize-new-${run}`);
  // What a killed run left there goes; whatever stands there, it is not written through.
  const left = files.status(temporary).ok ? files.remove(temporary) : done;
  if (!left.ok) return left;
  const written = files.write(temporary, content, { exclusive: true });
  if (!written.ok) return written;
  if (mode !== undefined) files.setMode(temporary, mode);
  const renamed = files.rename(temporary, path);
  if (!renamed.ok) files.remove(temporary);
  return renamed;
}

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
