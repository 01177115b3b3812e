import type { Host } from '../../host/host.ts';
import type { NameGate } from '../names/name-gate.ts';
import type { ProjectOutcome } from '../project/project-outcome.ts';
import type { ProjectTask, Work } from '../project/project-task.ts';
import { runTask } from '../project/run-task.ts';

/** With fewer projects for a thread, starting it costs more than it saves. */
const LEAST_PER_THREAD = 4;

/**
 * Does the work with every task, on as many threads as `jobs` allows, and returns the outcomes in the order of the
 * tasks. `gate` decides which are written. `onDone` is called whenever one more is finished. One project with errors does not stop the others.
 */
export async function runTasks(
  host: Host,
  work: Work,
  tasks: readonly ProjectTask[],
  jobs: number,
  gate: NameGate,
  onDone: () => void = () => undefined,
): Promise<readonly ProjectOutcome[]> {
  const threads = Math.min(jobs, Math.ceil(tasks.length / LEAST_PER_THREAD));
  if (threads > 1 && host.startThread !== undefined) {
    const { runOnThreads } = await import('./run-on-threads.ts');
    return runOnThreads(host, host.startThread, work, tasks, threads, gate, onDone);
  }
  const outcomes: ProjectOutcome[] = [];
  for (const task of tasks) {
    outcomes.push(await runTask(host, work, task, (claims) => gate.ask(task, claims)));
    gate.end(task);
    onDone();
  }
  return outcomes;
}
