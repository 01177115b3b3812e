import type { PipelineJob } from '../../../../jenkins/items/pipeline.ts';
import type { Component } from '../../../../schema/generated/located.ts';
import { commonOrigin, fromPolicy, fromSeveral } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import { joined } from '../../../text/traced-text.ts';
import { hostedLabels } from '../../hosted-names.ts';
import { checkAgent, checkLabel } from '../check-agent.ts';
import { componentConstants, componentSize } from '../class-size.ts';
import { imageJobName, type JobScope } from '../job-scope.ts';
import { checkNotifications, recipientsOf } from '../notifications.ts';
import { pipelineJob } from '../pipeline-job.ts';
import { inOrder, scriptPart, withNotifications } from '../pipeline-script.ts';
import { pushTriggers } from '../push-triggers.ts';
import { checkCachePaths, checkCacheVariables } from './component-caches.ts';
import { componentPlaces } from './component-places.ts';
import { onComponentAgent } from './component-pod.ts';
import { componentStages } from './component-stages.ts';
import { pipelineReasons } from './is-pipeline.ts';

/** Returns the job that builds a component as a pipeline: the same as the freestyle job, with steps in containers. */
export function componentPipeline(scope: JobScope, component: Component): PipelineJob {
  const { name, agent, notifications, $ } = component;
  checkNotifications(scope, notifications);
  checkAgent(scope, { noun: 'component', job: name.value, agent });
  const places = componentPlaces(scope, component, 'push');
  // A label without a pod for images is reported as that.
  if (places.containers.length === 0 && component.caches.length === 0)
    checkLabel(scope, { noun: 'component', job: name.value, agent });
  checkCacheVariables(scope, component, places);
  checkCachePaths(scope, component, places);
  const stages = componentStages(scope, component, places, 'push');
  const run = onComponentAgent(scope, component, places, 'push', stages.part);
  const about = joined`Builds component ${name} of ${scope.project.name}.`;
  // One of several reasons does not decide alone.
  const reason = commonOrigin(pipelineReasons(scope.project, component));
  const origin = reason === undefined ? $.origin : fromSeveral([reason, $.origin]);
  return pipelineJob(scope, {
    family: 'build_jobs',
    name,
    description: about,
    label: hostedLabels(scope.project, agent),
    properties: [
      { kind: 'disable-concurrent-builds', origin: oneAtATime },
      ...copyPermission(scope, component),
    ],
    triggers: pushTriggers(scope, component),
    script: inOrder([
      scriptPart('head.groovy', { text: about }),
      withNotifications(recipientsOf(scope, notifications), run.part, {
        maySkip: component.paths.length > 0,
      }),
      ...run.methods,
      ...stages.methods,
    ]),
    constants: componentConstants(componentSize(component)),
    origin,
  });
}

/** The Copy Artifact plugin asks the job whose artifacts are copied. */
function copyPermission({ project }: JobScope, component: Component): NonNullable<PipelineJob['properties']> {
  const takers = project.applications.flatMap(({ spec, files }) => {
    const taken = files.filter((file) => file.component === component);
    return taken.length === 0
      ? []
      : [
          sourced(
            imageJobName(spec.name).value,
            fromSeveral([spec.name.origin, ...taken.map((file) => file.spec.$.origin)]),
          ),
        ];
  });
  if (takers.length === 0) return [];
  const origin = fromSeveral(takers.map((taker) => taker.origin));
  return [{ kind: 'copy-artifact-permission', jobs: takers, origin }];
}

const oneAtATime = fromPolicy('An older build never publishes after a newer one.');
