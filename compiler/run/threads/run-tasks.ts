import type { Host } from '../../host/host.ts';
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

/**
 * The same where there is only to look: a look takes a thirtieth of the time, and a thread costs as much as some three
 * hundred looks. With 300 projects one more thread made a run no shorter, with 1,080 by a fifth.
 */
const LEAST_LOOKS_PER_THREAD = 500;

/** Where so many projects took more than a look, more of the others are likely to. */
const SEEN_WORK = 4;

/**
 * Does the work with every task, on as many threads as `jobs` allows, and returns the outcomes in the order of the
 * tasks. `gate` decides which are written. `onDone` is called whenever one more is finished. One project with errors does not stop the others.
 *
 * This thread works, too: each one more costs its start, and the room for all code once more. What earlier runs know and
 * left as it shall be takes this thread less than others their start: few are started for many looks, and all when there is
 * more to do.
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
  const results = openCache(host, work);
  const more = (least: number) => Math.min(jobs, Math.ceil(queue.left / least)) - 1;
  const { startThread } = host;
  if (more(LEAST_PER_THREAD) < 1 || startThread === undefined) {
    await workThrough(host, work, tasks, queue, coordinator, results);
    return outcomes.take();
  }
  const ended = new Promise<void>((resolve) => {
    allEnded = resolve;
  });
  const threads: OpenThreads[] = [];
  let started = 0;
  let isOver = false;
  let fail: (reason: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const startMore = async (): Promise<void> => {
    const count = more(isWorthMore(results) ? LEAST_PER_THREAD : LEAST_LOOKS_PER_THREAD) - started;
    if (count < 1) return;
    started += count;
    const { openThreads } = await import('./open-threads.ts');
    if (isOver) return;
    const opened = openThreads(host, startThread, count, work, tasks, queue, coordinator);
    opened.failed.catch(fail);
    threads.push(opened);
  };
  const own: Coordinator = {
    ...coordinator,
    end: (place, outcome) => {
      coordinator.end(place, outcome);
      if (isWorthMore(results)) startMore().catch(fail);
    },
  };
  await startMore();
  try {
    await Promise.race([failed, Promise.all([workThrough(host, work, tasks, queue, own, results), ended])]);
  } finally {
    isOver = true;
    for (const each of threads) each.stop();
  }
  return outcomes.take();
}

function isWorthMore(results: ResultCache | undefined): boolean {
  return results === undefined || results.isEmpty || results.worked >= SEEN_WORK;
}
