import type { LogRotation } from '../../../jenkins/properties/log-rotation.ts';
import type { GitScm } from '../../../jenkins/scm/git.ts';
import type { Wrapper } from '../../../jenkins/wrappers/all-wrappers.ts';
import type { Jenkins } from '../../../schema/generated/located.ts';
import { fromPolicy, type Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';

/** Shows the colours of the output, as the jobs of the original did. */
export const colourOutput: Wrapper = {
  kind: 'colorize-output',
  origin: fromPolicy('The jobs of the original show colours in their output.'),
};

/** Returns the checkout of one branch of a repository; the branch stands as the spec has it. */
export function gitCheckout(
  url: Sourced<string>,
  branch: Sourced<string>,
  credentials: Sourced<string>,
  origin: Origin,
): GitScm {
  return {
    kind: 'git',
    remotes: [{ url, ...(credentials.value === '' ? {} : { credentials }), origin }],
    branches: [branch],
    origin,
  };
}

/** Returns how many builds of a job are kept, or undefined where the settings say nothing: then all are. */
export function logRotation({ pipeline: { keep_builds: keep } }: Jenkins): LogRotation | undefined {
  return keep === undefined ? undefined : { numToKeep: keep, origin: keep.origin };
}
