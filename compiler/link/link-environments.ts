import type { Application, Environment, Service, Volume } from '../../schema/generated/located.ts';
import { besideImage, serviceKind } from '../check/service-fields.ts';
import { diagnose } from '../diagnostics/diagnose.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { fromSeveral, spanOf } from '../text/origin.ts';
import { type Sourced, sourced } from '../text/sourced.ts';
import type { SuggestionAllowance } from '../util/suggestion.ts';
import { duplicateNames, nameHelp } from './names.ts';
import type {
  Colour,
  EffectiveDeployment,
  LinkedApplication,
  LinkedEnvironment,
  LinkedService,
} from './project.ts';

/** What services may refer to. */
export interface LinkTargets {
  readonly project: Sourced<string>;
  readonly applications: readonly LinkedApplication[];
  /** Names in the application spec; undefined when there is none, and then no name is checked. */
  readonly declaredApplications: ReadonlySet<string> | undefined;
  /** What may be spent on looking for the names that were meant. */
  readonly allowance: SuggestionAllowance;
}

/** What is looked up for every service or environment, made once. */
interface Names {
  readonly applications: ReadonlyMap<string, LinkedApplication>;
  readonly applicationSpecs: readonly Application[];
  readonly environments: ReadonlySet<string>;
}

/** Returns the environments with their services linked, and what does not resolve. */
export function linkEnvironments(
  environments: readonly Environment[],
  targets: LinkTargets,
): { environments: readonly LinkedEnvironment[]; diagnostics: readonly Diagnostic[] } {
  const names = namesOf(environments, targets);
  const found: (readonly Diagnostic[])[] = [duplicateNames('environment', environments)];
  const linked = environments.map((spec) => {
    found.push(duplicateNames('service', spec.services), duplicateNames('test', spec.tests));
    found.push(nextEnvironment(spec, environments, names, targets.allowance), linkGists(spec));
    const services = spec.services.map((service) => linkService(service, spec, targets, names, found));
    return { spec, namespace: spec.namespace ?? defaultNamespace(spec, targets.project), services };
  });
  return { environments: linked, diagnostics: found.flat() };
}

/** Of several applications with one name the first counts, as for whoever reads the file. */
function namesOf(environments: readonly Environment[], { applications }: LinkTargets): Names {
  const byName = new Map<string, LinkedApplication>();
  for (const application of applications) {
    const name = application.spec.name.value;
    if (!byName.has(name)) byName.set(name, application);
  }
  return {
    applications: byName,
    applicationSpecs: applications.map(({ spec }) => spec),
    environments: new Set(environments.map(({ name }) => name.value)),
  };
}

/** An environment without a namespace gets one after the convention `<project>-<environment>`. */
function defaultNamespace(spec: Environment, project: Sourced<string>): Sourced<string> {
  const slug = `${project.value}-${spec.name.value}`.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return sourced(slug.replace(/^-+|-+$/g, '').slice(0, 63), fromSeveral([spec.name.origin, project.origin]));
}

function nextEnvironment(
  spec: Environment,
  all: readonly Environment[],
  { environments }: Names,
  allowance: SuggestionAllowance,
): Diagnostic[] {
  const next = spec.next_environment;
  if (next === undefined || environments.has(next.value)) return [];
  const parameters = { environment: spec.name.value, next: next.value };
  return [
    diagnose(
      'link/unknown-environment',
      parameters,
      spanOf(next.origin),
      nameHelp(next.value, all, 'environment', allowance),
    ),
  ];
}

function linkService(
  written: Service,
  environment: Environment,
  targets: LinkTargets,
  names: Names,
  found: (readonly Diagnostic[])[],
): LinkedService {
  const kind = serviceKind(written);
  const { image, ...withoutImage } = written;
  const spec: Service = image === undefined || besideImage(written) === undefined ? written : withoutImage;
  const applicationName = spec.application ?? spec.name;
  const application = names.applications.get(applicationName.value);
  const unknown =
    application === undefined && targets.declaredApplications?.has(applicationName.value) === false;
  // A field that nobody knows may have been meant as `application`.
  const isSure = spec.application !== undefined || !spec.$.hasUnknown;
  if (kind !== 'third-party' && !spec.$.fields.has('image') && unknown && isSure) {
    const parameters = { service: spec.name.value, application: applicationName.value };
    const help = nameHelp(applicationName.value, names.applicationSpecs, 'application', targets.allowance);
    found.push([diagnose('link/unknown-application', parameters, spanOf(applicationName.origin), help)]);
  }
  const deployment = effectiveDeployment(spec, environment);
  found.push(deployment.diagnostics);
  return {
    kind,
    spec,
    applicationName,
    ...(kind !== 'third-party' && spec.image === undefined && application !== undefined
      ? { application }
      : {}),
    deployment: deployment.value,
  };
}

/**
 * Returns a finding for every config-map volume that no gist of its environment fills. An environment without any
 * gist is left alone: its ConfigMaps are made elsewhere.
 */
function linkGists(environment: Environment): Diagnostic[] {
  const gists = environment.gists;
  if (gists.length === 0 || gists.some((gist) => gist.name === undefined)) return [];
  const names = new Set(gists.map((gist) => gist.name?.value));
  return volumesOf(environment)
    .filter((volume) => volume.type.value.toLowerCase() === 'configmap' && !names.has(volume.name.value))
    .map((volume) =>
      diagnose('link/unknown-gist', { volume: volume.name.value }, spanOf(volume.name.origin), {
        help: 'add a gist with this name to the environment, or correct the name',
      }),
    );
}

function volumesOf(environment: Environment): Volume[] {
  return environment.services.flatMap((service) => [
    ...service.volumes,
    ...service.init_containers.flatMap((container) => container.volumes),
  ]);
}

/**
 * Returns how a service is deployed: its own `deployment` over that of its environment over the defaults, field by
 * field. Plugin 5.1.1 inherited the environment's; the operator read only the service's.
 */
function effectiveDeployment(
  service: Service,
  environment: Environment,
): { value: EffectiveDeployment; diagnostics: readonly Diagnostic[] } {
  const own = service.deployment;
  const inherited = environment.deployment;
  // A public image has no versions of the project, so it has no colours to switch between.
  const inheritedMethod = service.image === undefined ? written(inherited.method) : undefined;
  const method = written(own?.method) ?? inheritedMethod ?? sourced('', inherited.$.origin);
  const effective = method.map(
    (name) => (name === 'bluegreen' ? 'bluegreen' : 'rolling-upgrade') as EffectiveMethod,
  );
  const active = colour(written(own?.active) ?? written(inherited.active));
  const value: EffectiveDeployment = {
    method: effective,
    ...(active === undefined ? {} : { active }),
    timeout: own?.timeout ?? inherited.timeout,
    customUrls: { blue: own?.custom_urls?.blue ?? [], green: own?.custom_urls?.green ?? [] },
  };
  // A colour that is written and no colour is reported already.
  const hasColour = active !== undefined || own?.$.fields.has('active') || inherited.$.fields.has('active');
  const needsColour = effective.value === 'bluegreen' && !hasColour && serviceKind(service) === 'workload';
  return { value, diagnostics: needsColour ? [noActiveColour(service, method)] : [] };
}

type EffectiveMethod = 'rolling-upgrade' | 'bluegreen';

/** An empty text was accepted by the engines and means that nothing was chosen. */
function written<T extends string>(value: Sourced<T> | undefined): Sourced<T> | undefined {
  return value === undefined || value.value === '' ? undefined : value;
}

function colour(value: Sourced<string> | undefined): Sourced<Colour> | undefined {
  if (value?.value === 'blue') return sourced('blue', value.origin);
  return value?.value === 'green' ? sourced('green', value.origin) : undefined;
}

function noActiveColour(service: Service, method: Sourced<string>): Diagnostic {
  const at = spanOf(method.origin) ?? spanOf(service.name.origin);
  const own = spanOf(service.name.origin);
  return diagnose('link/no-active-colour', { service: service.name.value }, at, {
    labels: own === undefined ? [] : [{ span: own, text: 'deployed by it' }],
    help: 'add `active: blue` (or `green`) beside `method: bluegreen`',
  });
}
