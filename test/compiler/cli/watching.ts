import { main } from '../../../compiler/cli/main.ts';
import {
  createMemoryHost,
  type MemoryHost,
  type MemoryHostOptions,
} from '../../../compiler/host/memory-host.ts';
import { folderOf } from '../../../compiler/host/path.ts';

/** A command with `--watch` that runs in memory. */
export interface WatchedCommand {
  readonly host: MemoryHost;
  /** Waits until the output since the last call holds a text, and returns that output up to the end of its line. */
  readonly until: (text: string) => Promise<string>;
  /** Writes files, all at once, and makes their folders. */
  readonly save: (files: Readonly<Record<string, string>>) => void;
  /** Ends it as Ctrl-C does; returns its exit code and what it had written since the last `until`. */
  readonly end: () => Promise<{ readonly code: number; readonly rest: string }>;
}

/** Starts a command that watches; it is ready when it says so. */
export async function watching(
  argv: readonly string[],
  options: MemoryHostOptions,
): Promise<WatchedCommand & { readonly first: string }> {
  const host = createMemoryHost(options);
  const ended = main([...argv, '--watch'], host);
  let seen = 0;
  const until = async (text: string) => {
    for (;;) {
      const at = host.output().indexOf(text, seen);
      const end = at === -1 ? -1 : host.output().indexOf('\n', at);
      if (end === -1) await new Promise((resolve) => setImmediate(resolve));
      else {
        const found = host.output().slice(seen, end + 1);
        seen = end + 1;
        return found;
      }
    }
  };
  const save = (files: Readonly<Record<string, string>>) => {
    for (const [path, text] of Object.entries(files)) {
      host.files.makeFolder(folderOf(path));
      host.files.write(path, text);
    }
  };
  const end = async () => {
    host.interrupt();
    const code = await ended;
    return { code, rest: host.output().slice(seen) };
  };
  return { host, until, save, end, first: await until('Ctrl-C ends') };
}
