import { diagnose } from '../../diagnostics/diagnose.ts';
import type { LinkedService } from '../../link/project.ts';
import { versionPattern } from '../../model/kubernetes/version-placeholder.ts';
import type { Sourced } from '../../text/sourced.ts';
import { spanOf } from '../../text/span-of.ts';
import { checkImageName } from '../images/check-image-name.ts';
import { checkAutoscaler } from './autoscaler.ts';
import { checkBackend } from './backend.ts';
import { checkAnnotations, checkLabels } from './check-labels.ts';
import { checkLimits } from './check-limits.ts';
import { checkSelector } from './check-selector.ts';
import { checkUnusedFields } from './check-unused-fields.ts';
import { checkIngressClass } from './ingress-class.ts';
import { checkMesh } from './mesh.ts';
import type { Scope } from './scope.ts';
import { isBlueGreen, stableVariant } from './variant.ts';
import { pinnedVersion } from './version.ts';

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
