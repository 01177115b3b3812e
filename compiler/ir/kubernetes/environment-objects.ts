import { compareText } from '../../util/compare-text.ts';
import type { EnvironmentIr } from './environment.ts';
import type { KubernetesObject } from './kubernetes-object.ts';

/** Returns what `service-manage` applies in an environment, in an order that applies cleanly. */
export function appliedObjects(environment: EnvironmentIr): readonly KubernetesObject[] {
  const rollouts = environment.services.flatMap((service) => service.rollouts);
  return sorted([
    ...environment.shared,
    ...environment.services.flatMap((service) => service.objects),
    ...rollouts.filter((rollout) => rollout.appliedBy === 'service-manage').map((rollout) => rollout.object),
  ]);
}

/** Returns what only `<environment>-deploy` applies: Deployments and CronJobs that await a version or a colour. */
export function deployedObjects(environment: EnvironmentIr): readonly KubernetesObject[] {
  const rollouts = environment.services.flatMap((service) => service.rollouts);
  return sorted(
    rollouts.filter((rollout) => rollout.appliedBy === 'deploy').map((rollout) => rollout.object),
  );
}

function sorted(objects: readonly KubernetesObject[]): readonly KubernetesObject[] {
  return [...objects].sort((a, b) => compareText(a.file, b.file));
}
