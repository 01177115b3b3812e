import type { Claim } from '../project/project-outcome.ts';
import { type TaskName, taskId } from '../task-name.ts';
import { type Claimed, TakenNames } from './taken-names.ts';

/** Asks whether a project that takes these names may be written; the answer comes once all before it have asked. */
export type MayWrite = (claims: readonly Claim[]) => Promise<boolean>;

interface Asked extends TaskName {
  readonly claims: readonly Claim[];
  readonly answer: (mayWrite: boolean) => void;
}

/**
 * Decides which projects of a run are written. Each is asked about when it is compiled, whenever that is, and the names
 * are given away in the order of the run: who gets one does not depend on which thread is faster.
 */
export class NameGate {
  private readonly names = new TakenNames();
  /** Those who have asked, by their ids; who has an answer is no longer held. */
  private readonly asked = new Map<string, Asked | 'answered'>();
  private readonly order: readonly string[];
  private next = 0;

  /** `order` has the ids of all tasks of the run; those that are not run again are known already. */
  constructor(order: readonly string[], known: readonly Claimed[] = []) {
    this.order = order;
    for (const { claims, ...task } of known)
      this.asked.set(taskId(task), { ...task, claims, answer: () => undefined });
    this.answer();
  }

  /** Returns whether a project may be written; each asks at most once. */
  ask(task: TaskName, claims: readonly Claim[]): Promise<boolean> {
    return new Promise((answer) => {
      this.asked.set(taskId(task), { ...nameOf(task), claims, answer });
      this.answer();
    });
  }

  /** Notes that a project is finished: when it has not asked, it takes nothing. */
  end(task: TaskName): void {
    if (this.asked.has(taskId(task))) return;
    this.asked.set(taskId(task), { ...nameOf(task), claims: [], answer: () => undefined });
    this.answer();
  }

  private answer(): void {
    for (;;) {
      const id = this.order[this.next] ?? '\n';
      const asked = this.asked.get(id);
      if (asked === undefined) return;
      this.next++;
      if (asked === 'answered') continue;
      this.asked.set(id, 'answered');
      asked.answer(this.names.admits(asked));
    }
  }
}

/** A task has more than its name. */
function nameOf({ folder, controller }: TaskName): TaskName {
  return controller === undefined ? { folder } : { folder, controller };
}
