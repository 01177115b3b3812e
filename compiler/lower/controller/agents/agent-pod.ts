import type {
  AgentContainer,
  Agent as AgentSpec,
  AgentVariable,
  AgentVolume,
  Jenkins,
  Resources,
} from '../../../../schema/generated/located.ts';
import { fromPolicy, fromSeveral, type Origin } from '../../../text/origin.ts';
import { distinct, type Sourced, sourced } from '../../../text/sourced.ts';
import type { Traceable } from '../../../text/traced-text.ts';
import { canonicalQuantity } from '../../../util/quantity.ts';
import { pinnedImage } from '../pinned-image.ts';
import { plainAccount } from './agent-rights.ts';
import { registryLogin } from './registry-login.ts';

/** How one container of a pod gets at the token of the pod's service account. */
interface ApiAccess {
  /** Name of the container. */
  readonly container: string;
  readonly volume: Traceable;
  readonly volumeMount: Traceable;
}

const name = 'api-access';
const reason = fromPolicy(
  'Only the commands that deploy may change environments; the container that runs the agent gets no token.',
);

/** Seconds for which a token holds; the kubelet renews it in time. The least that Kubernetes gives its own tokens. */
const lifetime = 3607;

/**
 * Returns the access to the Kubernetes API of the agent that deploys, none for others: a volume like the one that
 * Kubernetes mounts into every container of a pod (its ServiceAccount admission), for the container alone that has
 * kubectl. An agent without it runs its commands where the agent runs.
 */
function apiAccess(agent: AgentSpec): ApiAccess | undefined {
  if (agent.name.value !== 'deploy') return undefined;
  const hasOwn = agent.containers.some((container) => container.name.value === 'kubectl');
  const sources: readonly Traceable[] = [
    { serviceAccountToken: { path: 'token', expirationSeconds: lifetime } },
    { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
    { downwardAPI: { items: [{ path: 'namespace', fieldRef: { fieldPath: 'metadata.namespace' } }] } },
  ];
  const mountPath = '/var/run/secrets/kubernetes.io/serviceaccount';
  return {
    container: hasOwn ? 'kubectl' : 'jnlp',
    volume: sourced<Traceable>({ name, projected: { sources } }, reason),
    volumeMount: sourced<Traceable>({ name, mountPath, readOnly: true }, reason),
  };
}

/** Keys of a manifest; undefined means that the key is absent. */
export type Manifest = Readonly<Record<string, Traceable | undefined>>;

/** Label of a pod that says which agent it is. */
export const agentNameLabel = 'bitesize/agent';

const agentContainerName = sourced(
  'jnlp',
  fromPolicy('The Kubernetes plugin runs the agent in this container.'),
);
const noToken = sourced(
  false,
  fromPolicy('A build needs no access to the Kubernetes API; what deploys gets it for one container.'),
);
const seccomp = sourced(
  'RuntimeDefault',
  fromPolicy('Builds get the system calls that containers need, no others.'),
);

/**
 * Returns the pod of an agent as a manifest. The container that runs the agent comes first; volumes and, for `dind`,
 * the login of the registry are mounted into all containers.
 */
export function agentPod(agent: AgentSpec, settings: Jenkins): Traceable {
  const login = registryLogin(agent, settings);
  const mounts: Traceable[] = [
    ...agent.volumes.map((volume, index) => mount(volume, index)),
    ...login.map(({ volumeMount }) => volumeMount),
  ];
  const shared = { mounts, env: login.map(({ variable }) => variable) };
  const access = apiAccess(agent);
  const sharedWith = (container: string) =>
    access?.container === container ? { ...shared, mounts: [...mounts, access.volumeMount] } : shared;
  const { image, env, resources, node_selector, service_account } = agent;
  const pullSecrets = distinct(settings.kubernetes.pull_secrets).map((secret) => ({ name: secret }));
  const main = { name: agentContainerName, image, env, resources };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { labels: { [agentNameLabel]: agent.name } },
    spec: {
      serviceAccountName: service_account,
      automountServiceAccountToken:
        service_account.value === plainAccount || access !== undefined ? noToken : undefined,
      restartPolicy: 'Never',
      imagePullSecrets: some(pullSecrets),
      nodeSelector: Object.keys(node_selector).length === 0 ? undefined : node_selector,
      securityContext: { seccompProfile: { type: seccomp } },
      containers: [main, ...agent.containers].map((item) => container(item, sharedWith(item.name.value))),
      volumes: some([
        ...agent.volumes.map((volume, index) => podVolume(volume, index)),
        ...login.map(({ volume }) => volume),
        ...(access === undefined ? [] : [access.volume]),
      ]),
    },
  };
}

interface ContainerParts {
  readonly name: Sourced<string>;
  readonly image: Sourced<string>;
  readonly env: readonly AgentVariable[];
  readonly command?: AgentContainer['command'];
  readonly args?: AgentContainer['args'];
  readonly privileged?: Sourced<boolean>;
  readonly resources?: Resources;
}

function container(
  parts: ContainerParts,
  shared: { readonly mounts: readonly Traceable[]; readonly env: readonly Traceable[] },
): Traceable {
  const { name, image, command = [], args = [], privileged, resources } = parts;
  return {
    name,
    image: pinnedImage(image),
    command: some(command),
    args: some(args),
    securityContext: privileged?.value === true ? { privileged } : undefined,
    env: some([...parts.env.map(variable), ...shared.env]),
    resources: resources && resourceAmounts(resources),
    volumeMounts: some(shared.mounts),
  };
}

function variable({ name, value, secret, key }: AgentVariable): Traceable {
  if (secret === undefined) return { name, value };
  return { name, valueFrom: { secretKeyRef: { name: secret, key: key ?? name } } };
}

/** Returns requests and limits as Kubernetes takes them, or undefined when neither is given. */
export function resourceAmounts({ requests, limits }: Resources): Traceable | undefined {
  const amounts = (given: Resources['requests']): Manifest | undefined =>
    given?.cpu === undefined && given?.memory === undefined
      ? undefined
      : { cpu: given.cpu?.map(canonicalQuantity), memory: given.memory?.map(canonicalQuantity) };
  const result = { requests: amounts(requests), limits: amounts(limits) };
  return result.requests === undefined && result.limits === undefined ? undefined : result;
}

function mount(volume: AgentVolume, index: number): Traceable {
  const readOnly = volume.read_only.value ? volume.read_only : undefined;
  return sourced<Traceable>({ name: volumeName(index), mountPath: volume.path, readOnly }, volume.$.origin);
}

function podVolume(volume: AgentVolume, index: number): Traceable {
  return sourced<Traceable>({ name: volumeName(index), ...volumeSource(volume) }, volume.$.origin);
}

function volumeSource({ type, name, host_path, memory }: AgentVolume): Manifest {
  const ofType = (from: Manifest, ...more: readonly Origin[]) =>
    sourced<Traceable>(from, fromSeveral([type.origin, ...more]));
  switch (type.value) {
    case 'empty-dir':
      return { emptyDir: ofType(memory.value ? { medium: 'Memory' } : {}, memory.origin) };
    case 'secret':
      return { secret: ofType({ secretName: name }) };
    case 'config-map':
      return { configMap: ofType({ name }) };
    case 'persistent-claim':
      return { persistentVolumeClaim: ofType({ claimName: name }) };
    case 'host-path':
      return { hostPath: ofType({ path: host_path }) };
  }
}

function volumeName(index: number): string {
  return `volume-${index}`;
}

function some<T>(items: readonly T[]): readonly T[] | undefined {
  return items.length === 0 ? undefined : items;
}
