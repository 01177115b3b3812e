import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { bundledCommand } from '../../bundle/bundled-command.ts';
import { TestClient } from './test-client.ts';

/** A client of the built command, in a folder of its own, and how that ends. */
export interface StdioClient {
  readonly client: TestClient;
  readonly folder: string;
  readonly process: ChildProcess;
  /** The exit code, and what was written to standard error. */
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>;
  /** Ends the server, and removes the folder. */
  readonly remove: () => Promise<void>;
}

/** Starts `bitesize lsp` in a new folder that holds these files. */
export async function stdioClient(
  files: Readonly<Record<string, string>>,
  ...options: readonly string[]
): Promise<StdioClient> {
  const cli = await bundledCommand();
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bitesize-lsp-')));
  for (const [name, text] of Object.entries(files)) writeIn(folder, name, text);
  const child = spawn(process.execPath, [cli, 'lsp', ...options], {
    cwd: folder,
    env: { ...process.env, BITESIZE_ALLOW_PLACEHOLDERS: '1' },
  });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    errors += text;
  });
  const ended = new Promise<{ code: number | null; errors: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, errors }));
  });
  const client = new TestClient(child.stdout, child.stdin, folder);
  return {
    client,
    folder,
    process: child,
    ended,
    remove: async () => {
      if (child.exitCode === null) {
        await client.end();
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Writes a file below a folder. */
export function writeIn(folder: string, name: string, text: string): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
