import type { Host } from '../../host/host.ts';
import type { NameGate } from '../names/name-gate.ts';
import type { ProjectOutcome } from '../project/project-outcome.ts';
import type { ProjectTask, Work } from '../project/project-task.ts';
import { KeptOutcomes } from './kept-outcomes.ts';
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
  const outcomes = new KeptOutcomes();
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
      outcomes.add(place, outcome);
      gate.end(task);
      onDone();
      if (--open === 0) allEnded();
    },
  };
  const more = Math.min(jobs, Math.ceil(tasks.length / LEAST_PER_THREAD)) - 1;
  const own = () => workThrough(host, work, tasks, queue, coordinator);
  const { startThread } = host;
  if (more < 1 || startThread === undefined) {
    await own();
    return outcomes.take();
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
  return outcomes.take();
}
