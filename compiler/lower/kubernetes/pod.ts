import type { EnvVariable, InitContainer, Service } from '../../../schema/generated/located.ts';
import type { Colour } from '../../link/project.ts';
import { fromSeveral } from '../../text/origin.ts';
import { distinct, type Sourced, sourced } from '../../text/sourced.ts';
import { forContents, type Traceable } from '../../text/traced-text.ts';
import { containerSecurity, podSecurity } from './pod-security.ts';
import { podVolumes, volumeMounts } from './pod-volumes.ts';
import { probes } from './probes.ts';
import { resources } from './resources.ts';
import { type Scope, servicePorts, written } from './scope.ts';
import { imageAt, pinnedVersion, withDigest } from './version.ts';

/**
 * Returns the `env` of a container, in the order of the spec. An empty value stays a variable with an empty value
 * (B30): one without `value`, since the API server stores it so and `kubectl apply` would find a difference each time.
 * Under blue/green the container is told its colour, as the operator did. A name stands once, with what was given last,
 * as the container gets it from Kubernetes: server-side apply has the name for a key, and refuses a list with two.
 */
export function containerEnv(
  variables: readonly EnvVariable[],
  colour?: Sourced<Colour>,
): Traceable | undefined {
  const entries = new Map<string, Traceable>();
  for (const variable of variables) {
    setLast(entries, (variable.secret ?? variable.name)?.value ?? '', entry(variable));
  }
  if (colour !== undefined) {
    const told = sourced<Traceable>({ name: colourVariable, value: colour }, colour.origin);
    setLast(entries, colourVariable, told);
  }
  return forContents([...entries.values()]);
}

/** Puts an entry at the end, where the last one of its name stood. */
function setLast(entries: Map<string, Traceable>, name: string, value: Traceable): void {
  entries.delete(name);
  entries.set(name, value);
}

/** The variable in which a container of a blue/green service is told its colour. */
export const colourVariable = 'POD_DEPLOYMENT_COLOUR';

function entry(variable: EnvVariable): Traceable {
  const { secret, pod_field: podField, name, value, $ } = variable;
  if (secret !== undefined) {
    return sourced<Traceable>({ name: secret, valueFrom: { secretKeyRef: secretKey(variable) } }, $.origin);
  }
  if (podField !== undefined && !(value.value !== '' && $.fields.has('value'))) {
    return sourced<Traceable>(
      { name: name ?? '', valueFrom: { fieldRef: { fieldPath: podField } } },
      $.origin,
    );
  }
  return sourced<Traceable>({ name: name ?? '', value: value.value === '' ? undefined : value }, $.origin);
}

/** `secret/key`, or one word for a Secret whose key has the same name (B04: the plugin knew only this form). */
function secretKey({ value }: EnvVariable): Traceable {
  const slash = value.value.indexOf('/');
  if (slash === -1) return { name: value, key: value };
  return {
    name: value.map((text) => text.slice(0, slash)),
    key: value.map((text) => text.slice(slash + 1)),
  };
}

/** What a pod of a service runs. */
export interface PodParts {
  readonly service: Service;
  readonly name: Sourced<string>;
  readonly application: Sourced<string>;
  readonly version: Sourced<string>;
  readonly colour?: Sourced<Colour>;
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
        image: service.image ?? imageAt(scope, application, withDigest(scope, version)),
        command: service.command.length === 0 ? undefined : service.command,
        ports: servicePorts(service).map((port): Traceable => ({ containerPort: port, protocol: 'TCP' })),
        env: containerEnv(service.env, colour),
        resources: resources(scope, service),
        volumeMounts: volumeMounts(service.volumes),
        securityContext: containerSecurity(scope, service),
        ...probes(service),
      },
    ],
    volumes: podVolumes(scope, mountedVolumes(service)),
  };
}

/** Returns what all pods of the environments have in common. */
export function commonPod(scope: Scope, service: Service): { readonly [key: string]: Traceable | undefined } {
  const { node_selector: nodes, pull_secrets: secrets } = scope.project.settings.environments;
  return {
    securityContext: podSecurity(scope, service),
    terminationGracePeriodSeconds: written(service.graceperiod),
    nodeSelector: Object.keys(nodes).length === 0 ? undefined : nodes,
    imagePullSecrets:
      secrets.length === 0 ? undefined : distinct(secrets).map((secret): Traceable => ({ name: secret })),
  };
}

/** Returns the annotations of the pods. */
export function podAnnotations({ annotations }: Service): Traceable | undefined {
  if (annotations.length === 0) return undefined;
  return Object.fromEntries(
    annotations.map(({ name, value }) => [
      name.value,
      sourced(value.value, fromSeveral([value.origin, name.origin])),
    ]),
  );
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

function initContainer(
  scope: Scope,
  container: InitContainer,
  { service, application: own, version, colour }: PodParts,
): Traceable {
  const application = container.application ?? container.name;
  const isOwn = application.value === own.value;
  const given = isOwn ? withDigest(scope, version) : version;
  const image = imageAt(scope, application, pinnedVersion(container.version) ?? given);
  return {
    name: container.name,
    image,
    command: container.command.length === 0 ? undefined : container.command,
    env: containerEnv(container.env, colour),
    volumeMounts: volumeMounts(container.volumes),
    securityContext: containerSecurity(scope, service),
  };
}
