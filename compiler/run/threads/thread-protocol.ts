import type { GivenEnv } from '../../host/host.ts';
import type { ProjectOutcome } from '../project/project-outcome.ts';
import type { ProjectTask, Work } from '../project/project-task.ts';

/** What a thread is told when it starts. */
export interface ThreadSetup {
  readonly work: Work;
  /** What options of the command line say in place of variables. */
  readonly env: GivenEnv;
}

/** A project for a thread, by its place in the run. */
export interface ThreadRequest {
  readonly index: number;
  readonly task: ProjectTask;
}

/** What became of it. */
export interface ThreadAnswer {
  readonly index: number;
  readonly outcome: ProjectOutcome;
}
