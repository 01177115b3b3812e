import { versionParameter } from '../../../link/version-parameter.ts';
import type { PipelineJob } from '../../items/pipeline.ts';
import type { EnvironmentIr } from '../../kubernetes/environment.ts';
import { versionPattern } from '../../kubernetes/version-placeholder.ts';
import { deployTargets } from './deploy-targets.ts';
import { deployJobName } from './job-names.ts';
import type { JobScope } from './job-scope.ts';
import { lockName } from './lock-name.ts';
import { mailRecipients } from './notifications.ts';
import { pipelineJob } from './pipeline-job.ts';
import {
  exclusively,
  inOrder,
  onAgent,
  otherwise,
  type ScriptPart,
  scriptPart,
  when,
  withMail,
} from './pipeline-script.ts';
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
    description: `Deploys versions of services to environment ${environment.name.value}.`,
    parameters: serviceParameters(environment),
    script: deployScript(scope, environment),
    origin: environment.origin,
  });
}

function deployScript(scope: JobScope, environment: EnvironmentIr): ScriptPart {
  const name = environment.name.value;
  const targets = deployTargets(environment);
  const services = versionedServices(environment).map((service) => ({
    name: service.name.value,
    parameter: versionParameter(service.name.value),
    pinned: service.version?.value ?? '',
    origin: service.origin,
  }));
  const awaiting = services.filter(({ pinned }) => pinned === '');
  const pinned = services.filter((service) => service.pinned !== '');
  const rollouts = targets.filter(({ rollout }) => rollout !== undefined);
  const deploy = scriptPart('deploy-body.groovy', { targets, rollouts, waits: rollouts.length > 0 }, [
    'stage',
    'writeFile',
    'sh',
    'error',
  ]);
  const locked = exclusively(
    lockName(scope, `deploy to ${name}`),
    onAgent(scope, 'deploy', 'kubectl', deploy),
  );
  return inOrder([
    scriptPart('head.groovy', {
      text: `Deploys services of ${name} to the namespace ${environment.namespace.value}.`,
    }),
    withMail(
      mailRecipients(scope),
      inOrder([scriptPart('deploy-versions.groovy', { awaiting, pinned }), ...deployParts(targets, locked)]),
    ),
    ...(awaiting.length === 0
      ? []
      : [scriptPart('version-of.groovy', { pattern: versionPattern.source }, ['error'])]),
    ...(pinned.length === 0 ? [] : [scriptPart('check-pinned.groovy', {}, ['error'])]),
    ...targets.map((target) => scriptPart('deploy-service.groovy', target)),
  ]);
}

/** Without a version there is nothing to do, unless the spec itself names one. */
function deployParts(targets: ReturnType<typeof deployTargets>, deploy: ScriptPart): readonly ScriptPart[] {
  const nothing = scriptPart('deploy-nothing.groovy', {}, ['echo']);
  if (targets.length === 0) return [nothing];
  if (targets.some(({ pinned }) => pinned)) return [deploy];
  return [when("versions.values().join('') != ''", deploy), otherwise(nothing)];
}
