import fs from 'node:fs';
import { type FileResult, failed, success, tooLarge } from './file-result.ts';
import { type FilePart, READ_LIMIT, type ReadOptions } from './file-system.ts';

/** Room for a file whose size the system does not know, such as those of `/proc`. */
const CHUNK = 64 * 1024;

const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK, O_NOCTTY } = fs.constants;

/** Windows knows neither. A pipe that nobody writes to is opened at once, and refused before it is read. */
const flags = O_RDONLY | (O_NONBLOCK ?? 0) | (O_NOCTTY ?? 0);

/**
 * Returns the content of a regular file, or why it is not read; errors of the system are thrown. What was opened is
 * looked at before it is read, so that it does not matter what takes the place of a file meanwhile. A file that grows
 * ends where it ended when it was opened.
 */
export function readRegularFile(path: string, options: ReadOptions = {}): FileResult<Uint8Array> {
  const { limit = READ_LIMIT, noFollow = false } = options;
  const refused = noFollow && O_NOFOLLOW !== undefined ? undefined : refusalBefore(path, noFollow, limit);
  if (refused !== undefined) return refused;
  const descriptor = open(path, noFollow);
  if (descriptor === undefined) return failed('is-a-link');
  try {
    const status = fs.fstatSync(descriptor);
    const wrong = refusal(status, limit);
    if (wrong !== undefined) return wrong;
    const bytes = status.size > 0 ? readSize(descriptor, status.size) : readToEnd(descriptor, limit);
    return bytes === undefined ? tooLarge(limit) : success(bytes);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Returns some bytes of a regular file, whatever its size, or why they are not read; errors of the system are thrown. */
export function readFilePart(path: string, { position, length, into }: FilePart): FileResult<Uint8Array> {
  const descriptor = open(path, true);
  if (descriptor === undefined) return failed('is-a-link');
  try {
    const wrong = refusal(fs.fstatSync(descriptor), Number.POSITIVE_INFINITY);
    if (wrong !== undefined) return wrong;
    const bytes = into?.subarray(0, length) ?? Buffer.allocUnsafeSlow(length);
    return success(bytes.subarray(0, fill(descriptor, bytes, position)));
  } finally {
    fs.closeSync(descriptor);
  }
}

type Failure = ReturnType<typeof failed>;

/** Opening a device may do something: where a path may lead to one, it is not opened to find out. */
function refusalBefore(path: string, noFollow: boolean, limit: number): Failure | undefined {
  const look = noFollow ? fs.lstatSync : fs.statSync;
  const status = look(path, { throwIfNoEntry: false });
  if (status === undefined) return failed('not-found');
  return status.isSymbolicLink() ? failed('is-a-link') : refusal(status, limit);
}

function refusal(status: fs.Stats, limit: number): Failure | undefined {
  if (status.isDirectory()) return failed('is-a-folder');
  if (!status.isFile()) return failed('not-regular');
  return status.size > limit ? tooLarge(limit) : undefined;
}

/** Returns undefined for a link that is not to be followed: systems differ in how they say so. */
function open(path: string, noFollow: boolean): number | undefined {
  try {
    return fs.openSync(path, noFollow ? flags | (O_NOFOLLOW ?? 0) : flags);
  } catch (error) {
    if (noFollow && fs.lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true)
      return undefined;
    throw error;
  }
}

function readSize(descriptor: number, size: number): Uint8Array {
  const bytes = Buffer.allocUnsafeSlow(size);
  const length = fill(descriptor, bytes);
  return length === size ? bytes : bytes.subarray(0, length);
}

/** Returns undefined when there is more than the limit: files of `/proc` say that they are empty, and are not. */
function readToEnd(descriptor: number, limit: number): Uint8Array | undefined {
  const pieces: Uint8Array[] = [];
  for (let total = 0; total <= limit; ) {
    const piece = Buffer.allocUnsafeSlow(CHUNK);
    const length = fill(descriptor, piece);
    total += length;
    if (total > limit) return undefined;
    pieces.push(piece.subarray(0, length));
    if (length < CHUNK) return Buffer.concat(pieces);
  }
  return undefined;
}

/**
 * Returns how many bytes there were: at the end of the file fewer than there is room for. Without a position they are those
 * behind what was read before.
 */
function fill(descriptor: number, bytes: Uint8Array, position?: number): number {
  let length = 0;
  while (length < bytes.length) {
    const at = position === undefined ? null : position + length;
    const count = fs.readSync(descriptor, bytes, length, bytes.length - length, at);
    if (count === 0) break;
    length += count;
  }
  return length;
}
