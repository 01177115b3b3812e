import type { LogRotation } from '../../../jenkins/properties/log-rotation.ts';
import type { GitScm } from '../../../jenkins/scm/git.ts';
import type { Trigger } from '../../../jenkins/triggers/all-triggers.ts';
import type { Wrapper } from '../../../jenkins/wrappers/all-wrappers.ts';
import type { Jenkins, Pipeline } from '../../../schema/generated/located.ts';
import { fromPolicy, fromSeveral, type Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import { isGithub } from '../../util/git-url.ts';

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

/** A trigger of a push, for freestyle jobs and pipelines. */
type PushTrigger = Extract<Trigger, { kind: 'scm-poll' | 'github-push' }>;

/**
 * Returns what starts a job when its repository changes: polling, spread over time by the `H` of the schedule, and a
 * webhook where the settings ask for one. GitHub's hook has a trigger of its own. Every other server calls the
 * address of the git plugin (`/git/notifyCommit`), which starts jobs that have a polling trigger, even one without
 * a schedule (`hudson.plugins.git.GitStatus`).
 */
export function pushTriggers(
  { component_poll: poll, webhook }: Pipeline,
  url: Sourced<string>,
): readonly PushTrigger[] {
  const polls = poll.value.trim() !== '';
  const github = webhook.value && isGithub(url.value);
  const triggers: PushTrigger[] = [];
  if (polls || (webhook.value && !github)) {
    const origin = polls ? poll.origin : fromSeveral([webhook.origin, poll.origin]);
    triggers.push({ kind: 'scm-poll', schedule: poll, origin });
  }
  if (github) triggers.push({ kind: 'github-push', origin: webhook.origin });
  return triggers;
}
