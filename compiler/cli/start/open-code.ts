import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { type ChunkExports, type ChunkFile, chunkPath, loadChunks } from './load-chunks.ts';

/**
 * The files of chunks that V8 need not compile at every start: all that `check` needs, and what `compile` needs beside it. The
 * first of them says where the others are.
 */
export const keptFiles = ['check', 'compile'] as const;

/** The chunk that the command and its threads start with: `code.ts`. */
export const MAIN = 'code';

/** Checksums of the code and of what V8 made of it stand before the latter. */
const HEADER_BYTES = 8;

/**
 * Runs the code of the command and returns what its main chunk exports. `place` is the address of a file in the folder of the
 * built command, and `require` is what that file loads modules with.
 *
 * Most of what a start costs is that V8 compiles the code. What it made of it when the command was built is given to it
 * if that is there, undamaged, of this very code, and of this version of Node; V8 itself looks whether it can be used
 * with the flags of this process. Otherwise the same code is loaded as any module is. Nothing is looked for outside of
 * that folder, and nothing is written: whoever could put something there could change the code as well.
 */
export function openCode(place: string, require: NodeJS.Require): ChunkExports {
  const folder = codeFolder(dirname(fileURLToPath(place)));
  const readFile = (file: string): ChunkFile =>
    // The boundary: the files are our own code.
    (keptChunks(folder, file) ?? require(chunkPath(folder, file))) as ChunkFile;
  return loadChunks(folder, keptFiles[0], require, readFile).load(MAIN);
}

/** Returns the folder with the code of a command that is built in a folder. */
export function codeFolder(target: string): string {
  return join(target, 'code');
}

/** Returns the path of what V8 made of a file of chunks, in the folder of the code. */
export function keptPath(folder: string, file: string): string {
  const { version, platform, arch } = process;
  return join(folder, 'kept', `${version}-${platform}-${arch}`, file);
}

/** Returns the content of a file of `keptPath`. */
export function keptContent(code: Buffer, data: Buffer): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(crc32(code), 0);
  header.writeUInt32LE(crc32(data), 4);
  return Buffer.concat([header, data]);
}

/** Returns a file of chunks as a script. It is ASCII alone (the build looks after that), which is read fastest as Latin-1. */
export function chunkScript(path: string, code: string, cachedData?: Buffer): Script {
  return new Script(code, {
    filename: path,
    ...(cachedData && { cachedData }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
}

/**
 * Returns what a file of chunks holds, without compiling it; undefined for a file of which nothing can be used. One buffer takes
 * both files, one after the other: memory that a process touches for the first time costs as much as reading does.
 */
function keptChunks(folder: string, file: string): unknown {
  if (!keptFiles.some((kept) => kept === file)) return undefined;
  const [path, keptAt] = [chunkPath(folder, file), keptPath(folder, file)];
  const memory = Buffer.allocUnsafeSlow(Math.max(sizeOf(path), sizeOf(keptAt)));
  const bytes = contentOf(path, memory);
  const [checksum, code] = [crc32(bytes), bytes.toString('latin1')];
  const data = dataOf(contentOf(keptAt, memory), checksum);
  // A file of chunks is a module, and gives what it exports as its value where there is no module.
  return data && chunkScript(path, code, data).runInThisContext();
}

/** Returns what V8 made of code with this checksum; undefined for what is damaged, which V8 does not look for, or of other code. */
function dataOf(kept: Buffer, checksum: number): Buffer | undefined {
  if (kept.length <= HEADER_BYTES) return undefined;
  const data = kept.subarray(HEADER_BYTES);
  return kept.readUInt32LE(0) === checksum && kept.readUInt32LE(4) === crc32(data) ? data : undefined;
}

/** Returns how many bytes a file has: none if it is not there. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Returns the content of a file, in the memory that is given, as far as it has room; empty for what cannot be read. */
function contentOf(path: string, memory: Buffer): Buffer {
  let length = 0;
  try {
    const file = openSync(path, 'r');
    try {
      for (let read = -1; read !== 0 && length < memory.length; length += read)
        read = readSync(file, memory, length, memory.length - length, null);
    } finally {
      closeSync(file);
    }
  } catch {
    return memory.subarray(0, 0);
  }
  return memory.subarray(0, length);
}
