import type { Host } from '../../host/host.ts';
import { withEnv } from '../../host/with-env.ts';
import { chooseCache } from '../../read/cache-folder.ts';
import type { RunOptions } from '../run-options.ts';

/** Returns the host on which `--cache-dir` is the variable of its meaning. */
export function givenCache(host: Host, { cacheDir }: Pick<RunOptions, 'cacheDir'>): Host {
  return cacheDir === undefined ? host : withEnv(host, () => ({ BITESIZE_CACHE: cacheDir }));
}

/** Returns why the cache that was named cannot be used for these projects without risk. */
export function cacheProblem(
  host: Host,
  options: Pick<RunOptions, 'cache' | 'cacheDir'>,
  folders: readonly string[],
): string | undefined {
  if (!options.cache) return undefined;
  const choice = chooseCache(givenCache(host, options), folders);
  return choice.kind === 'refused' ? choice.problem : undefined;
}
