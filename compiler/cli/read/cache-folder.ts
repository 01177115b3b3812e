import type { Host } from '../../host/host.ts';

/** Returns the folder for values of specs: `BITESIZE_CACHE` (empty for none), else the user's folder for caches. */
export function cacheFolder(env: Host['env']): string | undefined {
  if (env.BITESIZE_CACHE !== undefined) return env.BITESIZE_CACHE === '' ? undefined : env.BITESIZE_CACHE;
  if (env.XDG_CACHE_HOME) return `${env.XDG_CACHE_HOME}/bitesize`;
  return env.HOME ? `${env.HOME}/.cache/bitesize` : undefined;
}
