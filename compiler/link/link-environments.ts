import type { Application, Environment, Service } from '../../schema/generated/located.ts';
import { serviceKind } from '../check/service-kind.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { type Sourced, sourced } from '../text/sourced.ts';
import { spanOf } from '../text/span-of.ts';
import { duplicateNames } from './duplicate-names.ts';
import { effectiveDeployment } from './effective-deployment.ts';
import { linkGists } from './link-gists.ts';
import { nameHelp } from './name-help.ts';
import type { LinkedApplication, LinkedEnvironment, LinkedService } from './project.ts';

/** What services may refer to. */
export interface LinkTargets {
  readonly project: Sourced<string>;
  readonly applications: readonly LinkedApplication[];
  /** Names in the application spec; undefined when there is none, and then no name is checked. */
  readonly declaredApplications: ReadonlySet<string> | undefined;
}

/** Returns the environments with their services linked, and what does not resolve. */
export function linkEnvironments(
  environments: readonly Environment[],
  targets: LinkTargets,
): { environments: readonly LinkedEnvironment[]; diagnostics: readonly Diagnostic[] } {
  const diagnostics = duplicateNames('environment', environments);
  const linked = environments.map((spec) => {
    diagnostics.push(...duplicateNames('service', spec.services), ...duplicateNames('test', spec.tests));
    diagnostics.push(...nextEnvironment(spec, environments), ...linkGists(spec));
    const services = spec.services.map((service) => linkService(service, spec, targets, diagnostics));
    return { spec, namespace: spec.namespace ?? defaultNamespace(spec, targets.project), services };
  });
  return { environments: linked, diagnostics };
}

/** An environment without a namespace gets one after the convention `<project>-<environment>`. */
function defaultNamespace(spec: Environment, project: Sourced<string>): Sourced<string> {
  const slug = `${project.value}-${spec.name.value}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return sourced(slug.replace(/^-+|-+$/g, '').slice(0, 63), spec.name.origin);
}

function nextEnvironment(spec: Environment, all: readonly Environment[]): Diagnostic[] {
  const next = spec.next_environment;
  if (next === undefined || all.some(({ name }) => name.value === next.value)) return [];
  const parameters = { environment: spec.name.value, next: next.value };
  return [
    diagnose(
      'link/unknown-environment',
      parameters,
      spanOf(next.origin),
      nameHelp(next.value, all, 'environment'),
    ),
  ];
}

function linkService(
  spec: Service,
  environment: Environment,
  targets: LinkTargets,
  diagnostics: Diagnostic[],
): LinkedService {
  const kind = serviceKind(spec);
  const applicationName = spec.application ?? spec.name;
  const application = targets.applications.find(
    (candidate) => candidate.spec.name.value === applicationName.value,
  );
  const unknown =
    application === undefined && targets.declaredApplications?.has(applicationName.value) === false;
  if (kind !== 'third-party' && unknown) {
    const parameters = { service: spec.name.value, application: applicationName.value };
    const candidates: Application[] = targets.applications.map((candidate) => candidate.spec);
    diagnostics.push(
      diagnose(
        'link/unknown-application',
        parameters,
        spanOf(applicationName.origin),
        nameHelp(applicationName.value, candidates, 'application'),
      ),
    );
  }
  const deployment = effectiveDeployment(spec, environment);
  diagnostics.push(...deployment.diagnostics);
  return {
    kind,
    spec,
    applicationName,
    ...(kind !== 'third-party' && application !== undefined ? { application } : {}),
    deployment: deployment.value,
  };
}
