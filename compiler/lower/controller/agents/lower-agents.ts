import type { Agent as AgentSpec, AgentVolume } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { Agent } from '../../../model/controller/agent.ts';
import { fromPolicy, fromSeveral, spanOf } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import { cannotConnect } from '../../agent-images.ts';
import { hostedAgentLabels, seedsFolder } from '../../hosted-names.ts';
import { type ControllerScope, reportDuplicates } from '../controller-scope.ts';
import { agentEntries, sharedAgents } from '../default-entries.ts';
import { agentPod } from './agent-pod.ts';
import { agentRights, isPrivileged } from './agent-rights.ts';
import { checkPod } from './check-pod.ts';
import { mergePod } from './merge-pod.ts';
import { readPod } from './read-pod.ts';

/** Returns the pod templates of the cloud, in the order of the settings. */
export function lowerAgents(scope: ControllerScope): readonly Agent[] {
  reportDuplicates(
    scope,
    'agent',
    scope.settings.agents.map((agent) => agent.name),
  );
  const entries = scope.role === 'shared' ? sharedAgents(scope.settings) : agentEntries(scope.settings);
  return entries.map((agent) => {
    for (const volume of agent.volumes) reportIncomplete(volume, scope);
    reportSharedAccount(agent, scope);
    reportNeedless(agent, scope);
    reportImage(agent, scope);
    return lowerAgent(agent, scope);
  });
}

function lowerAgent(agent: AgentSpec, scope: ControllerScope): Agent {
  const { name, service_account, idle_minutes, instance_cap } = agent;
  const pod = agentPod(agent, scope.settings);
  const rights = agentRights(agent, scope.settings);
  const prefix = labelPrefix(scope);
  return {
    name,
    // Builds of a template are counted by its id, in all clouds together.
    id: prefix === undefined ? name : joinedName(prefix, name),
    label: hostedAgentLabels(prefix, agent.label ?? name),
    ...(isPrivileged(agent, scope.settings) ? { namespace: scope.names.privilegedNamespace } : {}),
    pod: withYaml(agent, pod, scope),
    serviceAccount: service_account,
    exclusive: sourced(
      rights.length > 0 || scope.role !== 'own',
      fromPolicy(
        scope.role === 'own'
          ? 'Only jobs that ask for it run where builds have more rights than elsewhere.'
          : 'A job without a label would start agents of any project.',
      ),
    ),
    rights,
    allowedJobs: agent.allowed_jobs,
    idleMinutes: idle_minutes,
    ...(instance_cap === undefined ? {} : { instanceCap: instance_cap }),
    origin: agent.$.origin,
  };
}

/** What stands before the labels of the agents: those of a shared controller itself are for the seed jobs. */
function labelPrefix({ project, role }: ControllerScope): Sourced<string> | undefined {
  return role === 'shared' ? seedsFolder : project.hosting?.slug;
}

function joinedName(prefix: Sourced<string>, name: Sourced<string>): Sourced<string> {
  return sourced(`${prefix.value}.${name.value}`, fromSeveral([name.origin, prefix.origin]));
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

/** Whoever lists jobs believes that others are kept away. */
function reportNeedless(agent: AgentSpec, { settings, report }: ControllerScope): void {
  const [first] = agent.allowed_jobs;
  if (first === undefined || agentRights(agent, settings).length > 0) return;
  const because = 'for an agent that all jobs may run on';
  const parameters = { field: 'allowed_jobs', because };
  report(diagnose('controller/ignored-setting', parameters, spanOf(first.origin), { help: 'remove it' }));
}

/** What `yaml` changes may connect after all. */
function reportImage({ name, image, yaml }: AgentSpec, { report }: ControllerScope): void {
  if (!cannotConnect(image.value) || (yaml !== undefined && yaml.value.trim() !== '')) return;
  report(
    diagnose('controller/agent-image', { agent: name.value, image: image.value }, spanOf(image.origin), {
      help: [
        'build an image `FROM jenkins/inbound-agent` with the tools, and name that one',
        'or copy `/usr/local/bin/jenkins-agent` and `/usr/share/jenkins/agent.jar` of it into yours, add Java, and make `jenkins-agent` the entrypoint',
      ],
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
  const { pod: over, problems, unknown } = readPod(yaml);
  const span = spanOf(yaml.origin);
  for (const { text, help } of problems) {
    scope.report(diagnose('controller/pod-yaml', { problem: text }, span, { help: help ?? whatToWrite }));
  }
  for (const { field, type, near } of unknown) {
    const help = near === undefined ? 'remove it, or correct its name' : `did you mean \`${near}\`?`;
    scope.report(diagnose('controller/pod-field', { field, type }, span, { help }));
  }
  if (over === undefined) return pod;
  const merged = mergePod(pod, over);
  const found = checkPod(merged);
  for (const { text, help } of found.problems)
    scope.report(diagnose('controller/pod-yaml', { problem: text }, span, { help }));
  for (const volume of found.emptyVolumes) {
    scope.report(
      diagnose('controller/pod-volume', { volume }, span, {
        help: 'say what it mounts, or write `emptyDir: {}` for an empty folder',
      }),
    );
  }
  return merged;
}

const whatToWrite =
  'write the part of a Pod manifest that is to be added, such as `spec:` with `tolerations:`';
