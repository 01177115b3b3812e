import { Worker } from 'node:worker_threads';
import { sandboxCode, workerCode } from './generated/sandbox.ts';
import type { EvaluationAnswer, EvaluationRequest, WorkerSetup } from './worker/protocol.ts';

/** How long one spec may keep the engine busy, in milliseconds; bounded work ends long before. */
const PATIENCE = 10_000;

/** A thread that evaluates specs. It can be started before there is anything to evaluate. */
export interface Sandbox {
  /**
   * Returns one answer for each entry, in their order. A spec that keeps the engine busy for too long ends the thread;
   * the specs after it get a new one.
   */
  readonly evaluate: (request: EvaluationRequest) => Promise<readonly EvaluationAnswer[]>;
  readonly close: () => Promise<void>;
}

/** Starts a sandbox. */
export function startSandbox(patience: number = PATIENCE): Sandbox {
  let worker = startWorker();
  const evaluateOne = async (request: EvaluationRequest): Promise<EvaluationAnswer> => {
    const answer = await ask(worker, request, patience);
    if (answer !== undefined) return answer;
    await worker.terminate();
    worker = startWorker();
    return { entry: request.entries[0] ?? '', gaveUp: 'timeout' };
  };
  return {
    evaluate: async (request) => {
      const answers: EvaluationAnswer[] = [];
      for (const entry of request.entries) answers.push(await evaluateOne({ ...request, entries: [entry] }));
      return answers;
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

function startWorker(): Worker {
  const setup: WorkerSetup = {
    engine: import.meta.resolve('quickjs-emscripten-core'),
    variant: import.meta.resolve('@jitl/quickjs-ng-wasmfile-release-sync'),
    sandbox: sandboxCode,
  };
  const worker = new Worker(workerCode, {
    eval: true,
    workerData: setup,
    env: {},
    argv: [],
    execArgv: [],
    // The engine's own stack is bounded; the thread's must be larger than what that takes.
    resourceLimits: { stackSizeMb: 16 },
  });
  // A thread without work must not keep the process alive.
  worker.unref();
  return worker;
}

/** Returns the answer of the worker, or undefined when it has none in time. An error in the worker is our bug. */
function ask(
  worker: Worker,
  request: EvaluationRequest,
  patience: number,
): Promise<EvaluationAnswer | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => settle(() => resolve(undefined)), patience);
    const settle = (action: () => void) => {
      clearTimeout(timer);
      worker.unref();
      worker.removeAllListeners('message');
      worker.removeAllListeners('error');
      action();
    };
    worker.once('message', (answer: EvaluationAnswer) => settle(() => resolve(answer)));
    worker.once('error', (error) => settle(() => reject(error)));
    worker.ref();
    worker.postMessage(request);
  });
}
