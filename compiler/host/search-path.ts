import { pathBelow } from './confined-files.ts';
import type { Host } from './host.ts';
import { absolutePath } from './path.ts';

/**
 * Returns the folders in which programs are sought, without relative ones and those of the given folders, which a change may have
 * shaped: a `git` in a checkout is not git. The folders are absolute and without links.
 */
export function searchPath(host: Pick<Host, 'env' | 'files'>, untrusted: readonly string[]): string {
  const folders = (host.env.PATH ?? '')
    .split(':')
    .filter((folder) => !untrusted.some((top) => isBelow(host, top, folder)));
  return folders.length === 0 ? '/usr/local/bin:/usr/bin:/bin' : folders.join(':');
}

/** Returns whether a path leads into a folder. One that is relative does: it starts from the folder in which a program runs. */
export function isBelow({ files }: Pick<Host, 'files'>, top: string, path: string): boolean {
  if (!path.startsWith('/')) return true;
  const real = files.realPath(path);
  return [absolutePath('/', path), ...(real.ok ? [real.value] : [])].some(
    (one) => pathBelow(top, one) !== undefined,
  );
}
