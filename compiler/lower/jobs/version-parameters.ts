import type { StringParameter } from '../../../jenkins/parameters/simple-parameters.ts';
import { versionParameter } from '../../link/version-parameter.ts';
import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import { digestVersionPattern, versionPattern } from '../../model/kubernetes/kubernetes-object.ts';
import type { ServiceIr } from '../../model/kubernetes/service.ts';
import { joined } from '../../text/traced-text.ts';
import { once } from '../../util/once.ts';
import { deploysByDigest } from '../images/image-name.ts';
import type { JobScope } from './job-scope.ts';
import { type ScriptPart, scriptPart } from './pipeline-script.ts';

/** Returns the parameters of `environment-pipeline`: the version of each application. */
export function applicationParameters({ project }: JobScope): readonly StringParameter[] {
  return project.applications.map(({ spec: { name, $ } }) => ({
    kind: 'string',
    name: name.map(versionParameter),
    defaultValue: '',
    description: joined`Version of ${name} to deploy. Empty to keep the same`,
    origin: $.origin,
  }));
}

/** Returns the parameters of `<environment>-deploy`: the version of each service that runs an image. */
export function serviceParameters(environment: EnvironmentIr): readonly StringParameter[] {
  return versionedServices(environment).map(({ name, version, origin }) => ({
    kind: 'string',
    name: name.map(versionParameter),
    defaultValue: '',
    description:
      version === undefined
        ? 'Version to deploy. Empty to keep the same'
        : joined`The spec says ${version}. Empty to keep the same`,
    origin,
  }));
}

/**
 * Returns the services whose version is a matter of this project: all workloads but those with a public image, and the
 * CronJobs that run an image of the project without naming its version.
 */
export function versionedServices({ services }: EnvironmentIr): readonly ServiceIr[] {
  return services.filter(
    ({ role, image, rollouts }) =>
      image === undefined && (role === 'workload' || rollouts.some(({ awaitsVersion }) => awaitsVersion)),
  );
}

/** Returns the method `versionOf(parameter)` of a script, which refuses what is no version; a digest may follow one. */
export function versionMethod({ project }: JobScope): ScriptPart {
  return deploysByDigest(project) ? digestVersionMethod() : plainVersionMethod();
}

const plainVersionMethod = once(() => versionMethodFor(versionPattern));
const digestVersionMethod = once(() => versionMethodFor(digestVersionPattern));

function versionMethodFor({ source }: RegExp): ScriptPart {
  return scriptPart('version-of.groovy', { pattern: source }, ['error']);
}
