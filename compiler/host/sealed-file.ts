import { hmacSha256 } from '../util/hmac-sha256.ts';
import type { FileStatus, FileSystem } from './file-system.ts';
import { folderOf } from './path.ts';

/** What sealed files stand on. */
export interface SealContext {
  readonly files: FileSystem;
  readonly sha256: (content: string | Uint8Array) => string;
  /** The folder that they are in, itself or in folders below it. */
  readonly folder: string;
  /** Seals can be made only with it. Without one they show no more than that a file is whole. */
  readonly key?: string;
  /** Folders that readers found to be reached without links, for those who read many files in them in a short time. */
  readonly plain?: Set<string>;
}

/** What a sealed file says, and what stood there before it was read. */
export interface SealedFile {
  readonly body: string;
  readonly status: FileStatus;
}

/** Length of a SHA-256 in hex. */
const SEAL = 64;

/** Larger files are neither written nor read. */
const MAX_BYTES = 64 * 1024 * 1024;

/** How much of a seal is in the name of a file that is not whole yet. */
const TEMPORARY = 16;

/** What such a file is called beside its own name. */
export const TEMPORARY_END: RegExp = new RegExp(`\\.[0-9a-f]{${TEMPORARY}}$`);

/**
 * Returns the text of a file that begins with a seal of its name and of the rest; undefined when it is not whole, or no
 * regular file that is reached without links. `name` is its path below the folder.
 */
export function readSealed(context: SealContext, name: string): string | undefined {
  return openSealed(context, name)?.body;
}

/** Returns such a file with its status. */
export function openSealed(context: SealContext, name: string): SealedFile | undefined {
  const { files } = context;
  const path = `${context.folder}/${name}`;
  // Most files that are looked for are not there: then the way to them does not matter.
  const status = files.status(path);
  if (!status.ok || status.value.kind !== 'file' || status.value.size > MAX_BYTES) return undefined;
  if (way(context, name, context.plain) !== 'plain') return undefined;
  const read = files.read(path, { limit: MAX_BYTES, noFollow: true });
  if (!read.ok) return undefined;
  const text = decoder.decode(read.value);
  const body = text.slice(SEAL + 1);
  if (text[SEAL] !== '\n' || text.slice(0, SEAL) !== sealOf(context, name, body)) return undefined;
  return { body, status: status.value };
}

const decoder = new TextDecoder();

/** Writes such a file; one that cannot be written is not there. */
export function writeSealed(context: SealContext, name: string, body: string): void {
  if (body.length > MAX_BYTES) return;
  const seal = sealOf(context, name, body);
  const path = `${context.folder}/${name}`;
  const found = way(context, name);
  if (found === 'blocked') return;
  if (found === 'absent' && !context.files.makeFolder(folderOf(path)).ok) return;
  putWhole(context.files, path, `${seal}\n${body}`, seal.slice(0, TEMPORARY));
}

/**
 * Writes a file in one step: readers see a whole one or none, and two runs that write at once do not mix. What stands
 * there before is replaced: a link is not followed.
 */
export function putWhole(files: FileSystem, path: string, content: string, mark: string): void {
  const temporary = `${path}.${mark}`;
  const write = () => files.write(temporary, content, { exclusive: true });
  let written = write();
  // A run that was killed has left it, or something was put in its way.
  if (!written.ok && written.failure.kind === 'exists' && files.remove(temporary).ok) written = write();
  if (written.ok && !files.rename(temporary, path).ok) files.remove(temporary);
}

/**
 * Looks at the folders of a file: a link in the place of one would lead its reader or writer elsewhere. Those in `plain` are
 * not looked at again, and what is found to be no link comes to them.
 */
function way(
  { files, folder }: SealContext,
  name: string,
  plain?: Set<string>,
): 'plain' | 'absent' | 'blocked' {
  const parts = name.split('/');
  for (let count = 0; count < parts.length; count++) {
    const path = [folder, ...parts.slice(0, count)].join('/');
    if (plain?.has(path) === true) continue;
    const status = files.status(path);
    if (!status.ok) return status.failure.kind === 'not-found' ? 'absent' : 'blocked';
    if (status.value.kind !== 'folder') return 'blocked';
    plain?.add(path);
  }
  return 'plain';
}

/** The name is sealed, too: an entry is no other one that was renamed. */
function sealOf({ sha256, key }: SealContext, name: string, body: string): string {
  const sealed = `${name}\n${body}`;
  return key === undefined ? sha256(sealed) : hmacSha256(sha256, key, sealed);
}
