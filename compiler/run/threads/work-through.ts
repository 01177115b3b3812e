import type { Host } from '../../host/host.ts';
import { openCache, settingsKey } from '../cache/open-cache.ts';
import type { ResultCache } from '../cache/result-cache.ts';
import type { MayWrite } from '../names/name-gate.ts';
import type { Claim } from '../project/project-outcome.ts';
import { isSmallRun, type ProjectTask, projectsOf, type Work } from '../project/project-task.ts';
import { runTask } from '../project/run-task.ts';
import { untouchedProject } from '../project/untouched-project.ts';
import { type KeptOutcome, packOutcome, packUntouched } from './kept-outcomes.ts';
import type { TaskQueue } from './task-queue.ts';

/** So many compiled projects a thread holds until those before them in the run are compiled, too, or one controller with more. */
const MOST_HELD = 8;

/** What a thread says of the tasks that it does, by their places in the run. */
export interface Coordinator {
  /** Returns whether a compiled project that takes these names may be written; the answer may take until others are compiled. */
  readonly ask: (place: number, claims: readonly Claim[]) => Promise<boolean>;
  /** Hears what became of a project. */
  readonly end: (place: number, outcome: KeptOutcome) => void;
}

/** Does one task. */
type RunOne = (task: ProjectTask, mayWrite: MayWrite) => Promise<KeptOutcome>;

/** A compiled project that waits for leave to be written. */
interface HeldProject {
  readonly projects: number;
  /** Goes on with it; settles when it is finished. */
  readonly goOn: (mayWrite: boolean) => Promise<void>;
}

/**
 * Does tasks as long as the queue has some. One thing at a time: while a compiled project waits for leave to be written, the
 * next one is compiled, and it is written between two others, never beside one.
 */
export async function workThrough(
  given: Host,
  work: Work,
  tasks: readonly ProjectTask[],
  queue: TaskQueue,
  coordinator: Coordinator,
  results: ResultCache | undefined = openCache(given, work),
): Promise<void> {
  const host = await withOutputs(given, work, results);
  const settings = results && settingsKey(host, work, results);
  // What the outcomes of few projects hold of them takes no room that counts.
  const isSmall = isSmallRun(tasks);
  const run: RunOne = async (task, mayWrite) => {
    const untouched =
      results && settings !== undefined
        ? await untouchedProject(work, task, mayWrite, results, settings)
        : undefined;
    if (untouched !== undefined) return packUntouched(untouched);
    const outcome = await runTask(host, work, task, mayWrite, results);
    return isSmall ? outcome : packOutcome(outcome);
  };
  const held = new HeldProjects();
  let next = queue.take();
  while (next !== undefined || held.isHolding) {
    const task = next === undefined ? undefined : tasks[next];
    if (held.hasAnswer) await held.finishOne();
    else if (next === undefined || task === undefined || !held.hasRoomFor(projectsOf(task)))
      await held.answered();
    else {
      await start(run, task, next, coordinator, held);
      next = queue.take();
    }
    // What other threads say is heard between two projects.
    await turn();
  }
}

/** Returns the host on which the outputs of a run are folders, also where they are in an archive. */
async function withOutputs(host: Host, work: Work, results: ResultCache | undefined): Promise<Host> {
  if (work.kind !== 'compile' || work.archive === undefined) return host;
  const { path, before } = work.archive;
  const { mountArchive } = await import('../../plan/archive/mount-archive.ts');
  // One that was not there when the run began is empty for it, also when another run writes one meanwhile.
  return mountArchive(host, path, before === undefined ? [] : results?.archiveNote()?.sections);
}

/** Starts a project, and settles when it is finished or waits. */
function start(
  run: RunOne,
  task: ProjectTask,
  place: number,
  coordinator: Coordinator,
  held: HeldProjects,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const mayWrite = (claims: readonly Claim[]) =>
      new Promise<boolean>((answer) => {
        const goOn = (isAllowed: boolean) => {
          answer(isAllowed);
          return ended;
        };
        held.hold({ projects: projectsOf(task), goOn }, coordinator.ask(place, claims));
        resolve();
      });
    const ended = run(task, mayWrite).then((outcome) => coordinator.end(place, outcome));
    ended.then(resolve, reject);
  });
}

/** The compiled projects that a thread holds. */
class HeldProjects {
  private readonly ready: (() => Promise<void>)[] = [];
  private count = 0;
  private wake: () => void = () => undefined;

  get isHolding(): boolean {
    return this.count > 0;
  }

  /** Whether a project need not wait any longer. */
  get hasAnswer(): boolean {
    return this.ready.length > 0;
  }

  /** Whether so many projects more may be compiled: many at once only where none is held. */
  hasRoomFor(projects: number): boolean {
    return this.count === 0 || this.count + projects <= MOST_HELD;
  }

  hold({ projects, goOn }: HeldProject, answer: Promise<boolean>): void {
    this.count += projects;
    answer.then((mayWrite) => {
      this.ready.push(async () => {
        this.count -= projects;
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

function turn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
