import type { Agent as AgentSpec, AgentVolume } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { Agent } from '../../../model/controller/agent.ts';
import { fromPolicy } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import { spanOf } from '../../../text/span-of.ts';
import type { ControllerScope } from '../controller-scope.ts';
import { agentEntries } from '../default-entries.ts';
import { reportDuplicates } from '../report-duplicates.ts';
import { agentPod } from './agent-pod.ts';
import { mergePod } from './merge-pod.ts';
import { readPod } from './read-pod.ts';

/** Returns the pod templates of the cloud, in the order of the settings. */
export function lowerAgents(scope: ControllerScope): readonly Agent[] {
  reportDuplicates(
    scope,
    'agent',
    scope.settings.agents.map((agent) => agent.name),
  );
  return agentEntries(scope.settings).map((agent) => {
    for (const volume of agent.volumes) reportIncomplete(volume, scope);
    reportSharedAccount(agent, scope);
    return lowerAgent(agent, scope);
  });
}

/** Returns whether a container of the agent may do on its node whatever it likes. */
export function isPrivileged(agent: AgentSpec): boolean {
  return agent.containers.some((container) => container.privileged.value);
}

function lowerAgent(agent: AgentSpec, scope: ControllerScope): Agent {
  const { name, service_account, idle_minutes, instance_cap } = agent;
  const pod = agentPod(agent, scope.settings);
  return {
    name,
    label: agent.label ?? name,
    pod: withYaml(agent, pod, scope),
    serviceAccount: service_account,
    exclusive: isPrivileged(agent)
      ? sourced(true, fromPolicy('Only jobs that ask for it run beside a privileged container.'))
      : sourced(
          name.value === 'deploy',
          fromPolicy('Only jobs that deploy get a service account that may change environments.'),
        ),
    idleMinutes: idle_minutes,
    ...(instance_cap === undefined ? {} : { instanceCap: instance_cap }),
    origin: agent.$.origin,
  };
}

/** An account in another namespace is another one. */
function reportSharedAccount({ name, service_account }: AgentSpec, { names, report }: ControllerScope): void {
  const { serviceAccount, namespace, agentNamespace } = names;
  if (service_account.value !== serviceAccount.value || namespace.value !== agentNamespace.value) return;
  const parameters = { agent: name.value, account: serviceAccount.value };
  const span = spanOf(service_account.origin) ?? spanOf(serviceAccount.origin);
  report(
    diagnose('controller/agent-account', parameters, span, {
      help: 'give the agent an account of its own, or set `kubernetes.agent_namespace`',
    }),
  );
}

/** A volume needs what it is made of, which depends on its type. */
function reportIncomplete({ type, name, host_path, $ }: AgentVolume, scope: ControllerScope): void {
  const field = type.value === 'empty-dir' ? undefined : type.value === 'host-path' ? 'host_path' : 'name';
  if (field === undefined || (field === 'name' ? name : host_path) !== undefined) return;
  const because = `in a volume of type \`${type.value}\``;
  scope.report(diagnose('controller/missing-setting', { field, because }, $.span));
}

function withYaml(agent: AgentSpec, pod: Agent['pod'], scope: ControllerScope): Agent['pod'] {
  const { yaml } = agent;
  if (yaml === undefined || yaml.value.trim() === '') return pod;
  const read = readPod(yaml);
  if (read.pod === undefined) {
    scope.report(
      diagnose('controller/pod-yaml', { problem: read.problem }, spanOf(yaml.origin), {
        help: 'write the part of a Pod manifest that is to be added, such as `spec:` with `tolerations:`',
      }),
    );
    return pod;
  }
  return mergePod(pod, read.pod);
}
