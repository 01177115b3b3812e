import type { FileResult } from './file-result.ts';

/** What stands at a path. A symbolic link is itself, never what it points to. */
export type FileKind = 'file' | 'folder' | 'link' | 'other';

/** One entry of a folder. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: FileKind;
}

/** What is known about a path without opening it. Some of it may be worked out when it is asked for: a copy by `...` lacks it. */
export interface FileStatus {
  readonly kind: FileKind;
  /** Size in bytes. */
  readonly size: number;
  /** Permission bits. */
  readonly mode: number;
  /** Names the content: hard links to one file share it, a replaced file has another. */
  readonly identity: string;
  /** Names the device that the file lies on. */
  readonly device: string;
  /** Last change of the content, in milliseconds on the clock of `Host.now`. */
  readonly changed: number;
  /** Last change of content, mode or names, on the same clock; unlike `changed` it cannot be set back. */
  readonly statusChanged: number;
}

/** Files of the machine, or of a test. Calls are synchronous: the compiler is short-lived and this is fastest. */
export interface FileSystem {
  /** Returns the content of a regular file; of nothing else, since a pipe may never end and a device may be anything. */
  readonly read: (path: string, options?: ReadOptions) => FileResult<Uint8Array>;
  /**
   * Returns some bytes of a regular file that may be larger than any file that is read whole; fewer where it ends. A link at the
   * end of the path is refused.
   */
  readonly readPart: (path: string, part: FilePart) => FileResult<Uint8Array>;
  /** Returns the entries of a folder sorted by name. */
  readonly list: (path: string) => FileResult<readonly FolderEntry[]>;
  /** Returns the status of the path itself; links are not followed. */
  readonly status: (path: string) => FileResult<FileStatus>;
  /** Returns the absolute path without links. */
  readonly realPath: (path: string) => FileResult<string>;
  /**
   * Makes a folder and those above it; one that exists is fine. `exclusive` makes only the folder itself, and fails when the
   * path exists.
   */
  readonly makeFolder: (path: string, options?: FolderOptions) => FileResult<undefined>;
  /** Writes a whole file. `exclusive` fails when the path exists. On failure nothing new is left behind. */
  readonly write: (
    path: string,
    content: string | Uint8Array,
    options?: WriteOptions,
  ) => FileResult<undefined>;
  /** Adds bytes at the end of a regular file that is there. A link at the end of the path is refused. */
  readonly append: (path: string, content: Uint8Array) => FileResult<undefined>;
  /** Moves a file or folder; a file or an empty folder at the target is replaced in one step. */
  readonly rename: (from: string, to: string) => FileResult<undefined>;
  /** Gives a file a second name. */
  readonly link: (existing: string, path: string) => FileResult<undefined>;
  /** Returns what a symbolic link points to, as it was written. */
  readonly readLink: (path: string) => FileResult<string>;
  readonly makeLink: (target: string, path: string) => FileResult<undefined>;
  readonly setMode: (path: string, mode: number) => FileResult<undefined>;
  /** Removes a file or link. */
  readonly remove: (path: string) => FileResult<undefined>;
  /** Removes an empty folder. */
  readonly removeFolder: (path: string) => FileResult<undefined>;
}

/** How a file is read. */
export interface ReadOptions {
  /** The most bytes that are read; a larger file is refused. `READ_LIMIT` when absent. */
  readonly limit?: number;
  /** Refuses a link at the end of the path, also one that took the place of a file a moment ago. */
  readonly noFollow?: boolean;
}

/** Some bytes of a file: how many, and how many come before them. */
export interface FilePart {
  readonly position: number;
  readonly length: number;
  /** Where they may be put, so that who reads many has no memory of its own for each; as long as they are, or longer. */
  readonly into?: Uint8Array;
}

/** The most bytes of a file that are read where nobody says otherwise. */
export const READ_LIMIT = 64 * 1024 * 1024;

/** How a folder is made. */
export interface FolderOptions {
  readonly exclusive?: boolean;
}

/** How a file is written. */
export interface WriteOptions {
  readonly exclusive?: boolean;
  /** Waits until the content is on the disk, so that it survives a loss of power. */
  readonly sync?: boolean;
}
