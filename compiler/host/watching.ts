import type { FileFailure } from './file-result.ts';

/** Who is told what happens in a folder. */
export interface WatchListener {
  /**
   * An entry of the folder, or the folder itself, may be new, gone or different; the path is absolute. It may be told
   * several times for one save, and for changes that matter to nobody.
   */
  readonly onChange: (path: string) => void;
  /** The folder cannot be watched. */
  readonly onFailure: (failure: FileFailure) => void;
}

/** A folder that is being watched. */
export interface Watching {
  readonly close: () => void;
}
