import type { Host } from '../host/host.ts';

/** Where results of earlier runs are kept. */
export interface CacheFolder {
  readonly path: string;
  /** Whether the user named it, which means that it may be shared; else it is the user's own. */
  readonly isNamed: boolean;
}

/** Returns the folder of `BITESIZE_CACHE` (empty for none), else the one in the user's folder for caches. */
export function cacheFolder({ env }: Pick<Host, 'env'>): CacheFolder | undefined {
  const { BITESIZE_CACHE: named, XDG_CACHE_HOME: caches, HOME: home } = env;
  if (named !== undefined) return named === '' ? undefined : { path: named, isNamed: true };
  if (caches) return { path: `${caches}/bitesize`, isNamed: false };
  return home ? { path: `${home}/.cache/bitesize`, isNamed: false } : undefined;
}
