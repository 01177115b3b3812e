import type { FileSystem } from './file-system.ts';
import { folderOf } from './path.ts';

/** What sealed files stand on. */
export interface SealContext {
  readonly files: FileSystem;
  readonly sha256: (text: string) => string;
}

/** Length of a SHA-256 in hex. */
const SEAL = 64;

/** Returns the text of a file that begins with the hash of the rest; undefined when it is not whole. */
export function readSealed({ files, sha256 }: SealContext, path: string): string | undefined {
  const read = files.read(path, { noFollow: true });
  if (!read.ok) return undefined;
  const text = new TextDecoder().decode(read.value);
  const body = text.slice(SEAL + 1);
  return text[SEAL] === '\n' && text.slice(0, SEAL) === sha256(body) ? body : undefined;
}

/** Writes such a file in one step: readers see a whole one or none, and two runs that write at once do not mix. */
export function writeSealed({ files, sha256 }: SealContext, path: string, body: string): void {
  const seal = sha256(body);
  const temporary = `${path}.${seal.slice(0, 16)}`;
  const content = `${seal}\n${body}`;
  let written = files.write(temporary, content);
  if (!written.ok && written.failure.kind === 'not-found' && files.makeFolder(folderOf(path)).ok)
    written = files.write(temporary, content);
  if (written.ok && !files.rename(temporary, path).ok) files.remove(temporary);
}
