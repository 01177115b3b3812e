import type { GivenEnv } from '../../host/host.ts';
import type { Claim, ProjectOutcome } from '../project/project-outcome.ts';
import type { ProjectTask, Work } from '../project/project-task.ts';

/** What a thread is told when it starts. */
export interface ThreadSetup {
  readonly work: Work;
  /** What options of the command line say in place of variables. */
  readonly env: GivenEnv;
}

/** A project for a thread, by its place in the run; later, whether it may be written. */
export type ThreadRequest =
  | { readonly index: number; readonly task: ProjectTask }
  | { readonly index: number; readonly mayWrite: boolean };

/** What a compiled project takes, for which the thread waits for leave to write it; at the end, what became of it. */
export type ThreadAnswer =
  | { readonly index: number; readonly claims: readonly Claim[] }
  | { readonly index: number; readonly outcome: ProjectOutcome };
