import type { FileSystem } from '../host/file-system.ts';
import { joinPath } from '../host/path.ts';
import { readSealed, writeSealed } from '../host/sealed-file.ts';
import type { Evaluated } from './evaluated.ts';

/** Changes when what is kept has another form, or is made in another way. */
const FORMAT = 1;

/** A value that was kept, and the files that it was made of by their paths below the root. */
export interface KeptSpecs {
  readonly evaluated: Evaluated;
  readonly texts: ReadonlyMap<string, string>;
}

/** What the cache stands on. */
export interface CacheContext {
  readonly files: FileSystem;
  readonly sha256: (text: string) => string;
  readonly folder: string;
  readonly version: string;
  /** Names the project among all whose specs are kept in the folder. */
  readonly project: string;
}

interface Stored {
  readonly version: string;
  /** Every file that was read: its path below the root, and the SHA-256 of its text. */
  readonly files: readonly (readonly [string, string])[];
  readonly evaluated: Evaluated;
}

/**
 * Returns what an earlier run made of the same files. `textOf` gives the text that a file has now, or undefined when it
 * is not there any more; a cache that is broken or of another version counts as empty.
 */
export function findKept(
  context: CacheContext,
  textOf: (path: string) => string | undefined,
): KeptSpecs | undefined {
  const stored = read(context);
  if (stored === undefined) return undefined;
  const texts = new Map<string, string>();
  for (const [path, hash] of stored.files) {
    const text = textOf(path);
    if (text === undefined || context.sha256(text) !== hash) return undefined;
    texts.set(path, text);
  }
  return { evaluated: stored.evaluated, texts };
}

/** Keeps a value for the next run. A cache that cannot be written only costs time. */
export function keep(context: CacheContext, { evaluated, texts }: KeptSpecs): void {
  const { sha256 } = context;
  const hashes = [...texts].map(([path, text]) => [path, sha256(text)] as const);
  const stored: Stored = { version: versionOf(context), files: hashes, evaluated };
  writeSealed(context, pathOf(context), JSON.stringify(stored));
}

function read(context: CacheContext): Stored | undefined {
  const body = readSealed(context, pathOf(context));
  if (body === undefined) return undefined;
  // The boundary: the seal says that this is what `keep` wrote.
  const stored = JSON.parse(body) as Stored;
  return stored.version === versionOf(context) ? stored : undefined;
}

function pathOf({ folder, project, sha256 }: CacheContext): string {
  return joinPath(folder, `${sha256(project).slice(0, 32)}.json`);
}

function versionOf({ version }: CacheContext): string {
  return `${FORMAT} ${version}`;
}
