import type { Sourced } from '../../text/sourced.ts';

/** The image of the controller. */
export interface ControllerImage {
  /** What the Dockerfile starts from. */
  readonly base: Sourced<string>;
  /** Where the built image is pushed to and pulled from, without its tag, which follows from its content. */
  readonly repository: Sourced<string>;
  /** First part of the tag: the core version. */
  readonly version: Sourced<string>;
  /** Whether the Job DSL of the project is part of it. */
  readonly jobDsl: Sourced<boolean>;
}
