#!/usr/bin/env node
import { runBin } from './run-bin.ts';

/* The command of a checkout, from its sources; `start/cli.ts` is the one that is built. */
await runBin(
  async () => {
    const [{ main }, host] = await Promise.all([import('./main.ts'), import('../host/node-host.ts')]);
    return { main, ...host };
  },
  new URL('../../', import.meta.url),
);
