import type { Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import { compareText } from '../../util/compare-text.ts';
import type { KubernetesObject } from './kubernetes-object.ts';
import type { Rollout, ServiceIr } from './service.ts';

/** A level of Pod Security that pods of services can keep to. */
export type PodLevel = 'baseline' | 'restricted';

/** The label by which a namespace enforces a level of Pod Security. */
export const podSecurityLabel = 'pod-security.kubernetes.io/enforce';

/** What an environment is made of on Kubernetes. */
export interface EnvironmentIr {
  readonly kind: 'environment';
  /** The name as it stands in the spec. */
  readonly name: Sourced<string>;
  /** The name as a folder: lower case, `-` for everything else. */
  readonly slug: string;
  readonly namespace: Sourced<string>;
  /** The level that its namespace enforces, where it is made here; absent where the specs say nothing of it. */
  readonly podSecurity?: Sourced<PodLevel>;
  /** What belongs to no single service: the Namespace (where it is made), ConfigMaps and volume claims. */
  readonly shared: readonly KubernetesObject[];
  /** In the order of the spec. */
  readonly services: readonly ServiceIr[];
  readonly origin: Origin;
}

interface EnvironmentObjects {
  readonly applied: readonly KubernetesObject[];
  readonly deployed: readonly KubernetesObject[];
}

/** Jobs, roles, lists of leftovers and manifests are all about the same objects. */
const objectsOf = new WeakMap<EnvironmentIr, EnvironmentObjects>();

/** Returns what `service-manage` applies in an environment, in an order that applies cleanly. */
export function appliedObjects(environment: EnvironmentIr): readonly KubernetesObject[] {
  return environmentObjects(environment).applied;
}

/** Returns what only `<environment>-deploy` applies: Deployments and CronJobs that await a version or a colour. */
export function deployedObjects(environment: EnvironmentIr): readonly KubernetesObject[] {
  return environmentObjects(environment).deployed;
}

function environmentObjects(environment: EnvironmentIr): EnvironmentObjects {
  const known = objectsOf.get(environment);
  if (known !== undefined) return known;
  const found = sortOut(environment);
  objectsOf.set(environment, found);
  return found;
}

function sortOut(environment: EnvironmentIr): EnvironmentObjects {
  const rollouts = environment.services.flatMap((service) => service.rollouts);
  const by = (who: Rollout['appliedBy']) =>
    rollouts.filter(({ appliedBy }) => appliedBy === who).map(({ object }) => object);
  return {
    applied: sorted([
      ...environment.shared,
      ...environment.services.flatMap((service) => service.objects),
      ...by('service-manage'),
    ]),
    deployed: sorted(by('deploy')),
  };
}

function sorted(objects: readonly KubernetesObject[]): readonly KubernetesObject[] {
  return [...objects].sort((a, b) => compareText(a.file, b.file));
}
