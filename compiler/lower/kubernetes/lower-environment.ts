import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import { claims } from './claims.ts';
import { gistObjects } from './gists.ts';
import { lowerService } from './lower-service.ts';
import { namespaceObject } from './namespace.ts';
import type { Scope } from './scope.ts';

/** Returns what an environment is made of on Kubernetes. */
export function lowerEnvironment(scope: Scope): EnvironmentIr {
  const { spec, namespace, services } = scope.environment;
  const own = namespaceObject(scope);
  return {
    kind: 'environment',
    name: spec.name,
    slug: scope.slug,
    namespace,
    shared: [...(own === undefined ? [] : [own]), ...gistObjects(scope), ...claims(scope)],
    services: services.map((service) => lowerService(scope, service)),
    origin: spec.$.origin,
  };
}
