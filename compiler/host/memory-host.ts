import { compareText } from '../util/compare-text.ts';
import { sha256 } from '../util/sha256.ts';
import { type FileFailure, type FileResult, failed, success } from './file-result.ts';
import type { FileSystem } from './file-system.ts';
import type { Host, OutputStream, Watching, WatchListener } from './host.ts';
import type { HttpClient } from './http.ts';
import { MemoryFiles } from './memory-files.ts';
import { absolutePath, folderOf } from './path.ts';

/** Watched folders in memory: what is written through `observe` is told at once. */
class MemoryWatches {
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
      makeFolder: (path, options) => {
        const missing = this.missing(files, absolutePath(this.cwd, path));
        return tell(files.makeFolder(path, options), ...missing);
      },
      write: (path, content, options) => tell(files.write(path, content, options), path),
      append: (path, content) => tell(files.append(path, content), path),
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

/** What a host in memory starts with; everything has a plain default. */
export interface MemoryHostOptions {
  readonly cwd?: string;
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Replaces the file system, such as by one that fails on purpose. */
  readonly fileSystem?: FileSystem;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  readonly resources?: Readonly<Record<string, string>>;
  readonly terminal?: boolean;
  readonly columns?: number;
  /** Answers in place of other programs; without it there are none. */
  readonly run?: Host['run'];
  /** Answers in place of servers; without it none can be reached. */
  readonly http?: HttpClient['send'];
  /** Why folders cannot be watched; without it they can. */
  readonly watchFailure?: FileFailure;
}

/** A host in memory that keeps what was written to its streams. */
export interface MemoryHost extends Host {
  readonly output: () => string;
  readonly errors: () => string;
  /** Does what Ctrl-C does. */
  readonly interrupt: () => void;
}

/** Returns a host without a machine. Its clock stands still, so that nothing depends on time. */
export function createMemoryHost(options: MemoryHostOptions = {}): MemoryHost {
  const cwd = options.cwd ?? '/project';
  const watches = new MemoryWatches(cwd, options.watchFailure);
  const files = watches.observe(options.fileSystem ?? new MemoryFiles(cwd, options.files));
  const interrupted = new Set<() => void>();
  const stdout = new MemoryStream(options);
  const stderr = new MemoryStream(options);
  return {
    cwd,
    env: options.env ?? {},
    stdout,
    stderr,
    files,
    cores: 1,
    process: { id: 'memory', isRunning: (id) => id === 'memory' },
    readInput: async () => success(new TextEncoder().encode(options.input ?? '')),
    globFolders: async (pattern, at = files) => matchingFolders(at, pattern),
    readResource: (path) => {
      const text = options.resources?.[path];
      return text === undefined ? failed('not-found') : success(text);
    },
    sha256,
    now: () => 0,
    wait: async () => undefined,
    watch: watches.watch,
    onInterrupt: (listener) => {
      interrupted.add(listener);
      return () => interrupted.delete(listener);
    },
    readUrl: async () => failed('not-found'),
    openHttp: async () => success({ send: options.http ?? unreachable, close: async () => undefined }),
    run: options.run ?? (() => ({ started: false, reason: 'there are no programs in memory' })),
    output: () => stdout.text,
    errors: () => stderr.text,
    interrupt: () => {
      for (const listener of interrupted) listener();
    },
  };
}

const unreachable: HttpClient['send'] = async () => ({
  kind: 'failure',
  failure: 'unreachable',
  reason: 'there are no servers in memory',
});

class MemoryStream implements OutputStream {
  readonly isTerminal: boolean;
  readonly columns: number | undefined;
  text = '';

  constructor(options: MemoryHostOptions) {
    this.isTerminal = options.terminal ?? false;
    this.columns = options.columns;
  }

  write = (text: string): void => {
    this.text += text;
  };
}

/**
 * Folders that match a pattern of which every part is plain text, `*` inside a name, or `**`. Links to folders match;
 * nothing is sought behind them.
 */
function matchingFolders(files: FileSystem, pattern: string): readonly string[] {
  const absolute = pattern.startsWith('/');
  let found = [absolute ? '/' : '.'];
  let isSought = false;
  for (const part of pattern.split('/').filter((name) => name !== '' && name !== '.')) {
    const entered = isSought ? found.filter((folder) => !isLink(files, folder)) : found;
    found = entered.flatMap((folder) =>
      part === '**' ? below(files, folder) : children(files, folder, part),
    );
    isSought ||= part.includes('*');
  }
  return [...new Set(found.map((path) => path.replace(/^\.\//, '')))].sort(compareText);
}

function children(files: FileSystem, folder: string, part: string): string[] {
  const expression = new RegExp(`^${part.split('*').map(escapeExpression).join('[^/]*')}$`);
  const entries = files.list(folder);
  if (!entries.ok) return [];
  return entries.value
    .filter(({ name }) => !name.startsWith('.') && expression.test(name))
    .map(({ name, kind }) => ({ path: folder === '/' ? `/${name}` : `${folder}/${name}`, kind }))
    .filter(({ path, kind }) => kind === 'folder' || (kind === 'link' && files.list(path).ok))
    .map(({ path }) => path);
}

function below(files: FileSystem, folder: string): string[] {
  const inner = children(files, folder, '*');
  return [folder, ...inner.flatMap((child) => (isLink(files, child) ? [child] : below(files, child)))];
}

function isLink(files: FileSystem, path: string): boolean {
  const status = files.status(path);
  return status.ok && status.value.kind === 'link';
}

function escapeExpression(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
