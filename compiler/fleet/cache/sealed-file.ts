import type { Host } from '../../host/host.ts';
import { folderOf } from '../../host/path.ts';

/** Length of a SHA-256 in hex. */
const SEAL = 64;

/** Returns the text of a file that begins with the hash of the rest; undefined when it is not whole. */
export function readSealed(host: Host, path: string): string | undefined {
  const read = host.files.read(path);
  if (!read.ok) return undefined;
  const text = new TextDecoder().decode(read.value);
  const body = text.slice(SEAL + 1);
  return text[SEAL] === '\n' && text.slice(0, SEAL) === host.sha256(body) ? body : undefined;
}

/** Writes such a file in one step: readers see a whole one or none, and two runs that write at once do not mix. */
export function writeSealed(host: Host, path: string, body: string): void {
  const { files } = host;
  const seal = host.sha256(body);
  const temporary = `${path}.${seal.slice(0, 16)}`;
  const content = `${seal}\n${body}`;
  let written = files.write(temporary, content);
  if (!written.ok && written.failure.kind === 'not-found' && files.makeFolder(folderOf(path)).ok)
    written = files.write(temporary, content);
  if (written.ok && !files.rename(temporary, path).ok) files.remove(temporary);
}
