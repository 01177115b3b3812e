import type { Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { Valued } from '../../text/traced-text.ts';
import type { KubernetesObject } from './kubernetes-object.ts';

/** A colour of a blue/green deployment. */
export type ServiceColour = 'blue' | 'green';

/** What one service of an environment is made of on Kubernetes. */
export interface ServiceIr {
  readonly kind: 'service';
  readonly name: Sourced<string>;
  /** `workload` runs all the time, `cron` at its schedule; `third-party` is a resource of another controller. */
  readonly role: 'workload' | 'cron' | 'third-party';
  /** Application whose image runs; it decides which version parameter of `environment-pipeline` reaches the service. */
  readonly application: Sourced<string>;
  /** The version that the spec pins; without it, `<environment>-deploy` is given one. */
  readonly version?: Sourced<string>;
  /** A public image that runs in place of one of the project; such a service has no version of its own. */
  readonly image?: Sourced<string>;
  /** Present under blue/green. The stable Service and Ingress point at the active colour. */
  readonly blueGreen?: { readonly active: Sourced<ServiceColour>; readonly method: Origin };
  /** Why there are colours, or none. */
  readonly methodOrigin: Origin;
  /** The Deployment that its stable Service sends requests to, where an active colour decides on that. */
  readonly sendsTo?: { readonly deployment: Sourced<string>; readonly method: Origin };
  /** Seconds until a rollout counts as failed. */
  readonly timeout: Sourced<number>;
  /** What `service-manage` applies: Service, Ingress, autoscaler, third-party resource; both colours of each. */
  readonly objects: readonly KubernetesObject[];
  /** What runs the image: one, or one per colour (blue first); none for a third party. */
  readonly rollouts: readonly Rollout[];
  readonly origin: Origin;
}

/** A Deployment or CronJob: what changes with the version. */
export interface Rollout {
  readonly kind: 'rollout';
  readonly resource: 'deployment' | 'cronjob';
  /** Name of the object: that of the service, with `-<colour>` under blue/green. */
  readonly name: string;
  readonly colour?: ServiceColour;
  /**
   * Who applies it. `service-manage`: the spec pins the version and there are no colours, or the image is not one
   * of the project, so the manifest is final. `deploy`: it is applied by `<environment>-deploy` alone.
   */
  readonly appliedBy: 'service-manage' | 'deploy';
  /** Whether an autoscaler decides on the number of pods, so that the manifest has none. */
  readonly autoscaled: Valued<boolean>;
  /** Why the old pod goes before the new one comes; absent where they are replaced one after the other. */
  readonly recreated?: Origin;
  /** Whether the manifest holds the version placeholder, which the deploy job replaces. */
  readonly awaitsVersion: boolean;
  readonly object: KubernetesObject;
}
