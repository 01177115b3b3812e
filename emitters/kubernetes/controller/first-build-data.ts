import type { Controller } from '../../../compiler/model/controller/controller.ts';
import type { EnvironmentIr } from '../../../compiler/model/kubernetes/environment.ts';
import type { Sourced } from '../../../compiler/text/sourced.ts';
import { joined, joinTexts, mapValue, plainValue, type Valued } from '../../../compiler/text/traced-text.ts';
import { isGithub } from '../../../compiler/util/git-url.ts';

/** Returns how the first builds start, and what a push has to call. */
export function firstBuildData(controller: Controller, environments: readonly EnvironmentIr[]): object {
  const { firstBuilds, initScripts, role } = controller;
  const { components, applications, startedByHand, manual, approvers, poll, serviceManage, webhook } =
    firstBuilds;
  const previews = new Set(firstBuilds.previews.map(({ value }) => value));
  const promoted = environments.filter(({ name }) => !previews.has(name.value));
  const seed = initScripts.find((script) => script.kind === 'seed-job');
  const hooks = hooksOf(controller);
  return {
    // On a shared controller no build may see the seed jobs.
    seedStarts: seed !== undefined && role.kind === 'own',
    seed: seed && (seed.repository ?? 'of the variable SEED_JOBS_REPO'),
    seedBranch: seed?.branch ?? '',
    seedPoll: seed && written(seed.poll),
    poll: written(poll),
    webhook: webhook.value,
    serviceManage: written(serviceManage),
    components: listed(components),
    applications: listed(applications),
    startedByHand: listed(startedByHand),
    promoted: applications.length === 0 ? undefined : listed(promoted.map(({ name }) => name)),
    requests: listed(firstBuilds.requests),
    previews: listed(firstBuilds.previews),
    manual: listed(manual),
    approvers: listed(approvers),
    hooks,
    tokens: hooks.some(({ address }) => plainValue(address).includes('token=TOKEN')),
  };
}

/** A schedule; an empty one is none. */
function written(schedule: Sourced<string>): Valued<string> | undefined {
  return schedule.value.trim() === '' ? undefined : schedule;
}

function listed(names: readonly Sourced<string>[]): Valued<string> | undefined {
  return names.length === 0 ? undefined : joinTexts(names, ', ');
}

interface Hook {
  readonly repository: Valued<string>;
  readonly address: Valued<string>;
}

/**
 * Returns the address that each server has to call after a push, where the settings ask for that. GitHub has one of its
 * own; the others call that of the git plugin.
 */
function hooksOf({ initScripts, url, firstBuilds }: Controller): readonly Hook[] {
  const seed = initScripts.find((script) => script.kind === 'seed-job');
  const seeds = seed?.webhook.value === true ? [seed.repository ?? ''] : [];
  const built = firstBuilds.webhook.value
    ? firstBuilds.checkouts
        .filter(({ job, hasForge }) => job === 'component' && hasForge !== true)
        .map(({ git }) => git)
    : [];
  const hooks = [...seeds, ...built].map((repository) => ({
    repository,
    address: isGithub(plainValue(repository))
      ? joined`${url}github-webhook/`
      : joined`${url}git/notifyCommit?url=${mapValue(repository, encodeURIComponent)}&token=TOKEN`,
  }));
  return [...new Map(hooks.map((hook) => [plainValue(hook.repository), hook])).values()];
}
