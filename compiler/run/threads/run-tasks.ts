import type { Host } from '../../host/host.ts';
import type { NameGate } from '../names/name-gate.ts';
import type { ProjectOutcome } from '../project/project-outcome.ts';
import type { ProjectTask, Work } from '../project/project-task.ts';
import { TaskQueue } from './task-queue.ts';
import { type Coordinator, workThrough } from './work-through.ts';

/** With fewer projects for a thread, starting it costs more than it saves. */
const LEAST_PER_THREAD = 4;

/**
 * Does the work with every task, on as many threads as `jobs` allows, and returns the outcomes in the order of the
 * tasks. `gate` decides which are written. `onDone` is called whenever one more is finished. One project with errors does not stop the others.
 *
 * This thread works, too: each one more costs its start, and the room for all code once more.
 */
export async function runTasks(
  host: Host,
  work: Work,
  tasks: readonly ProjectTask[],
  jobs: number,
  gate: NameGate,
  onDone: () => void = () => undefined,
): Promise<readonly ProjectOutcome[]> {
  const outcomes: ProjectOutcome[] = new Array(tasks.length);
  const queue = new TaskQueue(tasks.length);
  let open = tasks.length;
  let allEnded: () => void = () => undefined;
  const coordinator: Coordinator = {
    ask: async (place, claims) => {
      const task = tasks[place];
      return task !== undefined && gate.ask(task, claims);
    },
    end: (place, outcome) => {
      const task = tasks[place];
      if (task === undefined) return;
      outcomes[place] = outcome;
      gate.end(task);
      onDone();
      if (--open === 0) allEnded();
    },
  };
  const more = Math.min(jobs, Math.ceil(tasks.length / LEAST_PER_THREAD)) - 1;
  const own = () => workThrough(host, work, tasks, queue, ofThisThread(coordinator));
  const { startThread } = host;
  if (more < 1 || startThread === undefined) {
    await own();
    return outcomes;
  }
  const { openThreads } = await import('./open-threads.ts');
  const ended = new Promise<void>((resolve) => {
    allEnded = resolve;
  });
  const threads = openThreads(host, startThread, more, work, tasks, queue, coordinator);
  try {
    await Promise.race([threads.failed, Promise.all([own(), ended])]);
  } finally {
    threads.stop();
  }
  return outcomes;
}

/**
 * Other threads send copies of their outcomes. Here a finding would keep the texts of its specs, and with them all that was
 * read from them, to the end of the run.
 */
function ofThisThread({ ask, end }: Coordinator): Coordinator {
  return { ask, end: (place, outcome) => end(place, structuredClone(outcome)) };
}
