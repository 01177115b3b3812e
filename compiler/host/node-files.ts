import fs from 'node:fs';
import { dirname } from 'node:path';
import { compareText } from '../util/compare-text.ts';
import { done, type FailureKind, type FileResult, failed, success } from './file-result.ts';
import type { FileKind, FileStatus, FileSystem } from './file-system.ts';
import { readFilePart, readRegularFile } from './read-regular-file.ts';

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
  ENAMETOOLONG: 'other',
  ELOOP: 'other',
};

/** Words for errors of the system that are said more exactly than their kind. */
const reasons: Readonly<Record<string, string>> = {
  EROFS: 'the file system is read-only',
  ENAMETOOLONG: 'the path, or a name in it, is too long',
  ELOOP: 'its symbolic links lead in a circle',
};

/** Returns what the call gives, or its failure as data. An error that is not the system's is thrown on. */
export function attempt<T>(call: () => T): FileResult<T> {
  try {
    return success(call());
  } catch (error) {
    return failureOf(error);
  }
}

function failureOf(error: unknown): FileResult<never> {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') throw error;
  const kind = kinds[error.code];
  if (kind === undefined) return failed('other', error.message);
  return failed(kind, reasons[error.code]);
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
  readPart: (path, part) => {
    const read = attempt(() => readFilePart(path, part));
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
  append: (path, content) => {
    const added = attempt(() => appendTo(path, content));
    return added.ok ? added.value : added;
  },
  rename: (from, to) => perform(() => fs.renameSync(from, to)),
  link: (existing, path) => perform(() => fs.linkSync(existing, path)),
  readLink: (path) => attempt(() => fs.readlinkSync(path)),
  makeLink: (target, path) => perform(() => fs.symlinkSync(target, path)),
  setMode: (path, mode) => perform(() => fs.chmodSync(path, mode)),
  remove: (path) => perform(() => fs.unlinkSync(path)),
  removeFolder: (path) => perform(() => fs.rmdirSync(path)),
};

/** Most questions are whether something is there: the answer no must not cost an exception. */
const noThrow = { throwIfNoEntry: false } as const;

function status(path: string): FileResult<FileStatus> {
  let found: fs.Stats | undefined;
  try {
    found = fs.lstatSync(path, noThrow);
  } catch (error) {
    return failureOf(error);
  }
  return found === undefined ? notFound : success(new NodeStatus(found));
}

const notFound = failed('not-found');

/** Made for each file of an output in each run: what few ask for is worked out when they do. */
class NodeStatus implements FileStatus {
  readonly kind: FileKind;
  readonly size: number;
  readonly changed: number;
  readonly statusChanged: number;
  private readonly stats: fs.Stats;

  constructor(stats: fs.Stats) {
    this.kind = kindOf(stats);
    this.size = stats.size;
    this.changed = stats.mtimeMs;
    this.statusChanged = stats.ctimeMs;
    this.stats = stats;
  }

  get mode(): number {
    return this.stats.mode & 0o7777;
  }

  get identity(): string {
    return `${this.stats.dev}:${this.stats.ino}`;
  }

  get device(): string {
    return String(this.stats.dev);
  }
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

const { O_WRONLY, O_APPEND, O_NOFOLLOW, O_NONBLOCK } = fs.constants;

function appendTo(path: string, content: Uint8Array): FileResult<undefined> {
  // Windows knows neither of the last two.
  const found = fs.lstatSync(path, noThrow);
  if (found === undefined) return notFound;
  if (!found.isFile()) return failed(found.isSymbolicLink() ? 'is-a-link' : 'not-regular');
  const descriptor = fs.openSync(path, O_WRONLY | O_APPEND | (O_NOFOLLOW ?? 0) | (O_NONBLOCK ?? 0));
  try {
    for (let at = 0; at < content.length; )
      at += fs.writeSync(descriptor, content, at, content.length - at, null);
    return done;
  } finally {
    fs.closeSync(descriptor);
  }
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
