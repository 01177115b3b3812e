import type { Agent, AgentContainer, Component } from '../../../../schema/generated/located.ts';
import { groovyLiteral } from '../../../print/groovy-literal.ts';
import { printYaml } from '../../../print/yaml.ts';
import { commonOrigin } from '../../../text/origin.ts';
import { joined, mapValue, type Traceable } from '../../../text/traced-text.ts';
import { agentPod } from '../../controller/agents/agent-pod.ts';
import { isPrivileged } from '../../controller/agents/agent-rights.ts';
import { mergePod } from '../../controller/agents/merge-pod.ts';
import { readPod } from '../../controller/agents/read-pod.ts';
import { controllerNames } from '../../controller/controller-names.ts';
import { agentCloud, hostedLabels } from '../../hosted-names.ts';
import type { JobScope } from '../job-scope.ts';
import { onNode, type ScriptPart, scriptPart, within } from '../pipeline-script.ts';
import { cachedPod } from './component-caches.ts';
import type { BuildPurpose, ComponentPlaces } from './component-places.ts';

/** A part of a script, and the methods that it calls. */
export interface ScriptWithMethods {
  readonly part: ScriptPart;
  readonly methods: readonly ScriptPart[];
}

/**
 * Returns a part that runs on the agent of a component: on any with its label, or, where steps name images or
 * folders are kept, in a pod of its own. That is the pod of the agent with one container more for each image. It stands in the script whole, so
 * that nothing else in Jenkins changes with an image.
 */
export function onComponentAgent(
  scope: JobScope,
  component: Component,
  places: ComponentPlaces,
  purpose: BuildPurpose,
  part: ScriptPart,
): ScriptWithMethods {
  const { agent, containers } = places;
  // Whoever opens a pull request could leave in a cache what the builds of the branch then take.
  const caches = purpose === 'push' ? component.caches : [];
  if (agent === undefined || (containers.length === 0 && caches.length === 0))
    return {
      part: onNode(hostedLabels(scope.project, component.agent).map(groovyLiteral), part),
      methods: [],
    };
  const namespace = isPrivileged(agent, scope.settings)
    ? joined`namespace: ${mapValue(controllerNames(scope.project).privilegedNamespace, groovyLiteral)}, `
    : '';
  const head = joined`podTemplate(cloud: ${mapValue(agentCloud(scope.project), groovyLiteral)}, ${namespace}yaml: pod())`;
  const origin = commonOrigin([
    ...containers.map(({ image }) => image.origin),
    ...caches.map((each) => each.origin),
  ]);
  return {
    part: within(head, ['podTemplate'], onNode('POD_LABEL', part), origin),
    methods: [
      scriptPart('pod-method.groovy', {
        about: joined`The pod of agent ${agent.name}, with what the steps need besides.`,
        pod: printYaml(
          caches.length === 0
            ? podWith(scope, agent, containers)
            : podWith(
                scope,
                agent,
                containers,
                cachedPod(
                  component,
                  places,
                  controllerNames(scope.project).cacheClaim,
                  scope.settings.caches,
                ),
              ),
        ),
      }),
    ],
  };
}

/** Returns the pod of an agent with more containers, and something laid over it. What is wrong with its `yaml` is told where the agent is made. */
function podWith(
  scope: JobScope,
  agent: Agent,
  more: readonly AgentContainer[],
  besides: Traceable = {},
): Traceable {
  const all = agentPod({ ...agent, containers: [...agent.containers, ...more] }, scope.settings);
  const pod = mergePod(all, besides);
  const over = agent.yaml === undefined ? undefined : readPod(agent.yaml).pod;
  return over === undefined ? pod : mergePod(pod, over);
}
