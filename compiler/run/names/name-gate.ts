import type { Claim } from '../project/project-outcome.ts';
import { type Claimed, TakenNames } from './taken-names.ts';

/** Asks whether a project that takes these names may be written; the answer comes once all before it have asked. */
export type MayWrite = (claims: readonly Claim[]) => Promise<boolean>;

interface Asked {
  readonly claims: readonly Claim[];
  readonly answer: (mayWrite: boolean) => void;
}

/**
 * Decides which projects of a run are written. Each is asked about when it is compiled, whenever that is, and the names
 * are given away in the order of the run: who gets one does not depend on which thread is faster.
 */
export class NameGate {
  private readonly names = new TakenNames();
  private readonly asked = new Map<string, Asked>();
  private readonly order: readonly string[];
  private next = 0;

  /** `order` has the folders of all projects of the run; those that are not run again are known already. */
  constructor(order: readonly string[], known: readonly Claimed[] = []) {
    this.order = order;
    for (const { folder, claims } of known) this.asked.set(folder, { claims, answer: () => undefined });
    this.answer();
  }

  /** Returns whether a project may be written; each asks at most once. */
  ask(folder: string, claims: readonly Claim[]): Promise<boolean> {
    return new Promise((answer) => {
      this.asked.set(folder, { claims, answer });
      this.answer();
    });
  }

  /** Notes that a project is finished: when it has not asked, it takes nothing. */
  end(folder: string): void {
    if (this.asked.has(folder)) return;
    this.asked.set(folder, { claims: [], answer: () => undefined });
    this.answer();
  }

  private answer(): void {
    for (;;) {
      const folder = this.order[this.next];
      const asked = folder === undefined ? undefined : this.asked.get(folder);
      if (folder === undefined || asked === undefined) return;
      this.next++;
      asked.answer(this.names.admits({ folder, claims: asked.claims }));
    }
  }
}
