import type { Agent, AgentVariable, Jenkins } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { Label } from '../../../diagnostics/diagnostic.ts';
import type { LinkedRequests } from '../../../link/project.ts';
import { groovyLiteral } from '../../../print/groovy-literal.ts';
import { printYaml } from '../../../print/yaml.ts';
import { fromPolicy, fromSeveral, type Origin, spanOf } from '../../../text/origin.ts';
import { distinct, type Sourced, sourced } from '../../../text/sourced.ts';
import { joined, mapValue } from '../../../text/traced-text.ts';
import { reachedAgents } from '../../../util/reached-agents.ts';
import { agentPod } from '../../controller/agents/agent-pod.ts';
import { agentRights, plainAccount } from '../../controller/agents/agent-rights.ts';
import { labelledAgents } from '../../controller/default-entries.ts';
import { agentCloud } from '../../hosted-names.ts';
import type { ComponentPlaces } from '../components/component-places.ts';
import type { ScriptWithMethods } from '../components/component-pod.ts';
import type { JobScope } from '../job-scope.ts';
import { onNode, type ScriptPart, scriptPart, within } from '../pipeline-script.ts';

/**
 * Returns a part that runs in a pod for code of people who may not write to the repository: that of the component's
 * agent without Secrets, claims, logins and rights. It is made for this one build.
 */
export function inForkPod(
  scope: JobScope,
  { component, spec, forge }: LinkedRequests,
  { agent, containers }: ComponentPlaces,
  part: ScriptPart,
): ScriptWithMethods {
  if (agent === undefined) return { part, methods: [] };
  // On Gerrit every change may be anybody's, whatever the spec says of forks.
  const origin = forge.value === 'gerrit' ? untrusted : fromSeveral([untrusted, spec.forks.origin]);
  const pod = agentPod(withoutSecrets(agent, containers), withoutLogin(scope.settings));
  return {
    part: within(
      joined`podTemplate(cloud: ${mapValue(agentCloud(scope.project), groovyLiteral)}, yaml: forkPod())`,
      ['podTemplate'],
      onNode('POD_LABEL', part),
      origin,
    ),
    methods: [
      scriptPart('fork-pod-method.groovy', {
        about: joined`The pod of agent ${agent.name} without Secrets, claims and rights, for component ${component.name}.`,
        pod: printYaml(pod),
        origin,
      }),
    ],
  };
}

const untrusted = fromPolicy(
  'Whoever opens a pull request decides what its build does: it gets nothing that it could give away.',
);

/** Reports an agent whose pods cannot be had without what forks must not have. */
export function checkForkAgent(
  scope: JobScope,
  { component, spec }: LinkedRequests,
  { agent, containers }: Pick<ComponentPlaces, 'agent' | 'containers'>,
): void {
  // Images and caches without a pod are reported as such.
  if (agent === undefined && (containers.length > 0 || component.caches.length > 0)) return;
  const [right] = agent === undefined ? [] : agentRights(agent, scope.settings);
  if (agent !== undefined && right === undefined) return;
  const problem =
    agent === undefined
      ? `no agent of jenkins.bitesize has the label \`${component.agent.value}\``
      : `agent \`${agent.name.value}\` has ${right}`;
  scope.report(
    diagnose(
      'request/fork-agent',
      { component: component.name.value, problem },
      spanOf(spec.forks.origin) ?? spec.$.span,
      {
        help: ['build the component on another agent: `agent: generic`', 'or write `forks: ignore`'],
      },
    ),
  );
}

/**
 * Reports what forks would get that are built like branches: secrets, claims, rights and `yaml` of the agents that they
 * may run on, and an environment, with the login of the registry that its images are pushed with.
 */
export function checkForksAsBranches(
  scope: JobScope,
  requests: LinkedRequests,
  { containers }: Pick<ComponentPlaces, 'containers'>,
): void {
  const { component, spec, environment } = requests;
  const reached = reachedAgents(component.agent.value, labelledAgents(scope.agents)).map((one) => one.spec);
  if (reached.length === 0) checkForkAgent(scope, requests, { agent: undefined, containers });
  for (const agent of reached) {
    checkForkAgent(scope, requests, { agent, containers });
    for (const secret of secretsOf(agent, containers)) reportSecret(scope, requests, secret);
    for (const { type, name } of agent.volumes) {
      if (type.value === 'persistent-claim')
        reportShared(
          scope,
          requests,
          `agent \`${agent.name.value}\` has the claim \`${name?.value}\``,
          type.origin,
        );
    }
    if (agent.yaml !== undefined)
      reportShared(scope, requests, `agent \`${agent.name.value}\` has \`yaml\``, agent.yaml.origin);
  }
  if (environment !== undefined && spec.environment !== undefined) {
    const problem = `they would be deployed to \`${environment.spec.name.value}\``;
    reportShared(scope, requests, problem, spec.environment.origin);
  }
}

const closed = 'write `forks: no-secrets`, or `ignore`';

function reportSecret(scope: JobScope, { component, spec }: LinkedRequests, secret: Sourced<string>): void {
  const parameters = { component: component.name.value, secret: secret.value };
  scope.report(
    diagnose('request/fork-secrets', parameters, spanOf(spec.forks.origin), {
      labels: labelsAt(secret.origin, 'in the pods of the agent'),
      help: [closed, 'or build the component on an agent without secrets'],
    }),
  );
}

function reportShared(
  scope: JobScope,
  { component, spec }: LinkedRequests,
  problem: string,
  origin: Origin,
): void {
  const parameters = { component: component.name.value, problem };
  scope.report(
    diagnose('request/fork-agent', parameters, spanOf(spec.forks.origin), {
      labels: labelsAt(origin, 'this'),
      help: [closed],
    }),
  );
}

function labelsAt(origin: Origin, text: string): readonly Label[] {
  const span = spanOf(origin);
  return span === undefined ? [] : [{ span, text }];
}

/** Returns the names of the Secrets that the fields of an agent put into its pods. */
function secretsOf(agent: Agent, more: ComponentPlaces['containers']): readonly Sourced<string>[] {
  const variables = [agent, ...agent.containers, ...more].flatMap(({ env }) => env);
  return distinct([
    ...variables.flatMap(({ secret }) => secret ?? []),
    ...agent.volumes.flatMap(({ type, name }) => (type.value === 'secret' ? (name ?? []) : [])),
  ]);
}

function withoutSecrets(agent: Agent, more: ComponentPlaces['containers']): Agent {
  const { yaml: _, ...plain } = agent;
  const open = (variables: readonly AgentVariable[]) =>
    variables.filter(({ secret }) => secret === undefined);
  return {
    ...plain,
    service_account: sourced(plainAccount, untrusted),
    env: open(agent.env),
    volumes: agent.volumes.filter(({ type }) => type.value === 'empty-dir' || type.value === 'config-map'),
    containers: [...agent.containers, ...more].map((container) => ({
      ...container,
      env: open(container.env),
    })),
  };
}

function withoutLogin(settings: Jenkins): Jenkins {
  const { secret: _, ...registry } = settings.registry;
  return { ...settings, registry };
}
