import type { Host } from '../../host/host.ts';
import type { ProjectOutcome } from '../project/project-outcome.ts';
import type { ProjectTask, Work } from '../project/project-task.ts';
import type { ThreadAnswer, ThreadRequest, ThreadSetup } from './thread-protocol.ts';

/** A thread that has finished one project finds the next one waiting. */
const WAITING = 2;

/** Does the tasks on threads: each takes the next one when it is free, so that a large project holds up no other. */
export async function runOnThreads(
  { env }: Host,
  startThread: NonNullable<Host['startThread']>,
  work: Work,
  tasks: readonly ProjectTask[],
  count: number,
  onDone: () => void,
): Promise<readonly ProjectOutcome[]> {
  const { BITESIZE_ROOT: root, BITESIZE_CACHE: cache } = env;
  const setup: ThreadSetup = {
    work,
    env: {
      ...(root === undefined ? {} : { BITESIZE_ROOT: root }),
      ...(cache === undefined ? {} : { BITESIZE_CACHE: cache }),
    },
  };
  const threads = Array.from({ length: count }, () => startThread(setup));
  const outcomes: ProjectOutcome[] = new Array(tasks.length);
  let next = 0;
  let open = tasks.length;
  try {
    await new Promise<void>((resolve, reject) => {
      for (const thread of threads) {
        const sendNext = () => {
          const task = tasks[next];
          if (task !== undefined) thread.send({ index: next++, task } satisfies ThreadRequest);
        };
        thread.onError(reject);
        thread.onMessage((message) => {
          // The boundary: the thread is our own code.
          const { index, outcome } = message as ThreadAnswer;
          outcomes[index] = outcome;
          onDone();
          if (--open === 0) resolve();
          sendNext();
        });
        for (let waiting = 0; waiting < WAITING; waiting++) sendNext();
      }
    });
  } finally {
    for (const thread of threads) thread.stop();
  }
  return outcomes;
}
