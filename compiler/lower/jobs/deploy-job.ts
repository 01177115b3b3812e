import type { PipelineJob } from '../../../jenkins/items/pipeline.ts';
import { versionParameter } from '../../link/version-parameter.ts';
import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import { versionPattern } from '../../model/kubernetes/kubernetes-object.ts';
import { fromPolicy } from '../../text/origin.ts';
import { joined, plainValue, type Valued } from '../../text/traced-text.ts';
import { type AppliedRollout, appliedRollouts } from './applied-rollouts.ts';
import { deployJobName, type JobScope } from './job-scope.ts';

import { mailRecipients } from './notifications.ts';
import { pipelineJob } from './pipeline-job.ts';
import {
  exclusively,
  fixedPart,
  inOrder,
  inStage,
  onAgent,
  otherwise,
  type ScriptPart,
  scriptPart,
  when,
  withMail,
} from './pipeline-script.ts';
import { type StatementGroups, statementGroups } from './statement-groups.ts';
import { serviceParameters, versionedServices } from './version-parameters.ts';

/**
 * Returns the job that brings versions of services to an environment: checks all versions, fills them into the
 * compiled manifests, applies these, and waits until each rollout is complete; it fails when one is not (B11).
 *
 * Under blue/green it deploys to the colour that is not active, and never switches (B10): the switch is a change of
 * `active` in the spec, which `service-manage` applies to the stable Service and Ingress.
 *
 * One build at a time deploys to an environment. A lock in the script does it, not a property of the job: Job DSL
 * has that one only in its dynamic form.
 */
export function deployJob(scope: JobScope, environment: EnvironmentIr): PipelineJob {
  return pipelineJob(scope, {
    family: 'deploy_jobs',
    name: deployJobName(environment.name),
    description: joined`Deploys versions of services to environment ${environment.name}.`,
    parameters: serviceParameters(environment),
    script: deployScript(scope, environment),
    origin: environment.origin,
  });
}

function deployScript(scope: JobScope, environment: EnvironmentIr): ScriptPart {
  const { name } = environment;
  const targets = appliedRollouts(environment);
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
  const deploy = deployStages(targets);
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
    withMail(
      mailRecipients(scope),
      inOrder([
        ...(services.length === 0 ? [] : [fixedPart('versions-start.groovy')]),
        versions.calls,
        pinned.calls,
        ...deployParts(targets, locked),
      ]),
    ),
    ...(services.some(isAwaiting)
      ? [scriptPart('version-of.groovy', { pattern: versionPattern.source }, ['error'])]
      : []),
    ...(services.some(isPinned) ? [fixedPart('check-pinned.groovy', ['error'])] : []),
    ...[versions, pinned, deploy].flatMap(({ methods }) => methods),
    ...targets.map((target) => scriptPart('deploy-service.groovy', target)),
  ]);
}

const oneAtATime = fromPolicy('Two deployments at a time would leave whichever version was applied last.');

function isAwaiting({ pinned }: { readonly pinned: Valued<string> }): boolean {
  return plainValue(pinned) === '';
}

function isPinned(service: { readonly pinned: Valued<string> }): boolean {
  return !isAwaiting(service);
}

/** Everything is applied before anything is waited for: services may need each other to become ready. */
function deployStages(targets: readonly AppliedRollout[]): StatementGroups {
  const applied = statementGroups('apply', 'versions', targets, (items) =>
    scriptPart('apply-statements.groovy', { items }, ['writeFile', 'sh']),
  );
  const rolling = targets.filter(({ rollout }) => rollout !== undefined);
  const rollouts = statementGroups('rollout', 'versions, failed', rolling, (items) =>
    scriptPart('rollout-statements.groovy', { items }, ['sh', 'error']),
  );
  const waiting = inOrder([
    fixedPart('rollout-start.groovy'),
    rollouts.calls,
    fixedPart('rollout-end.groovy'),
  ]);
  return {
    calls: inOrder([
      inStage('Apply', applied.calls),
      ...(rolling.length === 0 ? [] : [inStage('Rollout', waiting)]),
    ]),
    methods: [...applied.methods, ...rollouts.methods],
  };
}

/** Without a version there is nothing to do, unless the spec itself names one. */
function deployParts(targets: readonly AppliedRollout[], deploy: ScriptPart): readonly ScriptPart[] {
  const nothing = fixedPart('deploy-nothing.groovy', ['echo']);
  if (targets.length === 0) return [nothing];
  if (targets.some(({ pinned }) => pinned)) return [deploy];
  return [when("versions.values().join('') != ''", deploy), otherwise(nothing)];
}
