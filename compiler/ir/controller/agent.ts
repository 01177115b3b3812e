import type { Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';

/** A pod template: what agents with its labels are. */
export interface Agent {
  readonly name: Sourced<string>;
  /** Separated by spaces. */
  readonly label: Sourced<string>;
  /** The container that runs the agent first, then the others. */
  readonly containers: readonly AgentContainer[];
  readonly volumes: readonly AgentVolume[];
  readonly nodeSelector: Readonly<Record<string, Sourced<string>>>;
  readonly serviceAccount: Sourced<string>;
  readonly idleMinutes: Sourced<number>;
  readonly instanceCap?: Sourced<number>;
  /** A pod in YAML that is merged into the template. */
  readonly yaml?: Sourced<string>;
  readonly origin: Origin;
}

/** A container of an agent's pod. */
export interface AgentContainer {
  readonly name: Sourced<string>;
  readonly image: Sourced<string>;
  /** Words of the command; absent for the entrypoint of the image. */
  readonly command?: readonly Sourced<string>[];
  readonly args?: readonly Sourced<string>[];
  readonly privileged: Sourced<boolean>;
  readonly env: readonly AgentVariable[];
  readonly resources: AgentResources;
}

/** Quantities as Kubernetes writes them. */
export interface AgentResources {
  readonly requestCpu?: Sourced<string>;
  readonly requestMemory?: Sourced<string>;
  readonly limitCpu?: Sourced<string>;
  readonly limitMemory?: Sourced<string>;
}

/** An environment variable of a container: plain text, or a key of a Secret that Kubernetes puts in. */
export type AgentVariable =
  | { readonly kind: 'value'; readonly name: Sourced<string>; readonly value: Sourced<string> }
  | {
      readonly kind: 'secret';
      readonly name: Sourced<string>;
      readonly secret: Sourced<string>;
      readonly key: Sourced<string>;
    };

/** A volume that all containers of the pod see. */
export type AgentVolume =
  | { readonly kind: 'empty-dir'; readonly path: Sourced<string>; readonly memory: Sourced<boolean> }
  | { readonly kind: 'secret'; readonly path: Sourced<string>; readonly name: Sourced<string> }
  | { readonly kind: 'config-map'; readonly path: Sourced<string>; readonly name: Sourced<string> }
  | {
      readonly kind: 'persistent-claim';
      readonly path: Sourced<string>;
      readonly name: Sourced<string>;
      readonly readOnly: Sourced<boolean>;
    }
  | {
      readonly kind: 'host-path';
      readonly path: Sourced<string>;
      readonly hostPath: Sourced<string>;
      readonly readOnly: Sourced<boolean>;
    };
