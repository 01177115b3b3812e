import { previewNames } from '../../link/link-requests.ts';
import type { LinkedEnvironment } from '../../link/project.ts';
import { versionParameter } from '../../link/version-parameter.ts';
import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import type { Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import { deployJobName, type JobScope, testJobName } from './job-scope.ts';
import { versionedServices } from './version-parameters.ts';

/** One environment on the way. */
export interface PromotionStop {
  /** Names its methods. */
  readonly number: number;
  readonly name: Sourced<string>;
  readonly manual: boolean;
  /** The milestone that a run passes with its approval; they rise from environment to environment. */
  readonly milestone: number;
  readonly deployJob: Sourced<string>;
  readonly services: readonly PassedVersion[];
  readonly tests: readonly { readonly job: Sourced<string>; readonly origin: Origin }[];
  readonly origin: Origin;
  readonly modeOrigin: Origin;
}

/** A version that the deploy job is given. */
interface PassedVersion {
  readonly parameter: Sourced<string>;
  readonly application: Sourced<string>;
  readonly origin: Origin;
}

/** Returns whether any environment is on the way of promotion. */
export function isPromoted({ project }: JobScope): boolean {
  const previews = previewNames(project.requests);
  return project.environments.some(({ spec }) => !previews.has(spec.name.value));
}

/** Returns the environments that a version goes through, in file order; those of pull requests are not among them. */
export function promotionStops(scope: JobScope): readonly PromotionStop[] {
  let milestone = 0;
  const previews = previewNames(scope.project.requests);
  return scope.project.environments.flatMap((linked, index) => {
    if (previews.has(linked.spec.name.value)) return [];
    const environment = scope.environments[index];
    if (linked.spec.deployment.mode.value === 'manual') milestone += 1;
    return environment === undefined
      ? []
      : [{ ...stopOf(scope, linked, environment), number: index + 1, milestone }];
  });
}

function stopOf(
  scope: JobScope,
  { spec }: LinkedEnvironment,
  environment: EnvironmentIr,
): Omit<PromotionStop, 'number' | 'milestone'> {
  return {
    name: spec.name,
    manual: spec.deployment.mode.value === 'manual',
    deployJob: deployJobName(spec.name),
    services: passedVersions(scope, environment),
    tests: spec.tests.map((test) => ({
      job: testJobName(spec.name, test.name),
      origin: test.$.origin,
    })),
    origin: spec.$.origin,
    modeOrigin: spec.deployment.mode.origin,
  };
}

/**
 * Returns the versions that a deploy job is given: a service gets that of its application, unless its own is pinned or nobody
 * builds that application.
 */
export function passedVersions(
  { applicationNames }: JobScope,
  environment: EnvironmentIr,
): readonly PassedVersion[] {
  return versionedServices(environment)
    .filter(({ application, version }) => version === undefined && applicationNames.has(application.value))
    .map(({ name, application, origin }) => ({
      parameter: name.map(versionParameter),
      application: application.map(versionParameter),
      origin,
    }));
}
