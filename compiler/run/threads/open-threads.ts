import type { Host } from '../../host/host.ts';
import type { ProjectTask, Work } from '../project/project-task.ts';
import type { TaskQueue } from './task-queue.ts';
import type { ThreadAnswer, ThreadRequest, ThreadSetup } from './thread-protocol.ts';
import type { Coordinator } from './work-through.ts';

/** Threads that do tasks beside this one. */
export interface OpenThreads {
  /** Rejected when one of them fails. */
  readonly failed: Promise<never>;
  readonly stop: () => void;
}

/** Starts threads that take tasks from a queue, and hands on what they say of them. */
export function openThreads(
  { env }: Host,
  startThread: NonNullable<Host['startThread']>,
  count: number,
  work: Work,
  tasks: readonly ProjectTask[],
  queue: TaskQueue,
  coordinator: Coordinator,
): OpenThreads {
  const { BITESIZE_ROOT: root, BITESIZE_CACHE: cache, BITESIZE_CACHE_KEY: key } = env;
  const setup: ThreadSetup = {
    work,
    tasks,
    counter: queue.counter,
    env: {
      ...(root === undefined ? {} : { BITESIZE_ROOT: root }),
      ...(cache === undefined ? {} : { BITESIZE_CACHE: cache }),
      ...(key === undefined ? {} : { BITESIZE_CACHE_KEY: key }),
    },
  };
  const threads = Array.from({ length: count }, () => startThread(setup));
  const failed = new Promise<never>((_, reject) => {
    for (const thread of threads) {
      thread.onError(reject);
      thread.onMessage((message) => {
        // The boundary: the thread is our own code.
        const answer = message as ThreadAnswer;
        const { place } = answer;
        if ('outcome' in answer) coordinator.end(place, answer.outcome);
        else
          coordinator
            .ask(place, answer.claims)
            .then((mayWrite) => thread.send({ place, mayWrite } satisfies ThreadRequest));
      });
    }
  });
  return {
    failed,
    stop: () => {
      for (const thread of threads) thread.stop();
    },
  };
}
