import type { GitScm } from '../../../jenkins/scm/git.ts';
import type { Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';

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
