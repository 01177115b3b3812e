import type { GivenEnv } from '../../host/host.ts';
import type { Claim } from '../project/project-outcome.ts';
import type { ProjectTask, Work } from '../project/project-task.ts';
import type { KeptOutcome } from './kept-outcomes.ts';

/** What a thread is told when it starts. */
export interface ThreadSetup {
  readonly work: Work;
  /** All tasks of the run, of which it takes some. */
  readonly tasks: readonly ProjectTask[];
  /** That of the queue which all threads take from. */
  readonly counter: SharedArrayBuffer;
  /** What options of the command line say in place of variables. */
  readonly env: GivenEnv;
}

/** Whether a project may be written, by its place in the run. */
export interface ThreadRequest {
  readonly place: number;
  readonly mayWrite: boolean;
}

/** What a compiled project takes, for which the thread waits for leave to write it; at the end, what became of it. */
export type ThreadAnswer =
  | { readonly place: number; readonly claims: readonly Claim[] }
  | { readonly place: number; readonly outcome: KeptOutcome };
