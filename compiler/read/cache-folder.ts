import { type FileResult, failed, success } from '../host/file-result.ts';
import { absolutePath, folderOf, joinPath } from '../host/path.ts';
import { folderPlace, type PlacingHost } from './folder-place.ts';

/** A shorter key could be guessed. */
const LEAST_LENGTH = 16;

/** A file of this size holds something else. */
const MAX_BYTES = 64 * 1024;

/**
 * Returns the key that the entries of a cache are sealed with (`BITESIZE_CACHE_KEY`, or the content of the file that
 * `BITESIZE_CACHE_KEY_FILE` names), undefined without one, or why what is named is none. An empty variable counts as
 * none: that is what a CI system makes of a secret which a job may not have.
 */
function cacheKey(host: PlacingHost, projects: readonly string[]): FileResult<string | undefined> {
  const { BITESIZE_CACHE_KEY: given, BITESIZE_CACHE_KEY_FILE: file } = host.env;
  if (given) return longEnough(given, 'the key of `BITESIZE_CACHE_KEY`');
  if (!file) return success(undefined);
  const what = 'the file of `BITESIZE_CACHE_KEY_FILE`';
  const path = absolutePath(host.cwd, file);
  const place = folderPlace(host, folderOf(path), projects);
  if (place.kind === 'link' || (place.kind === 'found' && place.inside !== undefined))
    return failed('denied', `${what} lies where a change can write: it is no secret`);
  const status = host.files.status(path);
  if (status.ok && status.value.size > MAX_BYTES) return failed('other', `${what} is larger than 64 KiB`);
  const read = host.files.read(path);
  if (!read.ok) return failed(read.failure.kind, `cannot read ${what}: ${read.failure.reason}`);
  return longEnough(new TextDecoder().decode(read.value).trim(), `the key in ${what}`);
}

function longEnough(key: string, what: string): FileResult<string> {
  return key.length >= LEAST_LENGTH
    ? success(key)
    : failed('other', `${what} has fewer than ${LEAST_LENGTH} characters`);
}

/** Where results of earlier runs are kept. */
export interface CacheFolder {
  /** Absolute and without links; it need not be there yet. */
  readonly path: string;
  /** Whether the user named it, which means that it may be shared; else it is the user's own. */
  readonly isNamed: boolean;
  /** What its entries are sealed with; without a key whoever can write to the folder can make entries. */
  readonly key?: string;
}

/** The cache of a run: a folder, none, or why what was named cannot be it. */
export type CacheChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'folder'; readonly folder: CacheFolder }
  /** A change could decide what comes out of it. Lines after the first say what to do. */
  | { readonly kind: 'refused'; readonly problem: string }
  /** The machine does not have it. */
  | { readonly kind: 'unusable'; readonly problem: string };

const none = { kind: 'none' } as const;

/**
 * Returns the folder of `BITESIZE_CACHE` (empty for none), else the one in the user's folder for caches. `projects` are
 * the folders of the run: a cache that lies in one of them, or in a checkout, takes only entries that are sealed with a
 * key, since a change could bring its own.
 */
export function chooseCache(host: PlacingHost, projects: readonly string[]): CacheChoice {
  const { BITESIZE_CACHE: named } = host.env;
  const path = named ?? ownFolder(host.env);
  if (!path) return none;
  const isNamed = named !== undefined;
  const key = cacheKey(host, projects);
  if (!key.ok) return { kind: 'refused', problem: key.failure.reason };
  const place = folderPlace(host, path, projects);
  if (place.kind === 'found' && (place.inside === undefined || key.value !== undefined)) {
    const sealing = key.value === undefined ? {} : { key: key.value };
    return { kind: 'folder', folder: { path: place.path, isNamed, ...sealing } };
  }
  if (!isNamed) return none;
  switch (place.kind) {
    case 'found':
      return {
        kind: 'refused',
        problem: `the cache folder \`${path}\` lies in \`${place.inside}\`, where a change can bring entries of its own\nhelp: name a folder outside of checkouts and projects, or seal the entries with a key (\`BITESIZE_CACHE_KEY\`)`,
      };
    case 'link':
      return {
        kind: 'refused',
        problem: `the cache folder \`${path}\` leads over the link \`${place.link}\`, which a change can make\nhelp: name a folder outside of checkouts and projects`,
      };
    case 'unusable':
      return { kind: 'unusable', problem: `cannot use the cache folder \`${path}\`: ${place.reason}` };
  }
}

/**
 * Returns the folder for values of specs, which decide what is written: a named one without a key may be written to by
 * others, so it is the user's own that counts then.
 */
export function specCacheFolder(host: PlacingHost, projects: readonly string[]): CacheFolder | undefined {
  const choice = chooseCache(host, projects);
  if (choice.kind !== 'folder') return undefined;
  if (!choice.folder.isNamed || choice.folder.key !== undefined) return choice.folder;
  const { BITESIZE_CACHE: _, ...env } = host.env;
  const own = chooseCache({ cwd: host.cwd, files: host.files, env }, projects);
  return own.kind === 'folder' ? own.folder : undefined;
}

/** Returns the variables by which folders in those of the given variables are the caches. */
export function cachesBelow(env: PlacingHost['env'], name: string): PlacingHost['env'] {
  const { BITESIZE_CACHE: named } = env;
  const own = ownFolder(env);
  return {
    ...env,
    ...(named ? { BITESIZE_CACHE: joinPath(named, name) } : {}),
    ...(own === undefined ? {} : { XDG_CACHE_HOME: joinPath(own, name) }),
  };
}

function ownFolder({ XDG_CACHE_HOME: caches, HOME: home }: PlacingHost['env']): string | undefined {
  if (caches) return `${caches}/bitesize`;
  return home ? `${home}/.cache/bitesize` : undefined;
}
