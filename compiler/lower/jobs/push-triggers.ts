import type { Trigger } from '../../../jenkins/triggers/all-triggers.ts';
import type { Component, GitRepository } from '../../../schema/generated/located.ts';
import { serverOnHost } from '../../link/link-requests.ts';
import { fromSeveral } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import { branchName } from '../../util/branch-name.ts';
import { forgePlace, ownedRepository } from '../../util/forge-place.ts';
import { isGithub } from '../../util/git-url.ts';
import type { JobScope } from './job-scope.ts';
import { gerritTrigger } from './requests/gerrit-trigger.ts';

/**
 * Returns what starts the job of a component when its repository changes: polling, spread over time by the `H` of the
 * schedule, and a webhook where the settings ask for one. GitHub's hook has a trigger of its own, and so have those of
 * the other forges where the spec says that the repository is on one. Every other server calls the address of the git
 * plugin (`/git/notifyCommit`), which starts jobs that have a polling trigger, even one without a schedule
 * (`hudson.plugins.git.GitStatus`). Nothing starts the job of a component without a repository.
 */
export function pushTriggers(scope: JobScope, component: Component): readonly Trigger[] {
  const { repository } = component;
  if (repository === undefined) return [];
  const { component_poll: poll, webhook } = scope.settings.pipeline;
  const polls = poll.value.trim() !== '';
  const pushed = webhook.value ? forgeTrigger(scope, component, repository, webhook) : undefined;
  const triggers: Trigger[] = [];
  if (polls || (webhook.value && pushed === undefined)) {
    const origin = polls ? poll.origin : fromSeveral([webhook.origin, poll.origin]);
    triggers.push({ kind: 'scm-poll', schedule: poll, origin });
  }
  if (pushed !== undefined) triggers.push(pushed);
  return triggers;
}

/** Without `forge` only github.com has one, as ever. */
function forgeTrigger(
  { settings }: JobScope,
  component: Component,
  { forge, git, branch }: GitRepository,
  webhook: Sourced<boolean>,
): Trigger | undefined {
  if (forge === undefined)
    return isGithub(git.value) ? { kind: 'github-push', origin: webhook.origin } : undefined;
  const origin = fromSeveral([webhook.origin, forge.origin]);
  switch (forge.value) {
    case 'github':
      return { kind: 'github-push', origin };
    case 'gitlab':
      return { kind: 'gitlab-push', branch: branch.map(branchName), origin };
    case 'bitbucket':
      return { kind: 'bitbucket-push', origin };
    case 'gerrit': {
      const place = forgePlace(git.value);
      const project = place && ownedRepository('gerrit', place);
      if (project === undefined) return undefined;
      const server = serverOnHost(settings, 'gerrit', place?.host ?? '');
      return { ...gerritTrigger({ component, name: project.name, server }, 'push'), origin };
    }
  }
}
