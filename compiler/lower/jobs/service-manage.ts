import type { PipelineJob } from '../../../jenkins/items/pipeline.ts';
import type { PipelineTrigger } from '../../../jenkins/properties/pipeline-triggers.ts';
import { appliedObjects, type EnvironmentIr } from '../../model/kubernetes/environment.ts';
import { objectName, printManifest } from '../../model/kubernetes/kubernetes-object.ts';
import { withOrigin } from '../../print/lines.ts';
import { commonOrigin, fromPolicy, fromSeveral } from '../../text/origin.ts';
import { sourced } from '../../text/sourced.ts';
import { joined, joinTexts, originsOf, plainValue } from '../../text/traced-text.ts';
import { groupBy } from '../../util/group-by.ts';
import { once } from '../../util/once.ts';
import { seedMode } from '../controller/controller-scope.ts';
import {
  applyCommand,
  documents,
  fileArgument,
  keepReplicasMethod,
  switchedServices,
  takeOverMethod,
} from './applied-files.ts';
import { appliedByServer } from './applied-rollouts.ts';
import { manageConstants } from './class-size.ts';
import { deployJobName, folderPath, type JobScope, seedJobName, serviceManageName } from './job-scope.ts';
import { namespaceLeftovers } from './namespace-leftovers.ts';
import { recipientsOf } from './notifications.ts';
import { pipelineJob } from './pipeline-job.ts';
import {
  because,
  exclusively,
  inOrder,
  inStage,
  onAgent,
  type ScriptPart,
  scriptPart,
  when,
  withNotifications,
} from './pipeline-script.ts';
import { renderScript } from './render-script.ts';
import { statementGroups } from './statement-groups.ts';

/**
 * Returns the job that applies everything of the environments but what awaits a version: Services, Ingresses,
 * claims, third-party resources, and Deployments whose version the spec names. An error in one environment does not
 * keep it from the others, and fails the job (the plugin printed errors and went on, B26). What left the specs is
 * listed, and deleted only where the settings say so.
 */
export function serviceManage(scope: JobScope): PipelineJob {
  const origin = fromSeveral(scope.environments.map((environment) => environment.origin));
  return pipelineJob(scope, {
    family: 'service_jobs',
    name: sourced(serviceManageName, origin),
    description: joined`Applies the Services, Ingresses, claims and third-party resources of ${scope.project.name}.`,
    triggers: triggers(scope),
    script: script(scope),
    constants: manageConstants(
      scope.environments.length,
      scope.environments.filter((environment) => switchedServices(environment).length > 0).length,
    ),
    origin,
  });
}

/**
 * By its schedule, and as soon as the seed job has brought new specs. On a shared controller no build may see seed jobs, so
 * that Jenkins would pass over a trigger of theirs: there the schedule alone counts.
 */
function triggers(scope: JobScope): readonly PipelineTrigger[] {
  const { schedule } = scope.settings.pipeline.service_manage;
  const found: PipelineTrigger[] = [];
  if (schedule.value.trim() !== '') found.push({ kind: 'cron', schedule, origin: schedule.origin });
  const mode = seedMode(scope.settings);
  if (mode.value !== 'repository' || scope.project.hosting !== undefined) return found;
  const job = folderPath(scope.settings) === '' ? seedJobName : `/${seedJobName}`;
  found.push({
    kind: 'upstream',
    jobs: [job],
    threshold: 'SUCCESS',
    origin: fromSeveral([mode.origin, afterSeed]),
  });
  return found;
}

const newestLast = fromPolicy('A run with older specs never applies them after a run with newer ones.');

const afterSeed = fromPolicy(
  'What changed in the specs reaches the environments without waiting for a schedule.',
);

function script(scope: JobScope): ScriptPart {
  const environments = scope.environments
    .map((environment, index) => environmentData(environment, index + 1))
    .filter(({ objects }) => objects.length > 0);
  const namespaces = [...groupBy(scope.environments, ({ namespace }) => namespace.value)].map(
    ([text, sharing], index) => {
      const namespace = sourced(
        text,
        fromSeveral(sharing.map((environment) => environment.namespace.origin)),
      );
      return {
        number: index + 1,
        label: joined`What left the specs in ${namespace}`,
        get leftovers() {
          return namespaceLeftovers(scope, namespace, sharing);
        },
        origin: fromSeveral(sharing.map(({ origin }) => origin)),
      };
    },
  );
  const applied = statementGroups('environments', '', environments, (items) =>
    scriptPart('manage-statements.groovy', { items }, ['stage', 'catchError', 'writeFile', 'sh']),
  );
  const left = statementGroups('namespaces', '', namespaces, (items) =>
    scriptPart('leftover-statements.groovy', { items }, ['sh']),
  );
  // After an error it is not known what is really left over.
  const listed = when("currentBuild.currentResult == 'SUCCESS'", inStage('What left the specs', left.calls));
  const calls = inOrder([applied.calls, listed]);
  const managed = exclusively(
    scope,
    'service-manage',
    newestLast,
    onAgent(scope, 'deploy', 'kubectl', calls),
  );
  return inOrder([
    scriptPart('head.groovy', {
      text: 'Applies what the environments are made of, but for what awaits a version.',
    }),
    withNotifications(recipientsOf(scope), managed),
    ...applied.methods,
    ...left.methods,
    ...(environments.length === 0 ? [] : [takeOverMethod()]),
    ...(environments.some(({ keep }) => keep !== undefined)
      ? [
          because(
            environments.flatMap(({ keepOrigins }) => keepOrigins),
            keepReplicasMethod(),
          ),
        ]
      : []),
    ...environments.map((data) => scriptPart('manage-environment.groovy', data)),
    ...namespaces.map((data) => scriptPart('manage-leftovers.groovy', data)),
  ]);
}

/** One environment, as its template prints it. */
function environmentData(environment: EnvironmentIr, number: number) {
  const { slug, name, namespace, origin } = environment;
  const file = name.map(() => `${slug}.yaml`);
  const switchedFile = name.map(() => `${slug}-live.yaml`);
  const switched = switchedServices(environment);
  const workloads = environment.services.filter(({ role }) => role === 'workload');
  const switchOrigin = commonOrigin(
    switched.length > 0
      ? switched.map(({ method }) => method)
      : workloads.map(({ methodOrigin }) => methodOrigin),
  );
  const switchedObjects = new Set(switched.map(({ object }) => object));
  const objects = appliedObjects(environment).filter((object) => !switchedObjects.has(object));
  const scaled = environment.services
    .flatMap(({ rollouts }) => rollouts)
    .filter(({ autoscaled, appliedBy }) => plainValue(autoscaled) && appliedBy === 'service-manage');
  const recreated = environment.services
    .flatMap(({ rollouts }) => rollouts)
    .filter((rollout) => rollout.recreated !== undefined && rollout.appliedBy === 'service-manage');
  const keepOrigins = scaled.map(({ autoscaled }) => fromSeveral(originsOf(autoscaled)));
  const applyOrigin = fromSeveral([origin, appliedByServer]);
  const live = once(() =>
    documents(switched.map(({ object, method }) => withOrigin(printManifest(object), method))),
  );
  const manifests = once(() => documents(objects.map(printManifest)));
  return {
    objects,
    number,
    name,
    namespace,
    file,
    arguments: joinTexts([file, ...(switched.length === 0 ? [] : [switchedFile])].map(fileArgument), ' '),
    get manifests() {
      return manifests();
    },
    keep:
      scaled.length === 0
        ? undefined
        : joinTexts(
            scaled.map(({ object }) => objectName(object)),
            ' ',
          ),
    keepOrigin: fromSeveral(keepOrigins),
    keepOrigins,
    apply: applyCommand(
      file,
      recreated.map(({ object }) => object),
    ),
    applyOrigin: fromSeveral([
      origin,
      ...recreated.flatMap(({ recreated: why }) => why ?? []),
      appliedByServer,
    ]),
    switchedFile,
    get switched() {
      return live();
    },
    switchOrigin,
    switchScript:
      switched.length === 0
        ? undefined
        : renderScript('switch.sh', {
            namespace,
            switched,
            apply: applyCommand(switchedFile),
            applyOrigin,
            advice: joined`Deploy a version with ${deployJobName(name)}, and run this job again.`,
          }),
    origin,
  };
}
