import type { Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import type { Traceable } from '../../text/traced-text.ts';
import type { PodLevel } from '../kubernetes/environment.ts';
import type { NeededObject } from '../kubernetes/needed-objects.ts';

/** How the controller runs on Kubernetes, with every name decided. */
export interface ControllerDeployment {
  /** Name of the objects, and first part of the names of the others. */
  readonly name: Sourced<string>;
  readonly namespace: Sourced<string>;
  readonly agentNamespace: Sourced<string>;
  readonly privilegedNamespace: Sourced<string>;
  /** Namespaces that agents run in, each once. */
  readonly agentNamespaces: readonly Sourced<string>[];
  readonly serviceAccount: Sourced<string>;
  readonly agentService: Sourced<string>;
  readonly agentPort: Sourced<number>;
  readonly agents: readonly AgentPods[];
  /** What pods of agents use and people make: Secrets, ConfigMaps and claims. Sorted. */
  readonly agentNeeds: readonly NeededObject[];
  /** Label of all agent pods. */
  readonly agentLabel: { readonly key: string; readonly value: Sourced<string> };
  /** Namespaces of environments that the specs ask to be made; they have to exist before their roles. */
  readonly madeNamespaces: readonly MadeNamespace[];
  /** Where jobs deploy to, each namespace once, sorted by name. */
  readonly deployTargets: readonly DeployTarget[];
  readonly storage: ClaimSettings;
  /** Absent where no component has caches. */
  readonly caches?: CacheVolume;
  readonly resources: Traceable | undefined;
  readonly ingress?: IngressSettings;
  readonly nodeSelector: Readonly<Record<string, Sourced<string>>>;
  readonly tolerations: readonly Traceable[];
  readonly networkPolicy: Sourced<boolean>;
  readonly network: NetworkSettings;
  readonly backup?: BackupSettings;
  readonly pullSecrets: readonly Sourced<string>[];
  readonly terminationGraceSeconds: Sourced<number>;
  readonly startupMinutes: Sourced<number>;
  readonly apt?: AptServer;
  /** The variable SEED_JOBS_REPO of the controller. */
  readonly seedRepository?: Sourced<string>;
}

/** The namespace of an environment, and the level of Pod Security that it enforces. */
export interface MadeNamespace {
  readonly name: Sourced<string>;
  readonly podSecurity?: Sourced<PodLevel>;
  /** Why it is made. */
  readonly origin: Origin;
}

/** What the objects around the agents must know of one kind of agent. */
export interface AgentPods {
  readonly name: Sourced<string>;
  readonly serviceAccount: Sourced<string>;
  /** Whether the account is made with the controller; any other one has to exist. */
  readonly ownAccount: boolean;
  /** Whether its pods may change the environments. */
  readonly deploys: boolean;
  readonly privileged: boolean;
  readonly namespace: Sourced<string>;
  /** What they are, where the cloud has no template of them. */
  readonly pod?: Traceable;
  /** Images of its containers that come from the registry that images are pushed to, so the project's own. */
  readonly ownImages: readonly Sourced<string>[];
}

/** What the NetworkPolicies allow besides what follows from the other parts. */
export interface NetworkSettings {
  /** Namespaces that may reach Jenkins over HTTP; absent for all but those of environments. */
  readonly httpFrom?: readonly Sourced<string>[];
  /** TCP ports of addresses that the specs name, beside the usual ones; sorted. */
  readonly ports: readonly Sourced<number>[];
  readonly egress: readonly EgressSettings[];
}

/** Connections that may be opened. */
export interface EgressSettings {
  readonly cidr?: Sourced<string>;
  readonly namespace?: Sourced<string>;
  /** Empty for all. */
  readonly ports: readonly Sourced<number>[];
  readonly origin: Origin;
}

/** A namespace that jobs deploy to. */
export interface DeployTarget {
  readonly namespace: Sourced<string>;
  /** What the jobs do there, sorted by group and name. */
  readonly resources: readonly DeployedResource[];
  /** What decides alone on each kind of object that is applied there, by `group/resource`. */
  readonly causes: ReadonlyMap<string, Origin>;
  /** Whether they delete what left the specs. */
  readonly prune: Sourced<boolean>;
  readonly origin: Origin;
}

/** A kind of object as roles name it, and what jobs do with it. */
export interface DeployedResource {
  /** API group; empty for core. */
  readonly group: string;
  /** Plural of the kind in lower case, such as `deployments`; `*` for all of the group. */
  readonly resource: string;
  /** Sorted. */
  readonly verbs: readonly string[];
}

/** A claim for storage. */
export interface ClaimSettings {
  /** Absent for the default class of the cluster. */
  readonly storageClass?: Sourced<string>;
  readonly size: Sourced<string>;
}

/** The volume of the folders that builds keep. */
export interface CacheVolume {
  readonly name: Sourced<string>;
  readonly claim: ClaimSettings;
  /** How many nodes it can be on. */
  readonly access: Sourced<string>;
  /** Where pods use it. */
  readonly namespaces: readonly Sourced<string>[];
  readonly origin: Origin;
}

/** How the controller is reached from outside the cluster. */
export interface IngressSettings {
  readonly host: Sourced<string>;
  readonly ingressClass: Sourced<string>;
  readonly tls: Sourced<boolean>;
  readonly tlsSecret: Sourced<string>;
  readonly annotations: Readonly<Record<string, Sourced<string>>>;
  readonly origin: Origin;
}

/** When the home directory is copied, and what is kept. */
export interface BackupSettings {
  /** In the cron form of Kubernetes. */
  readonly schedule: Sourced<string>;
  /** Number of backups. */
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
  /** The GPG key that signs the repository. */
  readonly signing?: { readonly secret: Sourced<string>; readonly key: Sourced<string> };
  readonly origin: Origin;
}
