import { parentPort, workerData } from 'node:worker_threads';
import { withEnv } from '../../host/host.ts';
import { createNodeHost } from '../../host/node-host.ts';
import { runTask } from '../project/run-task.ts';
import type { ThreadRequest, ThreadSetup } from './thread-protocol.ts';

/*
 * Runs in a thread of its own and does one project after the other. It reads and writes files itself: only tasks and
 * outcomes go from thread to thread.
 */

const { work, env } = workerData as ThreadSetup;
const host = withEnv(createNodeHost(new URL('../project/', import.meta.url)), () => env);
let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', ({ index, task }: ThreadRequest) => {
  last = last.then(async () => {
    const outcome = await runTask(host, work, task);
    parentPort?.postMessage({ index, outcome });
  });
});
