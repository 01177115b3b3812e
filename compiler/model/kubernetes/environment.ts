import type { Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { KubernetesObject } from './kubernetes-object.ts';
import type { ServiceIr } from './service.ts';

/** What an environment is made of on Kubernetes. */
export interface EnvironmentIr {
  readonly kind: 'environment';
  /** The name as it stands in the spec. */
  readonly name: Sourced<string>;
  /** The name as a folder: lower case, `-` for everything else. */
  readonly slug: string;
  readonly namespace: Sourced<string>;
  /** What belongs to no single service: the Namespace (where it is made), ConfigMaps and volume claims. */
  readonly shared: readonly KubernetesObject[];
  /** In the order of the spec. */
  readonly services: readonly ServiceIr[];
  readonly origin: Origin;
}
