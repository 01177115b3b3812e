import { decode, decodeLongPath, decodePax } from 'tar-stream/headers.js';
import { type FileResult, failed, success } from '../file-result.ts';
import type { FileWindow } from './file-window.ts';
import { BLOCK, blocksOf } from './tar-entry.ts';

/** A file in an archive. */
export interface TarEntry {
  readonly path: string;
  /** How many bytes of the archive come before its content. */
  readonly position: number;
  readonly size: number;
}

/** A piece of an archive. */
export interface TarRange {
  readonly start: number;
  readonly end: number;
}

/** More files than any fleet gives: each takes memory of whoever reads the archive. */
const MOST_ENTRIES = 1_000_000;

/** What the longest path of a file system has. */
const MOST_PATH_CHARACTERS = 4096;

/** How much of a path is told that cannot be one. */
const MOST_SHOWN = 200;

/** A path has at most some thousand bytes, and a record about a file is not much longer. */
const MOST_RECORD_BYTES = 64 * 1024;

/**
 * Returns the files in an archive, or in a piece of one that ends with a whole file. An archive may come from elsewhere, with
 * any headers: all that bitesize does not write, such as links and paths that lead out, makes it one that is not read.
 */
export function readTar(
  archive: FileWindow,
  { start, end }: TarRange,
  isPiece: boolean,
): FileResult<TarEntry[]> {
  const entries: TarEntry[] = [];
  let record: TarRecord = {};
  let position = start;
  while (position < end) {
    const header = readHeader(archive, position);
    if (!header.ok) return header;
    const { value } = header;
    if (value === undefined) return isPiece ? damaged(position, 'it ends too early') : success(entries);
    const size = record.size ?? value.size;
    const content = position + BLOCK;
    if (!Number.isSafeInteger(size) || size < 0 || size > end - content)
      return damaged(position, 'what follows is shorter than its header says');
    position = content + blocksOf(size);
    const kind = kinds[value.type ?? ''];
    if (kind === 'record') {
      const read = readRecord(archive, value.type, content, size);
      if (!read.ok) return read;
      record = { ...record, ...read.value };
      continue;
    }
    const path = (record.path ?? value.name).replace(/^(?:\.\/+)+/, '').replace(/\/$/, '');
    record = {};
    if (kind === 'folder') continue;
    const problem = pathProblem(path);
    if (problem !== undefined) return refused(path, problem);
    if (kind !== 'file') return refused(path, 'is no file');
    if (entries.length === MOST_ENTRIES)
      return failed('other', `the archive has more than ${MOST_ENTRIES} files`);
    entries.push({ path, position: content, size });
  }
  // A loss of power leaves empty files.
  return isPiece || end === start ? success(entries) : damaged(position, 'it ends too early');
}

const kinds: Readonly<Record<string, 'file' | 'folder' | 'record'>> = {
  file: 'file',
  directory: 'folder',
  'pax-header': 'record',
  'pax-global-header': 'record',
  'gnu-long-path': 'record',
};

/** What stands before a header, and counts in its place. */
interface TarRecord {
  readonly path?: string;
  readonly size?: number;
}

type Header = NonNullable<ReturnType<typeof decode>>;

/** Returns undefined for the end of the archive. */
function readHeader(archive: FileWindow, position: number): FileResult<Header | undefined> {
  const block = archive.read(position, BLOCK);
  if (!block.ok) return damaged(position, block.failure.reason);
  try {
    return success(decode(block.value, 'utf8', true) ?? undefined);
  } catch {
    if (position > 0) return damaged(position, 'no header of a file stands there');
    const isCompressed = block.value[0] === 0x1f && block.value[1] === 0x8b;
    return failed(
      'other',
      isCompressed
        ? 'it is compressed: unpack it with `gunzip` first'
        : 'it is no tar archive, or is damaged',
    );
  }
}

function readRecord(
  archive: FileWindow,
  type: string | null,
  position: number,
  size: number,
): FileResult<TarRecord> {
  if (size > MOST_RECORD_BYTES) return damaged(position, 'the name of a file is too long');
  const read = archive.read(position, size);
  if (!read.ok) return damaged(position, read.failure.reason);
  // What holds for all files says nothing about one: `git archive` names its commit there.
  if (type === 'pax-global-header') return success({});
  if (type === 'gnu-long-path') return success({ path: decodeLongPath(read.value, 'utf8') });
  const { path, size: length } = decodePax(read.value);
  return success({
    ...(path === undefined ? {} : { path }),
    ...(length === undefined ? {} : { size: Number(length) }),
  });
}

function pathProblem(path: string): string | undefined {
  if (path.length > MOST_PATH_CHARACTERS) return `has more than ${MOST_PATH_CHARACTERS} characters`;
  if (path.startsWith('/') || path.split('/').includes('..')) return 'leads out of the archive';
  return path.split('/').some((name) => name === '' || name === '.') || path.includes('\0')
    ? 'is no path of a file'
    : undefined;
}

function damaged(position: number, problem: string): ReturnType<typeof failed> {
  return failed('other', `the archive is damaged at byte ${position}: ${problem}`);
}

function refused(path: string, problem: string): ReturnType<typeof failed> {
  const shown = path.length > MOST_SHOWN ? `${path.slice(0, MOST_SHOWN)}…` : path;
  return failed('other', `\`${shown}\` in the archive ${problem}`);
}
