import type { InitContainer, Service } from '../../../schema/generated/located.ts';
import type { Colour } from '../../link/project.ts';
import { fromPolicy } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import type { Traceable } from '../../text/traced-text.ts';
import { containerEnv } from './container-env.ts';
import { podVolumes, volumeMounts } from './pod-volumes.ts';
import { probes } from './probes.ts';
import { resources } from './resources.ts';
import { type Scope, servicePorts, written } from './scope.ts';

import { imageAt, pinnedVersion } from './version.ts';

/** What a pod of a service runs. */
export interface PodParts {
  readonly service: Service;
  readonly name: Sourced<string>;
  readonly application: Sourced<string>;
  readonly version: Sourced<string>;
  readonly colour?: Colour;
}

/** Returns the `spec` of the pods of a workload. */
export function workloadPod(
  scope: Scope,
  parts: PodParts,
): { readonly [key: string]: Traceable | undefined } {
  const { service, name, application, version, colour } = parts;
  return {
    ...commonPod(scope, service),
    initContainers: initContainers(scope, parts),
    containers: [
      {
        name,
        image: imageAt(scope, application, version),
        command: service.command.length === 0 ? undefined : service.command,
        ports: servicePorts(service).map((port): Traceable => ({ containerPort: port, protocol: 'TCP' })),
        env: containerEnv(service.env, colour),
        resources: resources(scope, service),
        volumeMounts: volumeMounts(service.volumes),
        ...probes(service),
      },
    ],
    volumes: podVolumes(scope, mountedVolumes(service)),
  };
}

/**
 * Returns what all pods of the environments have in common. The images are the users' own and may run as root or
 * bind low ports, so the security context is the one that container runtimes gave them before Kubernetes, no more.
 */
export function commonPod(scope: Scope, service: Service): { readonly [key: string]: Traceable | undefined } {
  const { node_selector: nodes, pull_secrets: secrets } = scope.project.settings.environments;
  return {
    securityContext: { seccompProfile: sourced<Traceable>({ type: 'RuntimeDefault' }, hardened) },
    terminationGracePeriodSeconds: written(service.graceperiod),
    nodeSelector: Object.keys(nodes).length === 0 ? undefined : nodes,
    imagePullSecrets:
      secrets.length === 0 ? undefined : secrets.map((secret): Traceable => ({ name: secret })),
  };
}

/** Returns the annotations of the pods. */
export function podAnnotations({ annotations }: Service): Traceable | undefined {
  if (annotations.length === 0) return undefined;
  return Object.fromEntries(annotations.map(({ name, value }) => [name.value, value]));
}

/** Returns every volume that a pod mounts, in all its containers. */
export function mountedVolumes(service: Service) {
  return [...service.volumes, ...service.init_containers.flatMap((container) => container.volumes)];
}

/** Returns the init containers; a version that is not written is that of the service. */
export function initContainers(scope: Scope, parts: PodParts): Traceable | undefined {
  const { init_containers: containers } = parts.service;
  if (containers.length === 0) return undefined;
  return containers.map((container) => sourced(initContainer(scope, container, parts), container.$.origin));
}

function initContainer(scope: Scope, container: InitContainer, { version, colour }: PodParts): Traceable {
  const image = imageAt(
    scope,
    container.application ?? container.name,
    pinnedVersion(container.version) ?? version,
  );
  return {
    name: container.name,
    image,
    command: container.command.length === 0 ? undefined : container.command,
    env: containerEnv(container.env, colour),
    volumeMounts: volumeMounts(container.volumes),
  };
}

const hardened = fromPolicy(
  "System calls are limited to the container runtime's default set. Nothing more is forced: the images are the users' own, and may need root or a writable root file system.",
);
