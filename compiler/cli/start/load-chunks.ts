import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * A chunk of the built command: modules that are always needed together, as a function that fills `exports`. It loads other
 * chunks with `load`, and modules that are not ours with `require`.
 */
export type ChunkCode = (
  load: (name: string) => ChunkExports,
  require: NodeJS.Require,
  exports: ChunkExports,
  bundleUrl: string,
) => void;

/** What a chunk exports, by name. */
export type ChunkExports = Record<string, unknown>;

/** What a file of chunks holds. */
export interface ChunkFile {
  readonly chunks: Readonly<Record<string, ChunkCode>>;
  /** The files of chunks that have none of their own name, by chunk. */
  readonly files?: Readonly<Record<string, string>>;
}

/** Chunks that run when they are first asked for. */
export interface Chunks {
  /** Returns what a chunk exports. */
  readonly load: (name: string) => ChunkExports;
  /** Those that ran. */
  readonly loaded: ReadonlyMap<string, ChunkExports>;
}

/**
 * Returns the chunks in the files of a folder; `readFile` returns what one of them holds, and `first` is read at once. `require`
 * is that of a file in the same package.
 */
export function loadChunks(
  folder: string,
  first: string,
  require: NodeJS.Require,
  readFile: (file: string) => ChunkFile,
): Chunks {
  const loaded = new Map<string, ChunkExports>();
  const { chunks, files = {} } = readFile(first);
  const known = new Map(Object.entries(chunks));
  const url = pathToFileURL(chunkPath(folder, first)).href;
  const codeOf = (name: string): ChunkCode => {
    const code = known.get(name);
    if (code !== undefined) return code;
    for (const [other, found] of Object.entries(readFile(files[name] ?? name).chunks))
      known.set(other, found);
    return known.get(name) ?? missing(name);
  };
  const load = (name: string): ChunkExports => {
    const before = loaded.get(name);
    if (before !== undefined) return before;
    const exports: ChunkExports = {};
    codeOf(name)(load, require, exports, url);
    loaded.set(name, exports);
    return exports;
  };
  return { load, loaded };
}

/** Returns the path of a file of chunks. */
export function chunkPath(folder: string, file: string): string {
  return join(folder, `${file}.cjs`);
}

function missing(name: string): never {
  throw new Error(`this package of bitesize is not complete: it has no code \`${name}\``);
}
