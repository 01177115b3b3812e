import type { Agent as AgentSpec, Jenkins } from '../../../../schema/generated/located.ts';
import type { Json } from '../../../check/read/read-scalar.ts';
import { freeValue } from '../../../check/read/read-value.ts';
import { parseYaml } from '../../../source/parse-source.ts';
import { registryLogin } from './registry-login.ts';

/** The account that agents have by default. It has no rights. */
export const plainAccount = 'jenkins-agent';

/**
 * Returns what a build on an agent could do that no other build can, in words that follow "has"; nothing for most
 * agents. Jobs of project specs only run on the others, unless the settings allow them by name.
 */
export function agentRights(agent: AgentSpec, settings: Jenkins): readonly string[] {
  const { service_account: account, containers, volumes } = agent;
  const rights = [
    agent.name.value === 'deploy' ? 'the rights to deploy' : undefined,
    account.value === plainAccount ? undefined : `the service account ${account.value}`,
    containers.some(({ privileged }) => privileged.value) ? 'a privileged container' : undefined,
    volumes.some(({ type }) => type.value === 'host-path') ? 'a folder of its node' : undefined,
    registryLogin(agent, settings).length > 0 ? 'the login of the registry' : undefined,
    ...yamlRights(agent),
  ];
  return [...new Set(rights.filter((right) => right !== undefined))];
}

/** Returns whether the pods of an agent may do more on their node than the level "baseline" of Pod Security lets them. */
export function isPrivileged(agent: AgentSpec, settings: Jenkins): boolean {
  return agentRights(agent, settings).some((right) => ofNode.has(right));
}

const ofNode: ReadonlySet<string> = new Set([
  'a privileged container',
  'a folder of its node',
  'capabilities of the kernel',
  'the network of its node',
  'the processes of its node',
  'the memory of its node',
]);

/** What the `yaml` of an agent may add, by the field of a pod. */
const podRights: Readonly<Record<string, string>> = {
  serviceAccountName: 'a service account of its own',
  serviceAccount: 'a service account of its own',
  serviceAccountToken: 'a token of its service account',
  automountServiceAccountToken: 'a token of its service account',
  privileged: 'a privileged container',
  allowPrivilegeEscalation: 'a container that may raise its privileges',
  add: 'capabilities of the kernel',
  hostPath: 'a folder of its node',
  hostNetwork: 'the network of its node',
  hostPID: 'the processes of its node',
  hostIPC: 'the memory of its node',
};

function yamlRights({ yaml }: AgentSpec): readonly string[] {
  if (yaml === undefined || yaml.value.trim() === '') return [];
  const { root } = parseYaml({ name: 'yaml', text: yaml.value });
  return root === undefined ? [] : rightsIn(freeValue(root));
}

function rightsIn(value: Json): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): readonly string[] => {
    const right = Object.hasOwn(podRights, key) ? podRights[key] : undefined;
    const isGiven = inner !== false && inner !== null && inner !== plainAccount;
    return [...(right !== undefined && isGiven ? [right] : []), ...rightsIn(inner)];
  });
}
