import type { PipelineJob } from '../../../../jenkins/items/pipeline.ts';
import type { Component } from '../../../../schema/generated/located.ts';
import { fromPolicy, fromSeveral } from '../../../text/origin.ts';
import { joined } from '../../../text/traced-text.ts';
import { checkAgent, checkLabel } from '../check-agent.ts';
import { componentConstants } from '../class-size.ts';
import { pushTriggers } from '../job-parts.ts';
import type { JobScope } from '../job-scope.ts';
import { checkNotifications, mailRecipients } from '../notifications.ts';
import { pipelineJob } from '../pipeline-job.ts';
import { inOrder, scriptPart, withMail } from '../pipeline-script.ts';
import { checkCacheVariables } from './component-caches.ts';
import { componentPlaces } from './component-places.ts';
import { onComponentAgent } from './component-pod.ts';
import { componentStages } from './component-stages.ts';
import { pipelineReasons } from './is-pipeline.ts';

/** Returns the job that builds a component as a pipeline: the same as the freestyle job, with steps in containers. */
export function componentPipeline(scope: JobScope, component: Component): PipelineJob {
  const { name, agent, repository, notifications, $ } = component;
  checkNotifications(scope, notifications);
  checkAgent(scope, { noun: 'component', job: name.value, agent });
  const places = componentPlaces(scope, component);
  // A label without a pod for images is reported as that.
  if (places.containers.length === 0 && component.caches.length === 0)
    checkLabel(scope, { noun: 'component', job: name.value, agent });
  checkCacheVariables(scope, component, places);
  const stages = componentStages(scope, component, places, 'push');
  const run = onComponentAgent(scope, component, places, 'push', stages.part);
  const scripts = component.build.filter(({ shell }) => shell?.value.trim().includes('\n')).length;
  const about = joined`Builds component ${name} of ${scope.project.name}.`;
  const origin = fromSeveral([...pipelineReasons(scope.project, component), $.origin]);
  return pipelineJob(scope, {
    family: 'build_jobs',
    name,
    description: about,
    label: agent,
    properties: [{ kind: 'disable-concurrent-builds', origin: oneAtATime }],
    triggers: repository === undefined ? [] : pushTriggers(scope.settings.pipeline, repository.git),
    script: inOrder([
      scriptPart('head.groovy', { text: about }),
      withMail(mailRecipients(scope, notifications), run.part),
      ...run.methods,
      ...stages.methods,
    ]),
    constants: componentConstants({
      steps: component.build.length - scripts,
      scripts,
      variables: component.env.length,
      artifacts: component.artifacts.length,
    }),
    origin,
  });
}

const oneAtATime = fromPolicy('An older build never publishes after a newer one.');
