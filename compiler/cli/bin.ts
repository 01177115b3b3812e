#!/usr/bin/env node
import { systemLimit } from '../host/system-limit.ts';
import { exitCodes } from '../run/exit-code.ts';

/* The command. What ships with it (pages about diagnostics) stands beside the bundle, or two folders up in a checkout. */
const resources = new URL(import.meta.url.endsWith('.ts') ? '../../' : './', import.meta.url);
process.once('uncaughtException', end);
try {
  // Loaded here, so that an error while it is loaded ends like all others.
  const [{ main }, { createNodeHost }] = await Promise.all([
    import('./main.ts'),
    import('../host/node-host.ts'),
  ]);
  process.exitCode = await main(process.argv.slice(2), createNodeHost(resources));
} catch (error) {
  end(error);
}

/** Says in one line why the process ends: what Node prints is a piece of our bundle, and its code 1 means errors in specs. */
function end(error: unknown): never {
  const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
  try {
    process.stderr.write(`error: ${systemLimit(error) ?? `this is a bug in bitesize: ${what}`}\n`);
  } catch {
    // There is nobody left to tell.
  }
  process.exit(exitCodes.failure);
}
