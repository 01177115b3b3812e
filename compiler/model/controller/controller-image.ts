import type { Sourced } from '../../text/sourced.ts';

/** The image of the controller. */
export interface ControllerImage {
  /** What the Dockerfile starts from. */
  readonly base: Sourced<string>;
  /** Where the built image is pushed to and pulled from, without its tag, which follows from its content. */
  readonly repository: Sourced<string>;
  /** First part of the tag: the core version. */
  readonly version: Sourced<string>;
  /** Folder of the Job DSL in the image; absent when the seed repository has it. */
  readonly jobDslFolder?: Sourced<string>;
}
