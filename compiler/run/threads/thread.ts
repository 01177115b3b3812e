import { parentPort, workerData } from 'node:worker_threads';
import { withEnv } from '../../host/host.ts';
import { createNodeHost } from '../../host/node-host.ts';
import type { MayWrite } from '../names/name-gate.ts';
import type { ProjectTask } from '../project/project-task.ts';
import { runTask } from '../project/run-task.ts';
import type { ThreadAnswer, ThreadRequest, ThreadSetup } from './thread-protocol.ts';

/*
 * Runs in a thread of its own and does one project after the other. It reads and writes files itself: only tasks and
 * outcomes go from thread to thread. While a compiled project waits for leave to be written, the next one is compiled.
 */

const { work, env } = workerData as ThreadSetup;
const host = withEnv(createNodeHost(new URL('../project/', import.meta.url)), () => env);
let last: Promise<unknown> = Promise.resolve();

/** A compiled project that waits. */
interface Waiting {
  readonly answer: (mayWrite: boolean) => void;
  /** Settles when the project is finished. */
  readonly ended: Promise<unknown>;
}
const waiting = new Map<number, Waiting>();

/** Starts a project, and settles when it is finished or waits. */
function start(index: number, task: ProjectTask): Promise<unknown> {
  return new Promise<unknown>((resolve, reject) => {
    const mayWrite: MayWrite = (claims) =>
      new Promise((answer) => {
        waiting.set(index, { answer, ended });
        post({ index, claims });
        resolve(undefined);
      });
    const ended = runTask(host, work, task, mayWrite).then((outcome) => post({ index, outcome }));
    ended.then(resolve, reject);
  });
}

function finish(index: number, mayWrite: boolean): Promise<unknown> | undefined {
  const project = waiting.get(index);
  waiting.delete(index);
  project?.answer(mayWrite);
  return project?.ended;
}

function post(answer: ThreadAnswer): void {
  parentPort?.postMessage(answer);
}

// One thing at a time: a project is written between two others, never beside one.
parentPort?.on('message', (request: ThreadRequest) => {
  const { index } = request;
  last = last.then(() => ('task' in request ? start(index, request.task) : finish(index, request.mayWrite)));
});
