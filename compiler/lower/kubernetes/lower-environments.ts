import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Project } from '../../link/project.ts';
import { type EnvironmentIr, type PodLevel, podSecurityLabel } from '../../model/kubernetes/environment.ts';
import type { KubernetesObject } from '../../model/kubernetes/kubernetes-object.ts';
import type { Sourced } from '../../text/sourced.ts';
import { slug } from '../../util/slug.ts';
import { type Lowered, noFiles, type RepositoryTexts } from '../lowered.ts';
import { checkCertificates } from './check-certificates.ts';
import { checkCustomResources } from './check-custom-resources.ts';
import { checkObjects } from './check-objects.ts';
import { claims } from './claims.ts';
import { gistObjects } from './gists.ts';
import { projectLabels } from './labels.ts';
import { lowerService } from './lower-service.ts';
import { objectFile } from './namespaced-object.ts';
import { checkUsers, namespaceLevel } from './pod-security.ts';
import type { Scope } from './scope.ts';

/**
 * Returns what each environment of a project is made of on Kubernetes, in the order of promotion. `files` are those
 * that gists name.
 */
export function lowerEnvironments(
  project: Project,
  files: RepositoryTexts = noFiles,
): Lowered<readonly EnvironmentIr[]> {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => void diagnostics.push(diagnostic);
  const value = project.environments.map((environment) =>
    lowerEnvironment({ project, environment, slug: slug(environment.spec.name.value), files, report }),
  );
  checkObjects(value, report);
  checkCertificates(value, report);
  checkCustomResources(value, project.settings.environments.custom_resources, report);
  return { value, diagnostics };
}

/** Returns what an environment is made of on Kubernetes. */
function lowerEnvironment(scope: Scope): EnvironmentIr {
  const { spec, namespace, services } = scope.environment;
  checkUsers(scope);
  const level = namespaceLevel(scope);
  const own = namespaceObject(scope, level);
  return {
    kind: 'environment',
    name: spec.name,
    slug: scope.slug,
    namespace,
    ...(level === undefined ? {} : { podSecurity: level }),
    shared: [...(own === undefined ? [] : [own]), ...gistObjects(scope), ...claims(scope)],
    services: services.map((service) => lowerService(scope, service)),
    origin: spec.$.origin,
  };
}

/** Returns the Namespace of an environment, where the settings ask for it: elsewhere it is made by somebody else. */
function namespaceObject(scope: Scope, level: Sourced<PodLevel> | undefined): KubernetesObject | undefined {
  const { create_namespaces: wanted } = scope.project.settings.environments;
  if (!wanted.value) return undefined;
  const name = scope.environment.namespace;
  return {
    kind: 'kubernetes-object',
    id: { apiVersion: 'v1', kind: 'Namespace', name: name.value },
    file: objectFile('v1', 'Namespace', name.value),
    comments: [],
    manifest: {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { ...projectLabels(scope), [podSecurityLabel]: level } },
    },
    origin: wanted.origin,
  };
}
