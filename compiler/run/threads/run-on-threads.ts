import type { Host, HostThread } from '../../host/host.ts';
import type { NameGate } from '../names/name-gate.ts';
import type { ProjectOutcome } from '../project/project-outcome.ts';
import type { ProjectTask, Work } from '../project/project-task.ts';
import type { ThreadAnswer, ThreadRequest, ThreadSetup } from './thread-protocol.ts';

/** A thread that has finished one project finds the next one waiting. */
const WAITING = 2;

/** So many compiled projects a thread holds until those before them in the run are compiled, too, or one controller with more. */
const MOST_HELD = 8;

/** Returns how many projects a task is about. */
function projectsOf({ served }: ProjectTask): number {
  return Math.max(1, served?.paths.length ?? 1);
}

/** Does the tasks on threads: each takes the next one when it is free, so that a large project holds up no other. */
export async function runOnThreads(
  { env }: Host,
  startThread: NonNullable<Host['startThread']>,
  work: Work,
  tasks: readonly ProjectTask[],
  count: number,
  gate: NameGate,
  onDone: () => void,
): Promise<readonly ProjectOutcome[]> {
  const { BITESIZE_ROOT: root, BITESIZE_CACHE: cache, BITESIZE_CACHE_KEY: key } = env;
  const setup: ThreadSetup = {
    work,
    env: {
      ...(root === undefined ? {} : { BITESIZE_ROOT: root }),
      ...(cache === undefined ? {} : { BITESIZE_CACHE: cache }),
      ...(key === undefined ? {} : { BITESIZE_CACHE_KEY: key }),
    },
  };
  const threads = Array.from({ length: count }, () => startThread(setup));
  const outcomes: ProjectOutcome[] = new Array(tasks.length);
  let next = 0;
  let open = tasks.length;
  try {
    await new Promise<void>((resolve, reject) => {
      const sendNext = (state: ThreadState) => {
        const task = tasks[next];
        if (task === undefined || state.sent >= WAITING || state.held >= MOST_HELD) return;
        if (state.sent > 0 && projectsOf(task) > MOST_HELD) return;
        state.sent++;
        state.thread.send({ index: next++, task } satisfies ThreadRequest);
      };
      const states = threads.map((thread): ThreadState => ({ thread, sent: 0, held: 0 }));
      for (const state of states) {
        const { thread } = state;
        const asking = new Set<number>();
        thread.onError(reject);
        thread.onMessage((message) => {
          // The boundary: the thread is our own code.
          const answer = message as ThreadAnswer;
          const { index } = answer;
          const task = tasks[index];
          if (task === undefined) return;
          if ('claims' in answer) {
            state.sent--;
            state.held += projectsOf(task);
            asking.add(index);
            gate
              .ask(task, answer.claims)
              .then((mayWrite) => thread.send({ index, mayWrite } satisfies ThreadRequest));
          } else {
            if (asking.delete(index)) state.held -= projectsOf(task);
            else state.sent--;
            outcomes[index] = answer.outcome;
            gate.end(task);
            onDone();
            if (--open === 0) resolve();
          }
          sendNext(state);
        });
      }
      // In turns, so that the first projects of the run are compiled first.
      for (let waiting = 0; waiting < WAITING; waiting++) states.forEach(sendNext);
    });
  } finally {
    for (const thread of threads) thread.stop();
  }
  return outcomes;
}

interface ThreadState {
  readonly thread: HostThread;
  /** Projects that it has to compile. */
  sent: number;
  /** Projects that it has compiled and not finished. */
  held: number;
}
