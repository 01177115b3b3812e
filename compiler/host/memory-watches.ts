import type { FileFailure, FileResult } from './file-result.ts';
import type { FileSystem } from './file-system.ts';
import { absolutePath, folderOf } from './path.ts';
import type { Watching, WatchListener } from './watching.ts';

/** Watched folders in memory: what is written through `observe` is told at once. */
export class MemoryWatches {
  private readonly cwd: string;
  private readonly failure: FileFailure | undefined;
  private readonly listeners = new Map<WatchListener, string>();

  /** With a failure no folder can be watched. */
  constructor(cwd: string, failure?: FileFailure) {
    this.cwd = cwd;
    this.failure = failure;
  }

  watch = async (folder: string, { onChange, onFailure }: WatchListener): Promise<Watching> => {
    // One listener may watch several folders.
    const listener = { onChange, onFailure };
    if (this.failure === undefined) this.listeners.set(listener, folder);
    else onFailure(this.failure);
    return { close: () => this.listeners.delete(listener) };
  };

  /** Returns the same files; their changes are told to those who watch. */
  observe(files: FileSystem): FileSystem {
    const tell = <T>(result: FileResult<T>, ...paths: readonly string[]): FileResult<T> => {
      if (result.ok) for (const path of paths) this.changed(absolutePath(this.cwd, path));
      return result;
    };
    return {
      ...files,
      makeFolder: (path) => {
        const missing = this.missing(files, absolutePath(this.cwd, path));
        return tell(files.makeFolder(path), ...missing);
      },
      write: (path, content, options) => tell(files.write(path, content, options), path),
      rename: (from, to) => tell(files.rename(from, to), from, to),
      link: (existing, path) => tell(files.link(existing, path), path),
      makeLink: (target, path) => tell(files.makeLink(target, path), path),
      setMode: (path, mode) => tell(files.setMode(path, mode), path),
      remove: (path) => tell(files.remove(path), path),
      removeFolder: (path) => tell(files.removeFolder(path), path),
    };
  }

  /** Returns a path and the folders above it, as far as they are not there, the uppermost first. */
  private missing(files: FileSystem, path: string): readonly string[] {
    return files.status(path).ok ? [] : [...this.missing(files, folderOf(path)), path];
  }

  private changed(path: string): void {
    for (const [{ onChange }, folder] of this.listeners)
      if (path === folder || folderOf(path) === folder) onChange(path);
  }
}
