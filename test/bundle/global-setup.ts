import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The socket that answers with the path of the bundled command. */
    bundleSocket: string;
    /** The socket that answers with the folder of the docs. */
    docsSocket: string;
  }
}

const root = join(import.meta.dirname, '../..');

/**
 * Bundles the command for all test files of a run together, when the first of them asks for it: several builds at once
 * made a busy machine miss its limits, and a run of one file that needs none must start at once. The same holds for the
 * docs, which take seconds. Returns what ends it.
 */
export default async function setup(project: TestProject): Promise<() => void> {
  const folder = mkdtempSync(join(tmpdir(), 'bitesize-bundle-'));
  // What the bundle leaves out, such as the TypeScript compiler, is found from where it stands.
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  const dist = join(folder, 'dist');
  const cli = join(dist, 'cli.cjs');
  const site = join(folder, 'site');
  const bundled = once(project, async () => {
    await node('--import', 'tsx', 'scripts/build.ts', dist, '--no-types');
    return cli;
  });
  const docs = once(project, async () => {
    await bundled();
    await node(cli, 'docs', '--out', site);
    return site;
  });
  const servers = [
    await answering(join(folder, 'bundle-socket'), bundled),
    await answering(join(folder, 'docs-socket'), docs),
  ];
  project.provide('bundleSocket', join(folder, 'bundle-socket'));
  project.provide('docsSocket', join(folder, 'docs-socket'));
  return () => {
    for (const server of servers) server.close();
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The same, made when it is asked for and again after a change of what is tested. */
function once(project: TestProject, make: () => Promise<string>): () => Promise<string> {
  let made: Promise<string> | undefined;
  project.onTestsRerun(() => {
    made = undefined;
  });
  return () => {
    made ??= make();
    return made;
  };
}

/** Returns a server that tells whoever connects the path that is made, or why there is none. */
async function answering(socketPath: string, make: () => Promise<string>): Promise<Server> {
  const server = createServer((socket) => {
    make().then(
      (path) => socket.end(JSON.stringify({ path })),
      (error: unknown) => socket.end(JSON.stringify({ error: String(error) })),
    );
  });
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  return server;
}

async function node(...argv: readonly string[]): Promise<void> {
  await promisify(execFile)(process.execPath, argv, { cwd: root });
}
