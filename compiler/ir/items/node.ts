import type { Origin } from '../../text/origin.ts';

/** What every node of a job, folder or view has in common. */
export interface ItemNode {
  readonly origin: Origin;
}
