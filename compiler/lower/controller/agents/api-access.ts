import type { Agent as AgentSpec } from '../../../../schema/generated/located.ts';
import { fromPolicy } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import type { Traceable } from '../../../text/traceable.ts';

/** How one container of a pod gets at the token of the pod's service account. */
export interface ApiAccess {
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
export function apiAccess(agent: AgentSpec): ApiAccess | undefined {
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
