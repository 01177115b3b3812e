import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { constants, Script } from 'node:vm';
import { crc32 } from 'node:zlib';

/**
 * What a start of the command is for. V8 can be given what it made of the code in an earlier run instead of making it
 * again, which is most of what a start costs; each use needs other parts of the code. Threads run with settings of V8
 * of their own, for which it does not take what was made without them.
 */
export type Use = 'check' | 'compile' | 'check-thread' | 'compile-thread';

/** All uses for which code is kept. */
export const uses: readonly Use[] = ['check', 'compile', 'check-thread', 'compile-thread'];

/** The file of a package with the code that starts, by the address of the file that starts it. */
const CODE = 'code/bitesize.cjs';

/** Checksums of the code and of what V8 made of it stand before the latter. */
const HEADER_BYTES = 8;

/**
 * Runs the code of the command and returns what it exports. `place` is the address of a file in the folder of the built command.
 *
 * What V8 made of it when the command was built is used if it is there, undamaged, of this very code, and of this
 * version of Node; V8 itself looks whether it can be used with the flags of this process. Otherwise the same code is
 * loaded as any module is. Nothing is looked for outside of that folder, and nothing is written: whoever could put
 * something there could change the code as well.
 */
export function openCode(place: string, use: Use): unknown {
  const folder = dirname(fileURLToPath(place));
  const file = join(folder, CODE);
  const requireFrom = createRequire(file);
  const kept = readIfThere(keptCodeFile(folder, use));
  if (kept === undefined) return requireFrom(file);
  const code = readFileSync(file);
  const cachedData = dataOf(kept, code);
  if (cachedData === undefined) return requireFrom(file);
  return runCode(codeScript(file, code, cachedData), file);
}

/** Returns the path of what V8 made of the code for a use, in the folder of the built command. */
export function keptCodeFile(folder: string, use: Use): string {
  return join(folder, 'code', 'kept', `${process.version}-${process.platform}-${process.arch}`, use);
}

/** Returns the code as a script. It is ASCII alone (the build looks after that), which is read fastest as Latin-1. */
export function codeScript(file: string, code: Buffer, cachedData?: Buffer): Script {
  return new Script(code.toString('latin1'), {
    filename: file,
    ...(cachedData && { cachedData }),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
}

/**
 * Runs a script of `codeScript` and returns what it exports. The file is a CommonJS module; without a module around it, it gives
 * the function that Node would make of one.
 */
export function runCode(script: Script, file: string): unknown {
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(file), module, file, dirname(file));
  return module.exports;
}

/** Returns the content of a file of `keptCodeFile`. */
export function keptCode(code: Buffer, data: Buffer): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32LE(crc32(code), 0);
  header.writeUInt32LE(crc32(data), 4);
  return Buffer.concat([header, data]);
}

/** Returns what V8 made of this code; undefined for what is damaged, which V8 does not look for, or of other code. */
function dataOf(kept: Buffer, code: Buffer): Buffer | undefined {
  if (kept.length <= HEADER_BYTES) return undefined;
  const data = kept.subarray(HEADER_BYTES);
  const isRight = kept.readUInt32LE(0) === crc32(code) && kept.readUInt32LE(4) === crc32(data);
  return isRight ? data : undefined;
}

function readIfThere(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}
