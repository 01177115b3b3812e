import { readSealed, type SealContext, writeSealed } from '../host/sealed-file.ts';
import { parseJson } from '../util/parse-json.ts';
import type { Evaluated } from './evaluated.ts';
import { isStoredSpecs, isWhole, type StoredSpecs } from './stored-specs.ts';

/** Changes when what is kept has another form, or is made in another way. */
const FORMAT = 2;

/** A value that was kept, and the files that it was made of by their paths below the root. */
export interface KeptSpecs {
  readonly evaluated: Evaluated;
  readonly texts: ReadonlyMap<string, string>;
}

/** What the cache stands on. */
export interface CacheContext extends SealContext {
  readonly version: string;
  /** Names the project among all whose specs are kept in the folder. */
  readonly project: string;
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
  return isWhole(stored.evaluated, texts) ? { evaluated: stored.evaluated, texts } : undefined;
}

/** Keeps a value for the next run. A cache that cannot be written only costs time. */
export function keep(context: CacheContext, { evaluated, texts }: KeptSpecs): void {
  const { sha256 } = context;
  const hashes = [...texts].map(([path, text]) => [path, sha256(text)] as const);
  const stored: StoredSpecs = { version: versionOf(context), files: hashes, evaluated };
  writeSealed(context, nameOf(context), JSON.stringify(stored));
}

function read(context: CacheContext): StoredSpecs | undefined {
  const stored = parseJson(readSealed(context, nameOf(context)) ?? '');
  return isStoredSpecs(stored) && stored.version === versionOf(context) ? stored : undefined;
}

function nameOf({ project, sha256 }: CacheContext): string {
  return `${sha256(project).slice(0, 32)}.json`;
}

function versionOf({ version }: CacheContext): string {
  return `${FORMAT} ${version}`;
}
