import type { Trigger } from '../../../jenkins/triggers/all-triggers.ts';
import type { Pipeline } from '../../../schema/generated/located.ts';
import { fromSeveral } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';

/**
 * Returns what starts a job when its repository changes: polling, spread over time by the `H` of the schedule, and a
 * webhook where the settings ask for one. GitHub's hook has a trigger of its own. Every other server calls the
 * address of the git plugin (`/git/notifyCommit`), which starts jobs that have a polling trigger, even one without
 * a schedule (`hudson.plugins.git.GitStatus`).
 */
export function pushTriggers(
  { component_poll: poll, webhook }: Pipeline,
  url: Sourced<string>,
): readonly Trigger[] {
  const polls = poll.value.trim() !== '';
  const github = webhook.value && isGithub(url.value);
  const triggers: Trigger[] = [];
  if (polls || (webhook.value && !github)) {
    const origin = polls ? poll.origin : fromSeveral([webhook.origin, poll.origin]);
    triggers.push({ kind: 'scm-poll', schedule: poll, origin });
  }
  if (github) triggers.push({ kind: 'github-push', origin: webhook.origin });
  return triggers;
}

/** Returns whether a repository is on GitHub, whose webhooks have a trigger of their own. */
export function isGithub(url: string): boolean {
  return /^(?:[a-z+]+:\/\/)?(?:[^@/]*@)?(?:www\.)?github\.com[:/]/i.test(url);
}
