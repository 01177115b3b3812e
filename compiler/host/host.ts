import type { FileFailure, FileResult } from './file-result.ts';
import type { FileSystem } from './file-system.ts';
import type { HttpClient, HttpClientOptions } from './http.ts';

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

/** How another program is started. */
export interface RunOptions {
  /** All of its variables: nothing is added. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What it reads; nothing when absent. */
  readonly input?: string;
}

/** What another program did: its exit code and what it wrote; `started` is false when there is no such program. */
export type RunResult =
  | {
      readonly started: true;
      readonly code: number;
      /** What it wrote, as UTF-8. */
      readonly stdout: string;
      /** The same as bytes, for what may be no text. */
      readonly bytes: Uint8Array;
      readonly stderr: string;
    }
  | { readonly started: false; readonly reason: string };

/**
 * What of a text may steer a terminal or a runner of CI: nothing, when it is not given; the colours of its printer, which
 * has cleaned what came from outside; or all of it, such as commands for a runner with all else escaped.
 */
export type OutputTrust = 'colours' | 'everything';

/** A stream for people or other programs to read. */
export interface OutputStream {
  readonly isTerminal: boolean;
  /** Width of the terminal in columns; undefined when nobody knows. */
  readonly columns: number | undefined;
  /** Writes text; `trust` says what of it steers who reads it. The machine's own streams write all of it. */
  readonly write: (text: string, trust?: OutputTrust) => void;
}

/** Who runs, for lock files: enough to tell later whether this process is still there. */
export interface ProcessInfo {
  /** Names this process among all on all machines that share the folder. */
  readonly id: string;
  /**
   * Returns whether the process of an id runs; undefined when it cannot be known, as on another machine. No process has an id
   * of another form.
   */
  readonly isRunning: (id: string) => boolean | undefined;
}

/** A thread that does the work of `compiler/run/threads/thread.ts`. */
export interface HostThread {
  readonly send: (message: unknown) => void;
  readonly onMessage: (listener: (message: unknown) => void) => void;
  /** Called when the thread ended with an exception, which is a bug. */
  readonly onError: (listener: (error: unknown) => void) => void;
  readonly stop: () => void;
}

/** The streams of a client that talks to this process for as long as it lives, such as an editor. */
export interface ClientStreams {
  readonly input: NodeJS.ReadableStream;
  readonly output: NodeJS.WritableStream;
  /** Reads nothing more, so that the process can end. */
  readonly close: () => void;
}

/**
 * Everything that the command line asks of the machine. The compiler itself asks nothing: `compile()` is pure.
 * Paths have `/` and are absolute or relative to `cwd`.
 */
export interface Host {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly files: FileSystem;
  readonly process: ProcessInfo;
  /** How many threads can run at once. */
  readonly cores: number;
  /** Starts a thread that is told `setup`; absent where there are none. */
  readonly startThread?: (setup: unknown) => HostThread;
  /**
   * Takes what is not needed any more away more often, from now on: for work that makes much and keeps little. Absent where
   * nobody can tell.
   */
  readonly keepMemorySmall?: () => void;
  /** Says that the process ends soon: nothing is prepared for work that goes on. Absent where nobody can tell. */
  readonly expectLittleWork?: () => void;
  /** Takes standard input and output for a client that talks over them; absent where nobody can. */
  readonly openClient?: () => ClientStreams;
  /** Reads standard input to its end. */
  readonly readInput: () => Promise<FileResult<Uint8Array>>;
  /**
   * Asks who sits at the terminal for one line; undefined when they want to stop (Ctrl-C, Ctrl-D). Absent where nobody can
   * answer.
   */
  readonly ask?: ((question: string) => Promise<string | undefined>) | undefined;
  /** Returns the folders of `files`, or of the machine, that match a glob: sorted, without `node_modules` and hidden ones. A link to a folder matches, wherever it leads; nothing is sought behind it. */
  readonly globFolders: (pattern: string, files?: FileSystem) => Promise<readonly string[]>;
  /** Returns a text that ships with bitesize, such as a page about a diagnostic. */
  readonly readResource: (path: string) => FileResult<string>;
  /** Returns the address at which such a text can be opened; absent where they are no files. */
  readonly resourceAddress?: (path: string) => string;
  /** Returns the SHA-256 of a text (as UTF-8) or of bytes, in lower case hex. */
  readonly sha256: (content: string | Uint8Array) => string;
  /** Milliseconds since some fixed moment; only for durations and ages that are shown or compared. */
  readonly now: () => number;
  /** Waits so long, or until the signal is given. */
  readonly wait: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
  /** Watches the entries of an absolute folder, from the moment on that the promise resolves. */
  readonly watch: (folder: string, listener: WatchListener) => Promise<Watching>;
  /** Calls the listener once when the user wants to stop (Ctrl-C), in place of a sudden end; returns what undoes this. */
  readonly onInterrupt: (listener: () => void) => () => void;
  /** Returns what stands at an http or https address; only on request of the user. */
  readonly readUrl: (url: string) => Promise<FileResult<Uint8Array>>;
  /**
   * Opens connections to servers, only on request of the user; proxies are those of the environment. Fails when the
   * certificates or the proxies cannot be used.
   */
  readonly openHttp: (options: Omit<HttpClientOptions, 'env'>) => Promise<FileResult<HttpClient>>;
  /** Runs another program without a shell and waits for it. Only `openGit` and `openKubectl` do: a checkout may be hostile. */
  readonly run: (program: string, argv: readonly string[], folder: string, options: RunOptions) => RunResult;
}

/** Variables that options of the command line take the place of. */
export type GivenEnv = Readonly<
  Partial<Record<'BITESIZE_ROOT' | 'BITESIZE_CACHE' | 'BITESIZE_CACHE_KEY', string>>
>;

/**
 * Returns a host on which an option is the variable of its meaning, so that a fleet can set it once for all commands. It
 * is asked for when a command runs, after the command line was read.
 */
export function withEnv(host: Host, given: () => GivenEnv): Host {
  return Object.create(host, { env: { get: () => ({ ...host.env, ...given() }) } });
}
