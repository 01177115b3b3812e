import { previewNames } from '../../../link/link-requests.ts';
import type { LinkedApplication } from '../../../link/project.ts';
import { versionParameter } from '../../../link/version-parameter.ts';
import type { EnvironmentIr } from '../../../model/kubernetes/environment.ts';
import { fromPolicy } from '../../../text/origin.ts';
import { joined, type Valued } from '../../../text/traced-text.ts';
import { groupBy } from '../../../util/group-by.ts';
import { deployJobName, type JobScope } from '../job-scope.ts';
import { inOrder, inStage, type ScriptPart, scriptPart, unlessTaken } from '../pipeline-script.ts';
import { passedVersions } from '../promotion-stops.ts';

const keptWhole = fromPolicy(
  'A pull request brings the images of one component: the others in its environment are those of the last push.',
);

/**
 * Returns the stages that bring the image of a push to the environments of pull requests, `version` being Groovy: a pull
 * request replaces only what it changes. While one is tried there, its environment stays as it is.
 */
export function previewOfPush(
  scope: JobScope,
  { spec }: LinkedApplication,
  version: Valued<string>,
): readonly ScriptPart[] {
  const previews = previewNames(scope.project.requests);
  return scope.environments
    .filter(({ name }) => previews.has(name.value))
    .flatMap((environment) => {
      const services = servicesOf(scope, environment)
        .get(versionParameter(spec.name.value))
        ?.map(({ parameter, origin }) => ({ parameter, version, origin }));
      if (services === undefined) return [];
      const { name } = environment;
      const deploy = scriptPart('preview-deploy.groovy', { job: deployJobName(name), services }, ['build']);
      return [inStage(name, inOrder([unlessTaken(scope, name, keptWhole, deploy)]), environment.origin)];
    });
}

type Services = ReadonlyMap<string, ReturnType<typeof passedVersions>>;

/** Every image of a project asks. */
const known = new WeakMap<EnvironmentIr, Services>();

/** Returns the services of an environment by the parameter of their application. */
function servicesOf(scope: JobScope, environment: EnvironmentIr): Services {
  const services =
    known.get(environment) ??
    groupBy(passedVersions(scope, environment), ({ application }) => application.value);
  known.set(environment, services);
  return services;
}

/** Groovy for the version that a job with a Dockerfile of a repository hands over. */
export const versionByDigest = "commit.substring(0, 12) + '@' + digest";

/** Groovy for the version that a job with a compiled Dockerfile hands over. */
export function versionOfBuild(version: Valued<string>): Valued<string> {
  return joined`${version} + '-' + env.BUILD_NUMBER`;
}
