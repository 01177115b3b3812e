import type { Host } from '../../host/host.ts';
import { once } from '../../util/once.ts';
import { openCache } from '../cache/open-cache.ts';
import type { ResultCache } from '../cache/result-cache.ts';
import type { NameGate } from '../names/name-gate.ts';
import type { ProjectOutcome } from '../project/project-outcome.ts';
import type { ProjectTask, Work } from '../project/project-task.ts';
import { KeptOutcomes } from './kept-outcomes.ts';
import type { OpenThreads } from './open-threads.ts';
import { TaskQueue } from './task-queue.ts';
import { type Coordinator, workThrough } from './work-through.ts';

/** With fewer projects for a thread, starting it costs more than it saves. */
const LEAST_PER_THREAD = 4;

/** Where so many projects took more than a look, more of the others are likely to. */
const SEEN_WORK = 4;

/**
 * Does the work with every task, on as many threads as `jobs` allows, and returns the outcomes in the order of the
 * tasks. `gate` decides which are written. `onDone` is called whenever one more is finished. One project with errors does not stop the others.
 *
 * This thread works, too: each one more costs its start, and the room for all code once more. What earlier runs know and
 * left as it shall be takes this thread less than others their start: they are started when there is more to do than to look.
 */
export async function runTasks(
  host: Host,
  work: Work,
  tasks: readonly ProjectTask[],
  jobs: number,
  gate: NameGate,
  onDone: () => void = () => undefined,
): Promise<readonly ProjectOutcome[]> {
  const outcomes = new KeptOutcomes(host);
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
  const more = () => Math.min(jobs, Math.ceil(queue.left / LEAST_PER_THREAD)) - 1;
  const results = openCache(host, work);
  const { startThread } = host;
  if (more() < 1 || startThread === undefined) {
    await workThrough(host, work, tasks, queue, coordinator, results);
    return outcomes.take();
  }
  const ended = new Promise<void>((resolve) => {
    allEnded = resolve;
  });
  let threads: OpenThreads | undefined;
  let isOver = false;
  let fail: (reason: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const startMore = once(async () => {
    const { openThreads } = await import('./open-threads.ts');
    if (more() >= 1 && !isOver)
      threads = openThreads(host, startThread, more(), work, tasks, queue, coordinator);
    threads?.failed.catch(fail);
  });
  const own: Coordinator = {
    ...coordinator,
    end: (place, outcome) => {
      coordinator.end(place, outcome);
      if (isWorthMore(results)) startMore().catch(fail);
    },
  };
  if (isWorthMore(results)) await startMore();
  try {
    await Promise.race([failed, Promise.all([workThrough(host, work, tasks, queue, own, results), ended])]);
  } finally {
    isOver = true;
    threads?.stop();
  }
  return outcomes.take();
}

function isWorthMore(results: ResultCache | undefined): boolean {
  return results === undefined || results.isEmpty || results.worked >= SEEN_WORK;
}
