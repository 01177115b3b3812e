import type { Service } from '../../../schema/generated/located.ts';
import { unusedFields } from '../../check/field-uses.ts';
import { containersOf } from '../../check/rules/support/each-service.ts';
import { serviceFields, serviceRole } from '../../check/service-fields.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { LinkedService } from '../../link/project.ts';
import { versionPattern } from '../../model/kubernetes/kubernetes-object.ts';
import { spanOf } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import { annotationKeyProblem, labelValueProblem } from '../../util/kubernetes-label.ts';
import { parseQuantity } from '../../util/quantity.ts';
import { checkImageName } from '../images/image-name.ts';
import { checkAutoscaler } from './autoscaler.ts';
import { checkBackend } from './backend.ts';
import { checkIngressClass } from './ingress.ts';
import { checkMesh } from './mesh.ts';
import { colourVariable } from './pod.ts';
import { type Scope, servicePorts, workloadNamed, written } from './scope.ts';
import { isBlueGreen, stableVariant } from './variant.ts';
import { pinnedVersion } from './version.ts';

/** Reports what becomes a label, and is none: the project and the application. */
function checkLabels(scope: Scope, { applicationName }: LinkedService): void {
  for (const label of [scope.project.name, applicationName]) {
    if (labelValueProblem(label.value) === undefined) continue;
    scope.report(
      diagnose('kubernetes/label', { value: label.value }, spanOf(label.origin), {
        help: 'use up to 63 letters, digits, `.`, `_` and `-`, with a letter or digit at both ends',
      }),
    );
  }
}

/** Reports annotations of the pods with a name that is none, or that stands twice. */
function checkAnnotations(scope: Scope, { spec }: LinkedService): void {
  const known = new Set<string>();
  for (const { name } of spec.annotations) {
    const problem = known.has(name.value)
      ? 'it stands twice'
      : annotationKeyProblem(name.value) === undefined
        ? undefined
        : 'it is no name of an annotation';
    known.add(name.value);
    if (problem === undefined) continue;
    scope.report(
      diagnose('kubernetes/annotation', { name: name.value, problem }, spanOf(name.origin), {
        help: 'write each annotation once, with a name such as `prometheus.io/scrape`',
      }),
    );
  }
}

/** Reports what a service asks for and Kubernetes cannot be told, beyond what a rule sees in the spec alone. */
export function checkService(scope: Scope, service: LinkedService): void {
  checkUnusedFields(scope, service);
  if (service.kind === 'third-party') return;
  checkImageName([scope.project.name, ...applicationsOf(service)], scope.report);
  checkLabels(scope, service);
  checkAnnotations(scope, service);
  checkVersions(scope, service);
  checkLimits(scope, service.spec);
  if (service.kind !== 'workload') return;
  const stable = stableVariant(service);
  if (stable.hosts.length > 0) {
    checkBackend(scope, stable);
    checkIngressClass(scope, service.spec);
  }
  checkAutoscaler(scope, service.spec);
  checkSelector(scope, service);
  checkMesh(scope, stable);
  checkColourHosts(scope, service);
  checkColourVariable(scope, service);
}

/** The applications whose images a service runs. */
function applicationsOf({ applicationName, spec }: LinkedService): readonly Sourced<string>[] {
  return [applicationName, ...spec.init_containers.map(({ application, name }) => application ?? name)];
}

function checkVersions(scope: Scope, { spec }: LinkedService): void {
  for (const version of [spec.version, ...spec.init_containers.map((container) => container.version)]) {
    const pinned = pinnedVersion(version);
    if (pinned === undefined || versionPattern.test(pinned.value)) continue;
    scope.report(
      diagnose('kubernetes/version', { version: pinned.value }, spanOf(pinned.origin), {
        help: 'use up to 63 letters, digits, `.`, `_` and `-`, with a letter or digit at both ends',
      }),
    );
  }
}

/** Pods of a colour are told it in a variable, and a list has room for one of that name. */
function checkColourVariable(scope: Scope, service: LinkedService): void {
  if (!isBlueGreen(service)) return;
  for (const { env } of containersOf(service.spec)) {
    for (const { name, secret } of env) {
      const given = secret ?? name;
      if (given?.value !== colourVariable) continue;
      scope.report(
        diagnose('check/repeated-variable', { name: colourVariable }, spanOf(given.origin), {
          help: 'remove it: the pods of a colour are told theirs in this variable',
        }),
      );
    }
  }
}

/** A host gets its colour after the first part, which a wildcard does not have. */
function checkColourHosts(scope: Scope, service: LinkedService): void {
  const { blue, green } = service.deployment.customUrls;
  if (!isBlueGreen(service) || (blue.length > 0 && green.length > 0)) return;
  for (const host of service.spec.external_url) {
    if (!host.value.startsWith('*')) continue;
    scope.report(
      diagnose('kubernetes/wildcard-colour', { host: host.value }, spanOf(host.origin), {
        help: 'add `custom_urls` with hosts for `blue` and `green` to the deployment of the service',
      }),
    );
  }
}

/** Reports fields of a service that mean something only for another kind of service. */
function checkUnusedFields(scope: Scope, { spec }: LinkedService): void {
  const unused = new Set(unusedFields(serviceFields, serviceRole(spec)));
  const type = spec.type?.value ?? '';
  const role = type === '' ? 'a service without a type' : `a service of type \`${type}\``;
  for (const [field, place] of spec.$.fields) {
    if (!unused.has(field)) continue;
    scope.report(
      diagnose('kubernetes/unused-field', { field, role }, place.key, {
        help: `remove it${field === 'options' ? '' : ', or correct `type`'}`,
      }),
    );
  }
}

/** Reports a `selector` that selects no pods of the environment, or pods that do not listen on the ports. */
function checkSelector(scope: Scope, { spec }: LinkedService): void {
  const { selector } = spec;
  if (selector === undefined || selector.value === '') return;
  const other = workloadNamed(scope, selector.value);
  if (other === undefined) {
    scope.report(
      diagnose('kubernetes/unknown-selector', { selector: selector.value }, spanOf(selector.origin), {
        help: 'name a service of the same environment that runs an image, or remove `selector`',
      }),
    );
    return;
  }
  const open = new Set(servicePorts(other.spec).map(({ value }) => value));
  for (const port of servicePorts(spec)) {
    if (open.has(port.value)) continue;
    const parameters = { port: port.value, service: other.spec.name.value };
    scope.report(
      diagnose('kubernetes/unreached-port', parameters, spanOf(port.origin) ?? spanOf(selector.origin), {
        help: `add the port to service \`${other.spec.name.value}\`, or remove it here`,
      }),
    );
  }
}

/** Reports what is above the bounds of the settings: pods, CPU and memory. The operator had them as variables. */
function checkLimits(scope: Scope, service: Service): void {
  const { max_replicas, max_cpu, max_memory } = scope.project.settings.limits;
  const { replicas, hpa, limits, requests } = service;
  const counts: readonly (readonly [string, Sourced<number> | undefined])[] = [
    ['replicas', written(replicas)],
    ['hpa.min_replicas', hpa?.min_replicas],
    ['hpa.max_replicas', hpa?.max_replicas],
  ];
  for (const [field, count] of counts) {
    if (count === undefined || count.value <= max_replicas.value) continue;
    report(scope, field, count, max_replicas, 'max_replicas');
  }
  const amounts: readonly (readonly [string, Sourced<string> | undefined, 'max_cpu' | 'max_memory'])[] = [
    ['limits.cpu', limits?.cpu, 'max_cpu'],
    ['requests.cpu', requests?.cpu, 'max_cpu'],
    ['limits.memory', limits?.memory, 'max_memory'],
    ['requests.memory', requests?.memory, 'max_memory'],
  ];
  const bounds = { max_cpu, max_memory };
  for (const [field, amount, setting] of amounts) {
    if (amount === undefined) continue;
    const value = parseQuantity(amount.value);
    const bound = parseQuantity(bounds[setting].value);
    if (value === undefined || bound === undefined || value <= bound) continue;
    report(scope, field, amount, bounds[setting], setting);
  }
}

function report(
  scope: Scope,
  field: string,
  { value, origin }: Sourced<string | number>,
  limit: Sourced<string | number>,
  setting: string,
): void {
  const parameters = {
    field,
    value: String(value),
    limit: String(limit.value),
    setting: `limits.${setting}`,
  };
  const span = spanOf(limit.origin);
  scope.report(
    diagnose('kubernetes/over-limit', parameters, spanOf(origin), {
      labels: span === undefined ? [] : [{ span, text: 'the limit' }],
      help: `use less, or raise \`limits.${setting}\` in jenkins.bitesize`,
    }),
  );
}
