import type { PipelineJob } from '../../../jenkins/items/pipeline.ts';
import { versionParameter } from '../../link/version-parameter.ts';
import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import { digestPlaceholder, versionPlaceholder } from '../../model/kubernetes/kubernetes-object.ts';
import { commonOrigin, fromPolicy, type Origin } from '../../text/origin.ts';
import { joined, plainValue, type Valued } from '../../text/traced-text.ts';
import { chunks } from '../../util/chunks.ts';
import { deploysByDigest } from '../images/image-name.ts';
import { keepReplicasMethod, takeOverMethod } from './applied-files.ts';
import { type AppliedRollout, appliedRollouts } from './applied-rollouts.ts';
import { deployConstants } from './class-size.ts';
import { deployJobName, type JobScope } from './job-scope.ts';
import { recipientsOf } from './notifications.ts';
import { pipelineJob } from './pipeline-job.ts';
import {
  because,
  exclusively,
  fixedPart,
  ifVersions,
  inOrder,
  inStage,
  onAgent,
  type ScriptPart,
  scriptPart,
  withNotifications,
} from './pipeline-script.ts';
import { GROUP_SIZE, type StatementGroups, statementGroups } from './statement-groups.ts';
import { serviceParameters, versionedServices, versionMethod } from './version-parameters.ts';

/**
 * Returns the job that brings versions of services to an environment: checks all versions, fills them into the
 * compiled manifests, applies these, and waits until each rollout is complete; it fails when one is not (B11).
 *
 * Under blue/green it deploys to the colour that is not active, and never switches (B10): the switch is a change of
 * `active` in the spec, which `service-manage` applies to the stable Service and Ingress. Where the active colour has no
 * Deployment yet it deploys to that one, too: nobody would answer the users.
 *
 * One build at a time deploys to an environment. A lock in the script does it, not a property of the job: Job DSL
 * has that one only in its dynamic form.
 */
export function deployJob(scope: JobScope, environment: EnvironmentIr): PipelineJob {
  const targets = appliedRollouts(environment);
  return pipelineJob(scope, {
    family: 'deploy_jobs',
    name: deployJobName(environment.name),
    description: joined`Deploys versions of services to environment ${environment.name}.`,
    parameters: serviceParameters(environment),
    script: deployScript(scope, environment, targets),
    constants: deployConstants(targets.length),
    origin: environment.origin,
  });
}

function deployScript(
  scope: JobScope,
  environment: EnvironmentIr,
  targets: readonly AppliedRollout[],
): ScriptPart {
  const { name } = environment;
  const services = versionedServices(environment).map((service) => ({
    name: service.name,
    parameter: service.name.map(versionParameter),
    pinned: service.version ?? '',
    origin: service.origin,
  }));
  const versions = statementGroups('versions', 'versions', services.filter(isAwaiting), (items) =>
    scriptPart('version-statements.groovy', { items }),
  );
  const pinned = statementGroups('pinned', '', services.filter(isPinned), (items) =>
    scriptPart('pinned-statements.groovy', { items }),
  );
  const deploy = deployStages(targets, deploysByDigest(scope.project));
  const locked = exclusively(
    scope,
    joined`deploy to ${name}`,
    oneAtATime,
    onAgent(scope, 'deploy', 'kubectl', deploy.calls),
  );
  return inOrder([
    scriptPart('head.groovy', {
      text: joined`Deploys services of ${name} to the namespace ${environment.namespace}.`,
    }),
    withNotifications(
      recipientsOf(scope),
      inOrder([
        ...(services.length + targets.length === 0 ? [] : [fixedPart('versions-start.groovy')]),
        versions.calls,
        pinned.calls,
        ...deployParts(environment, targets, locked),
      ]),
    ),
    ...(services.some(isAwaiting) ? [versionMethod(scope)] : []),
    ...(services.some(isPinned) ? [fixedPart('check-pinned.groovy', ['error'])] : []),
    ...[versions, pinned, deploy].flatMap(({ methods }) => methods),
    ...(targets.length === 0 ? [] : [takeOverMethod()]),
    ...(targets.some(({ lookUp }) => lookUp !== undefined)
      ? [because(lookUpOrigins(targets), fixedPart('is-there.groovy', ['sh']))]
      : []),
    ...(targets.some(({ keep }) => keep !== undefined)
      ? [because(keepOrigins(targets), keepReplicasMethod())]
      : []),
  ]);
}

const oneAtATime = fromPolicy('Two deployments at a time would leave whichever version was applied last.');

function isAwaiting({ pinned }: { readonly pinned: Valued<string> }): boolean {
  return plainValue(pinned) === '';
}

function isPinned(service: { readonly pinned: Valued<string> }): boolean {
  return !isAwaiting(service);
}

/**
 * Everything is applied before anything is waited for: services may need each other to become ready. What differs
 * between services is data in methods that Jenkins does not transform: a class file holds about 65,000 constants, and a
 * statement that may be suspended takes ten of them, a text two.
 */
function deployStages(targets: readonly AppliedRollout[], digests: boolean): StatementGroups {
  const parts = chunks(targets, GROUP_SIZE).map((group, index) => ({
    number: index + 1,
    targets: group,
    rolling: group.filter(({ rolls }) => rolls),
    switching: group.filter(({ switches }) => switches),
    switchOrigin: commonOrigin(lookUpOrigins(group.filter(({ switches }) => switches))),
    keeps: group.some(({ keep }) => keep !== undefined) || undefined,
    keepsOrigin: commonOrigin(keepOrigins(group)),
    looks: group.some(({ lookUp }) => lookUp !== undefined) || undefined,
    looksOrigin: commonOrigin(methodOrigins(group)),
    placeholder: versionPlaceholder,
    ...(digests ? { digestPlaceholder } : {}),
  }));
  const rolling = parts.filter((part) => part.rolling.length > 0);
  const call = (text: string) => scriptPart('statement.groovy', { call: text });
  const applied = parts.map(({ number }) => call(`apply${number}(versions, applied)`));
  const waiting = inOrder([
    fixedPart('rollout-start.groovy'),
    ...rolling.map(({ number }) => call(`rollout${number}(applied, failed)`)),
    fixedPart('rollout-end.groovy', ['error']),
  ]);
  return {
    calls: inOrder([
      fixedPart('apply-start.groovy'),
      inStage('Apply', inOrder([...applied, fixedPart('apply-end.groovy')])),
      ...(rolling.length === 0 ? [] : [inStage('Rollout', waiting)]),
    ]),
    methods: parts.map((part) => scriptPart('deploy-part.groovy', part, ['writeFile', 'sh'])),
  };
}

/** Returns why an autoscaler decides on each of the Deployments for which one does. */
function keepOrigins(targets: readonly AppliedRollout[]): readonly Origin[] {
  return targets.filter(({ keep }) => keep !== undefined).map(({ keepOrigin }) => keepOrigin);
}

/** Returns why there are live colours: of the targets that are one, or where none is, of those that might be. */
function methodOrigins(targets: readonly AppliedRollout[]): readonly Origin[] {
  const live = lookUpOrigins(targets);
  if (live.length > 0) return live;
  return targets.filter(({ rollout }) => rollout !== undefined).map(({ lookUpOrigin }) => lookUpOrigin);
}

/** Returns why there is each of the live colours. */
function lookUpOrigins(targets: readonly AppliedRollout[]): readonly Origin[] {
  return targets.filter(({ lookUp }) => lookUp !== undefined).map(({ lookUpOrigin }) => lookUpOrigin);
}

/** Without a version there is nothing to do, unless the spec itself names one. */
function deployParts(
  environment: EnvironmentIr,
  targets: readonly AppliedRollout[],
  deploy: ScriptPart,
): readonly ScriptPart[] {
  if (targets.length === 0) return [fixedPart('deploy-nothing.groovy', ['echo'])];
  return targets.some(({ pinned }) => pinned) ? [deploy] : ifVersions(deploy, pinnedElsewhere(environment));
}

/** Returns why `service-manage` applies what has a version: under the other method this job would. */
function pinnedElsewhere({ services }: EnvironmentIr): Origin | undefined {
  const pinned = services
    .flatMap(({ rollouts }) => rollouts)
    .filter(({ awaitsVersion, resource }) => !awaitsVersion && resource === 'deployment');
  return commonOrigin(pinned.map(({ object }) => object.origin));
}
