import { basename, resolve } from 'node:path';
import { type FileFailure, failed } from './file-result.ts';
import type { Watching, WatchListener } from './host.ts';

/**
 * Watches the entries of a folder, not those of the folders in it, from the moment on that the promise resolves. The
 * system's own events are passed on: chokidar holds back a second change of a file for 50 ms, which may be the one that
 * completes it. Its `CHOKIDAR_USEPOLLING=1` is for file systems without events.
 */
export async function watchFolder(folder: string, { onChange, onFailure }: WatchListener): Promise<Watching> {
  const { watch } = await import('chokidar');
  const isPolling = /^(1|true)$/i.test(process.env.CHOKIDAR_USEPOLLING ?? '');
  const watcher = watch(folder, {
    depth: 0,
    ignoreInitial: true,
    atomic: false,
    ignorePermissionErrors: true,
    // One watch for the folder tells of all its files; polling has to look at each of them.
    ignored: (path) => !isPolling && path !== folder,
  });
  watcher.on('all', (_, path) => onChange(path));
  watcher.on('raw', (_, name) => {
    // What befalls the folder itself comes with its own name, too.
    if (typeof name !== 'string' || name === basename(folder)) onChange(folder);
    if (typeof name === 'string') onChange(resolve(folder, name));
  });
  watcher.on('error', (error) => onFailure(failureOf(error)));
  await new Promise<void>((ready) => {
    watcher.once('ready', ready);
  });
  return {
    close: () => {
      watcher.close();
    },
  };
}

/** The codes mean other things here than for a write: inotify has limits of its own. */
function failureOf(error: unknown): FileFailure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOSPC') return failed('too-many-watches').failure;
  if (code === 'EMFILE' || code === 'ENFILE') return failed('too-many-files').failure;
  return failed('other', error instanceof Error ? error.message : String(error)).failure;
}
