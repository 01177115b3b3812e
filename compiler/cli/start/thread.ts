import { workerData } from 'node:worker_threads';
import type { ThreadSetup } from '../../run/threads/thread-protocol.ts';
import { openCode } from './open-code.ts';

/* A thread of the built command. The boundaries: it is started by our own code, and what it opens is `code.ts`. */
const { work } = workerData as ThreadSetup;
const { runThread } = openCode(import.meta.url, `${work.kind === 'check' ? 'check' : 'compile'}-thread`) as {
  readonly runThread: () => Promise<unknown>;
};
void runThread();
