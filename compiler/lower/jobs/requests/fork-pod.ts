import type { Agent, AgentVariable, Jenkins } from '../../../../schema/generated/located.ts';
import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { LinkedRequests } from '../../../link/project.ts';
import { groovyLiteral } from '../../../print/groovy-literal.ts';
import { printYaml } from '../../../print/yaml.ts';
import { fromPolicy, fromSeveral, spanOf } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import { joined, mapValue } from '../../../text/traced-text.ts';
import { agentPod } from '../../controller/agents/agent-pod.ts';
import { agentRights, plainAccount } from '../../controller/agents/agent-rights.ts';
import { agentCloud } from '../../controller/controller-names.ts';
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
      joined`podTemplate(cloud: ${mapValue(agentCloud, groovyLiteral)}, yaml: forkPod())`,
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
  { agent }: ComponentPlaces,
): void {
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
