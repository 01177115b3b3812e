import type { Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { Traceable } from '../../text/traceable.ts';

/** How the controller runs on Kubernetes, with every name decided. */
export interface ControllerDeployment {
  /** Name of the objects, and first part of the names of the others. */
  readonly name: Sourced<string>;
  readonly namespace: Sourced<string>;
  readonly agentNamespace: Sourced<string>;
  readonly serviceAccount: Sourced<string>;
  readonly agents: readonly AgentPods[];
  /** Label of all agent pods. */
  readonly agentLabel: { readonly key: string; readonly value: Sourced<string> };
  /** Service account of the pods that deploy. */
  readonly deployAccount: Sourced<string>;
  /** Where deploy jobs and `service-manage` apply objects, each namespace once. */
  readonly deployTargets: readonly DeployTarget[];
  readonly storage: ClaimSettings;
  readonly resources: Traceable;
  readonly ingress?: IngressSettings;
  readonly nodeSelector: Readonly<Record<string, Sourced<string>>>;
  readonly tolerations: readonly Traceable[];
  readonly networkPolicy: Sourced<boolean>;
  readonly backup?: BackupSettings;
  readonly pullSecrets: readonly Sourced<string>[];
  readonly terminationGraceSeconds: Sourced<number>;
  readonly startupMinutes: Sourced<number>;
  readonly apt?: AptServer;
  /** Variable SEED_JOBS_REPO of the controller. */
  readonly seedRepository?: Sourced<string>;
}

/** What the objects around the agents must know of one kind of agent. */
export interface AgentPods {
  readonly name: Sourced<string>;
  readonly serviceAccount: Sourced<string>;
  readonly privileged: boolean;
}

/** A namespace that jobs deploy to. */
export interface DeployTarget {
  readonly namespace: Sourced<string>;
  /** Whether the environments' own objects make the namespace, so that it may not exist when these are applied. */
  readonly origin: Origin;
}

/** A claim for storage. */
export interface ClaimSettings {
  /** Absent for the default class of the cluster. */
  readonly storageClass?: Sourced<string>;
  readonly size: Sourced<string>;
}

export interface IngressSettings {
  readonly host: Sourced<string>;
  readonly ingressClass: Sourced<string>;
  readonly tls: Sourced<boolean>;
  readonly tlsSecret: Sourced<string>;
  readonly annotations: Readonly<Record<string, Sourced<string>>>;
  readonly origin: Origin;
}

export interface BackupSettings {
  readonly schedule: Sourced<string>;
  readonly keep: Sourced<number>;
  readonly claim: ClaimSettings;
  /** Absent for the image of the controller. */
  readonly image?: Sourced<string>;
  readonly origin: Origin;
}

/** The server of the apt repository. */
export interface AptServer {
  readonly image: Sourced<string>;
  readonly claim: ClaimSettings;
  readonly origin: Origin;
}
