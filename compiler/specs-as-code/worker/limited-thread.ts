import { Worker, type WorkerOptions } from 'node:worker_threads';
import { threadTime } from './thread-time.ts';

/** Why a thread was ended before it had an answer. */
export type ThreadEnd = 'timeout' | 'out of memory';

/** An answer of a thread, or why there is none. */
export type Ended<T> = { readonly answer: T } | { readonly end: ThreadEnd };

/** How one request is answered. */
export interface Asking<T> {
  /** Milliseconds of processor time that the thread may take. */
  readonly time: number;
  /** Takes each message of the thread; the first result is the answer. */
  readonly onMessage: (message: unknown) => { readonly answer: T } | undefined;
}

/** How a thread says who it is, before anything else: the name that `threadTime` takes. */
export interface Introduction {
  readonly thread: string | undefined;
}

/** How often the time of a busy thread is looked at, in milliseconds. */
const LOOK = 100;

/**
 * On a busy machine a thread waits for most of the time, so that the clock on the wall says nothing about it: the
 * clock ends only a thread that does nothing, or one whose time nobody knows.
 */
const WALL_PER_TIME = 40;
const WALL_PER_UNKNOWN_TIME = 6;

/** A thread that can be ended from outside, whatever it does. One that was ended starts anew for the next request. */
export class LimitedThread {
  private readonly code: string;
  private readonly options: WorkerOptions;
  private worker: Worker | undefined;
  private name: string | undefined;

  constructor(code: string, options: WorkerOptions) {
    this.code = code;
    this.options = options;
  }

  /** Starts the thread, so that it is ready when there is something to do. */
  start(): Worker {
    if (this.worker !== undefined) return this.worker;
    const worker = new Worker(this.code, { ...this.options, eval: true, env: {}, argv: [], execArgv: [] });
    worker.once('message', ({ thread }: Introduction) => {
      this.name = thread;
    });
    // What happens to a thread without work is nobody's answer; the next request starts another one.
    worker.on('error', () => undefined);
    worker.once('exit', () => {
      if (this.worker === worker) this.worker = undefined;
    });
    // A thread without work must not keep the process alive.
    worker.unref();
    this.worker = worker;
    return worker;
  }

  send(message: unknown): void {
    this.start().postMessage(message);
  }

  /** Sends a request and waits for its answer, one at a time. An error in the thread other than want of memory is our bug. */
  async ask<T>(request: unknown, asking: Asking<T>): Promise<Ended<T>> {
    const worker = this.start();
    const ended = await this.wait(worker, request, asking).catch(async (error: unknown) => {
      await this.end();
      throw error;
    });
    if ('end' in ended) await this.end();
    return ended;
  }

  async end(): Promise<void> {
    const { worker } = this;
    this.worker = undefined;
    this.name = undefined;
    await worker?.terminate();
  }

  private wait<T>(worker: Worker, request: unknown, { time, onMessage }: Asking<T>): Promise<Ended<T>> {
    return new Promise((resolve, reject) => {
      const stopwatch = this.stopwatch(time);
      const timer = setInterval(() => {
        if (stopwatch.isOver()) settle(() => resolve({ end: 'timeout' }));
      }, LOOK);
      const settle = (action: () => void) => {
        clearInterval(timer);
        worker.off('message', take).off('error', fail).off('exit', leave);
        worker.unref();
        action();
      };
      const take = (message: object) => {
        stopwatch.lap();
        const answer = 'thread' in message ? undefined : onMessage(message);
        if (answer !== undefined) settle(() => resolve(answer));
      };
      const fail = (error: NodeJS.ErrnoException) =>
        settle(() =>
          error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve({ end: 'out of memory' }) : reject(error),
        );
      const leave = () => settle(() => reject(new Error('a thread for specs ended without an answer')));
      worker.on('message', take).on('error', fail).on('exit', leave);
      worker.ref();
      worker.postMessage(request);
    });
  }

  /** The clock on the wall starts again with every word of the thread. */
  private stopwatch(time: number) {
    const used = () => (this.name === undefined ? undefined : threadTime(this.name));
    const before = used() ?? 0;
    let start = performance.now();
    return {
      lap: () => {
        start = performance.now();
      },
      isOver: () => {
        const now = used();
        const wall = performance.now() - start;
        if (now === undefined) return wall > time * WALL_PER_UNKNOWN_TIME;
        return now - before > time || wall > time * WALL_PER_TIME;
      },
    };
  }
}
