import fs from 'node:fs';
import { dirname } from 'node:path';
import { compareText } from '../util/compare-text.ts';
import { done, type FailureKind, type FileResult, failed, success } from './file-result.ts';
import type { FileKind, FileStatus, FileSystem } from './file-system.ts';
import { readRegularFile } from './read-regular-file.ts';

const kinds: Readonly<Record<string, FailureKind>> = {
  ENOENT: 'not-found',
  EEXIST: 'exists',
  ENOTDIR: 'not-a-folder',
  EISDIR: 'is-a-folder',
  ENOTEMPTY: 'not-empty',
  EACCES: 'denied',
  EPERM: 'denied',
  EROFS: 'denied',
  EMFILE: 'too-many-files',
  ENFILE: 'too-many-files',
  EBUSY: 'busy',
  EXDEV: 'other-device',
  ENOSPC: 'no-space',
  EDQUOT: 'no-space',
  ENOTSUP: 'unsupported',
  EOPNOTSUPP: 'unsupported',
  EMLINK: 'unsupported',
  // What opening a socket gives, or a device that is not there.
  ENXIO: 'not-regular',
  ENODEV: 'not-regular',
};

/** Returns what the call gives, or its failure as data. An error that is not the system's is thrown on. */
export function attempt<T>(call: () => T): FileResult<T> {
  try {
    return success(call());
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
    const kind = kinds[error.code];
    if (kind === undefined) return failed('other', error.message);
    return error.code === 'EROFS' ? failed(kind, 'the file system is read-only') : failed(kind);
  }
}

/** Returns whether a call that gives nothing worked. */
export function perform(call: () => void): FileResult<undefined> {
  const result = attempt(call);
  return result.ok ? done : result;
}

/** The files of the machine. */
export const nodeFiles: FileSystem = {
  read: (path, options) => {
    const read = attempt(() => readRegularFile(path, options));
    return read.ok ? read.value : read;
  },
  list: (path) =>
    attempt(() =>
      fs
        .readdirSync(path, { withFileTypes: true })
        .map((entry) => ({ name: entry.name, kind: kindOf(entry) }))
        .sort((a, b) => compareText(a.name, b.name)),
    ),
  status,
  realPath: (path) => attempt(() => fs.realpathSync.native(path)),
  makeFolder: (path, { exclusive } = {}) =>
    perform(() => (exclusive === true ? fs.mkdirSync(path) : makeFolder(path))),
  write: (path, content, options = {}) =>
    write(path, content, options.exclusive === true, options.sync === true),
  rename: (from, to) => perform(() => fs.renameSync(from, to)),
  link: (existing, path) => perform(() => fs.linkSync(existing, path)),
  readLink: (path) => attempt(() => fs.readlinkSync(path)),
  makeLink: (target, path) => perform(() => fs.symlinkSync(target, path)),
  setMode: (path, mode) => perform(() => fs.chmodSync(path, mode)),
  remove: (path) => perform(() => fs.unlinkSync(path)),
  removeFolder: (path) => perform(() => fs.rmdirSync(path)),
};

/** Most questions are whether something is there: the answer no must not cost an exception. */
function status(path: string): FileResult<FileStatus> {
  const found = attempt(() => fs.lstatSync(path, { throwIfNoEntry: false }));
  if (!found.ok) return found;
  const { value } = found;
  if (value === undefined) return failed('not-found');
  return success({
    kind: kindOf(value),
    size: value.size,
    mode: value.mode & 0o7777,
    // Few ask for these, and numbers are slow to print.
    get identity() {
      return `${value.dev}:${value.ino}`;
    },
    get device() {
      return String(value.dev);
    },
    changed: value.mtimeMs,
    statusChanged: value.ctimeMs,
  });
}

function write(
  path: string,
  content: string | Uint8Array,
  exclusive: boolean,
  sync: boolean,
): FileResult<undefined> {
  const existed = !exclusive && fs.existsSync(path);
  const written = perform(() =>
    fs.writeFileSync(path, bytesOf(content), { flag: exclusive ? 'wx' : 'w', flush: sync }),
  );
  // A half file would be taken for a whole one later.
  if (!written.ok && !existed && written.failure.kind !== 'exists') perform(() => fs.unlinkSync(path));
  return written;
}

/** A text takes at most so many bytes of UTF-8 for each code unit. */
const MOST_BYTES = 3;

/** Where texts are encoded that are written at once: memory of its own for each would be garbage a moment later. */
const scratch = Buffer.allocUnsafeSlow(1 << 20);

/** Returns what is written for a content; valid until the next one. */
function bytesOf(content: string | Uint8Array): Uint8Array {
  if (typeof content !== 'string') return content;
  if (content.length * MOST_BYTES > scratch.length) return Buffer.from(content);
  return scratch.subarray(0, scratch.write(content));
}

function kindOf(entry: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): FileKind {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

/**
 * Makes a folder and those above it, one after the other; one that exists is fine. Errors of the system are thrown. Node
 * 20 tries without end where a file system says of a new folder that its parent is missing, as that of `/proc` does.
 */
function makeFolder(path: string): void {
  const missing: string[] = [];
  let at = path;
  while (!isFolder(at)) {
    missing.push(at);
    const above = dirname(at);
    if (above === at) break;
    at = above;
  }
  for (const folder of missing.reverse()) makeOne(folder);
}

/** Another run may make it at the same moment. */
function makeOne(folder: string): void {
  try {
    fs.mkdirSync(folder);
  } catch (error) {
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return fs.statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
