import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
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
 * built command.
 *
 * Most of what a start costs is that V8 compiles the code. What it made of it when the command was built is given to it
 * if that is there, undamaged, of this very code, and of this version of Node; V8 itself looks whether it can be used
 * with the flags of this process. Otherwise the same code is loaded as any module is. Nothing is looked for outside of
 * that folder, and nothing is written: whoever could put something there could change the code as well.
 */
export function openCode(place: string): ChunkExports {
  const folder = codeFolder(fileURLToPath(new URL('.', place)));
  const require = createRequire(place);
  const readFile = (file: string): ChunkFile =>
    // The boundary: the files are our own code.
    (keptChunks(folder, file) ?? require(chunkPath(folder, file))) as ChunkFile;
  return loadChunks(folder, keptFiles[0], readFile).load(MAIN);
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
export function chunkScript(path: string, code: Buffer, cachedData?: Buffer): Script {
  return new Script(code.toString('latin1'), {
    filename: path,
    ...(cachedData && { cachedData }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
}

/** Returns what a file of chunks holds, without compiling it; undefined for a file of which nothing can be used. */
function keptChunks(folder: string, file: string): unknown {
  if (!keptFiles.some((kept) => kept === file)) return undefined;
  const kept = readIfThere(keptPath(folder, file));
  if (kept === undefined) return undefined;
  const path = chunkPath(folder, file);
  const code = readFileSync(path);
  const data = dataOf(kept, code);
  // A file of chunks is a module, and gives what it exports as its value where there is no module.
  return data && chunkScript(path, code, data).runInThisContext();
}

/** Returns what V8 made of this code; undefined for what is damaged, which V8 does not look for, or of other code. */
function dataOf(kept: Buffer, code: Buffer): Buffer | undefined {
  if (kept.length <= HEADER_BYTES) return undefined;
  const data = kept.subarray(HEADER_BYTES);
  const isRight = kept.readUInt32LE(0) === crc32(code) && kept.readUInt32LE(4) === crc32(data);
  return isRight ? data : undefined;
}

function readIfThere(path: string): Buffer | undefined {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}
