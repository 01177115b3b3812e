import type { Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { Traceable } from '../../text/traced-text.ts';

/** A pod template of the cloud: what agents with its labels are. */
export interface Agent {
  readonly name: Sourced<string>;
  /** What no other template of the Jenkins is called. */
  readonly id: Sourced<string>;
  /** Separated by spaces. */
  readonly label: Sourced<string>;
  /** Where its pods run; absent for the namespace of the cloud. */
  readonly namespace?: Sourced<string>;
  /** The pod as a manifest; its container `jnlp` runs the agent. */
  readonly pod: Traceable;
  readonly serviceAccount: Sourced<string>;
  /** Whether only jobs that ask for one of its labels run there. */
  readonly exclusive: Sourced<boolean>;
  /** What its builds could do that others cannot, in words. */
  readonly rights: readonly string[];
  /** Jobs of project specs that may run there in spite of its rights. */
  readonly allowedJobs: readonly Sourced<string>[];
  readonly idleMinutes: Sourced<number>;
  /** The largest number of pods at once; absent for no limit. */
  readonly instanceCap?: Sourced<number>;
  readonly origin: Origin;
}
