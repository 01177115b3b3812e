import { parentPort, workerData } from 'node:worker_threads';
import { withEnv } from '../../host/host.ts';
import { createNodeHost } from '../../host/node-host.ts';
import { TaskQueue } from './task-queue.ts';
import type { ThreadAnswer, ThreadRequest, ThreadSetup } from './thread-protocol.ts';
import { workThrough } from './work-through.ts';

/*
 * Runs in a thread of its own and does tasks beside the thread that started it. It reads and writes files itself: only
 * claims and outcomes go from thread to thread.
 */

// The boundary: whoever starts the thread is our own code.
const { work, tasks, counter, env } = workerData as ThreadSetup;
const host = withEnv(createNodeHost(new URL('../project/', import.meta.url)), () => env);
const answers = new Map<number, (mayWrite: boolean) => void>();

parentPort?.on('message', ({ place, mayWrite }: ThreadRequest) => {
  answers.get(place)?.(mayWrite);
  answers.delete(place);
});

function post(answer: ThreadAnswer): void {
  parentPort?.postMessage(answer);
}

// Whoever started the thread stops it, when all outcomes are there, and hears of what fails.
workThrough(host, work, tasks, new TaskQueue(tasks.length, counter), {
  ask: (place, claims) =>
    new Promise((answer) => {
      answers.set(place, answer);
      post({ place, claims });
    }),
  end: (place, outcome) => post({ place, outcome }),
});
