import { encode, encodePax } from 'tar-stream/headers.js';

/** All of a tar archive is made of blocks of so many bytes. */
export const BLOCK = 512;

/** What stands behind the last entry. */
export const ARCHIVE_END: Uint8Array = new Uint8Array(2 * BLOCK);

/** Returns how many bytes the content of an entry takes. */
export function blocksOf(size: number): number {
  return Math.ceil(size / BLOCK) * BLOCK;
}

/** The mode of files that are written with a mask that nobody changed. */
const MODE = 0o644;

/** No moment and no owner: the same files make the same archive. */
const plain = { mode: MODE, uid: 0, gid: 0, mtime: new Date(0) };

/**
 * Returns what stands before the content of a file: its header, and where its path does not fit into one, the record of POSIX
 * 1003.1-2001 that holds it.
 */
export function entryHeader(path: string, size: number): Uint8Array {
  const header = plainHeader(path, size) ?? encode({ ...plain, name: path, size, type: 'file' });
  if (header !== null) return header;
  const fields = encodePax({ name: path });
  const bytes = new Uint8Array(2 * BLOCK + blocksOf(fields.length));
  bytes.set(shortHeader('pax-header', fields.length));
  bytes.set(fields, BLOCK);
  bytes.set(shortHeader('file', size), bytes.length - BLOCK);
  return bytes;
}

/** A header without name and size, of which each file needs another one. */
const blank = shortHeader('file', 0, '');

/** The sum of its bytes, as the header has it. */
const blankSum = Number.parseInt(Buffer.from(blank).toString('latin1', 148, 154), 8);

/**
 * Returns the header that the library makes for a short path of ASCII, of which an archive has a hundred for each project; what
 * is the same in all of them is not made again. Undefined for other paths and sizes.
 */
function plainHeader(path: string, size: number): Uint8Array | undefined {
  const digits = size.toString(8).padStart(11, '0');
  if (path.length > 100 || digits.length > 11 || !/^[ -~]+$/.test(path)) return undefined;
  const header = Buffer.from(blank);
  header.write(path, 0, 'latin1');
  header.write(digits, 124, 'latin1');
  let sum = blankSum;
  for (let at = 0; at < path.length; at++) sum += path.charCodeAt(at);
  for (let at = 0; at < digits.length; at++) sum += digits.charCodeAt(at) - ZERO;
  header.write(sum.toString(8).padStart(6, '0'), 148, 'latin1');
  return header;
}

/** The code of the digit 0. */
const ZERO = 48;

function shortHeader(type: string, size: number, name = 'PaxHeader'): Uint8Array {
  const header = encode({ ...plain, name, size, type });
  if (header === null) throw new Error('a short name does not fit into a header');
  return header;
}

/** A file to be put into an archive. */
export interface NewEntry {
  /** Its path in the archive. */
  readonly path: string;
  readonly content: string | Uint8Array;
  /** Length of the content, as UTF-8 where it is a text. */
  readonly bytes: number;
}

/** Returns the bytes of files in an archive, one after the other. */
export function packEntries(entries: readonly NewEntry[]): Uint8Array {
  const headers = entries.map(({ path, bytes }) => entryHeader(path, bytes));
  const total = entries.reduce((sum, { bytes }, at) => sum + (headers[at]?.length ?? 0) + blocksOf(bytes), 0);
  const packed = Buffer.alloc(total);
  let at = 0;
  for (const [index, { content, bytes }] of entries.entries()) {
    const header = headers[index];
    if (header === undefined) continue;
    packed.set(header, at);
    at += header.length;
    if (typeof content === 'string') packed.write(content, at);
    else packed.set(content, at);
    at += blocksOf(bytes);
  }
  return packed;
}
