import type { Host } from '../../host/host.ts';
import type { Claim, ProjectOutcome } from '../project/project-outcome.ts';
import type { ProjectTask, Work } from '../project/project-task.ts';
import { runTask } from '../project/run-task.ts';
import type { TaskQueue } from './task-queue.ts';

/** So many compiled projects a thread holds until those before them in the run are compiled, too, or one controller with more. */
const MOST_HELD = 8;

/** What a thread says of the tasks that it does, by their places in the run. */
export interface Foreman {
  /** Returns whether a compiled project that takes these names may be written; the answer may take until others are compiled. */
  readonly ask: (place: number, claims: readonly Claim[]) => Promise<boolean>;
  /** Hears what became of a project. */
  readonly end: (place: number, outcome: ProjectOutcome) => void;
}

/** A compiled project that waits for leave to be written. */
interface Held {
  readonly projects: number;
  /** Goes on with it; settles when it is finished. */
  readonly goOn: (mayWrite: boolean) => Promise<void>;
}

/**
 * Does tasks as long as the queue has some. One thing at a time: while a compiled project waits for leave to be written, the
 * next one is compiled, and it is written between two others, never beside one.
 */
export async function workThrough(
  host: Host,
  work: Work,
  tasks: readonly ProjectTask[],
  queue: TaskQueue,
  foreman: Foreman,
): Promise<void> {
  const bench = new Bench();
  let next = queue.take();
  while (next !== undefined || bench.isHolding) {
    const task = next === undefined ? undefined : tasks[next];
    if (bench.hasAnswer) await bench.finishOne();
    else if (next === undefined || task === undefined || !bench.hasRoomFor(projectsOf(task)))
      await bench.answered();
    else {
      await start(host, work, task, next, foreman, bench);
      next = queue.take();
    }
    // What other threads say is heard between two projects.
    await turn();
  }
}

/** Starts a project, and settles when it is finished or waits. */
function start(
  host: Host,
  work: Work,
  task: ProjectTask,
  place: number,
  foreman: Foreman,
  bench: Bench,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const mayWrite = (claims: readonly Claim[]) =>
      new Promise<boolean>((answer) => {
        const goOn = (isLeft: boolean) => {
          answer(isLeft);
          return ended;
        };
        bench.hold({ projects: projectsOf(task), goOn }, foreman.ask(place, claims));
        resolve();
      });
    const ended = runTask(host, work, task, mayWrite).then((outcome) => foreman.end(place, outcome));
    ended.then(resolve, reject);
  });
}

/** The compiled projects that a thread holds. */
class Bench {
  private readonly ready: (() => Promise<void>)[] = [];
  private held = 0;
  private wake: () => void = () => undefined;

  get isHolding(): boolean {
    return this.held > 0;
  }

  /** Whether a project need not wait any longer. */
  get hasAnswer(): boolean {
    return this.ready.length > 0;
  }

  /** Whether so many projects more may be compiled: many at once only where none is held. */
  hasRoomFor(projects: number): boolean {
    return this.held === 0 || this.held + projects <= MOST_HELD;
  }

  hold({ projects, goOn }: Held, answer: Promise<boolean>): void {
    this.held += projects;
    answer.then((mayWrite) => {
      this.ready.push(async () => {
        this.held -= projects;
        await goOn(mayWrite);
      });
      this.wake();
    });
  }

  async finishOne(): Promise<void> {
    await this.ready.shift()?.();
  }

  /** Settles when a project need not wait any longer. */
  async answered(): Promise<void> {
    if (this.hasAnswer) return;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
    });
  }
}

/** Returns how many projects a task is about. */
function projectsOf({ served }: ProjectTask): number {
  return Math.max(1, served?.paths.length ?? 1);
}

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
