import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The socket that answers with the path of the bundled command. */
    bundleSocket: string;
  }
}

const root = join(import.meta.dirname, '../..');

/**
 * Bundles the command for all test files of a run together, when the first of them asks for it: several builds at once
 * made a busy machine miss its limits, and a run of one file that needs none must start at once. Returns what ends it.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'bitesize-bundle-'));
  // What the bundle leaves out, such as the TypeScript compiler, is found from where it stands.
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const dist = join(folder, 'dist');
  let built: Promise<string> | undefined;
  project.onTestsRerun(() => {
    built = undefined;
  });
  const server = createServer((socket) => {
    built ??= bundle(dist);
    built.then(
      (text) => socket.end(text),
      (error: unknown) => socket.end(JSON.stringify({ error: String(error) })),
    );
  });
  const path = join(folder, 'socket');
  await new Promise<void>((resolve) => server.listen(path, resolve));
  project.provide('bundleSocket', path);
  return () => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function bundle(dist: string): Promise<string> {
  await promisify(execFile)(process.execPath, ['--import', 'tsx', 'scripts/build.ts', dist, '--no-types'], {
    cwd: root,
  });
  return JSON.stringify({ cli: join(dist, 'cli.js') });
}
