import { Worker } from 'node:worker_threads';

/** Ends the process when something in it waits for ever, which nothing else could end. */
export interface Watchdog {
  /** Says what is done next, and that what was done before has ended. */
  readonly next: (what: string) => void;
  readonly stop: () => Promise<number>;
}

/** Far more than any run takes on a busy machine: only what never ends takes longer. */
const PATIENCE = 240_000;

const script = `
  const { parentPort, workerData } = require('node:worker_threads');
  let timer;
  parentPort.on('message', (what) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      require('node:fs').writeSync(2, 'never ended: ' + what + '\\n');
      process.kill(process.pid, 'SIGKILL');
    }, workerData);
  });
`;

/** Starts a thread that watches this one, which a pipe without a writer would block as a whole. */
export function startWatchdog(): Watchdog {
  const worker = new Worker(script, { eval: true, workerData: PATIENCE });
  worker.unref();
  return { next: (what) => worker.postMessage(what), stop: () => worker.terminate() };
}
