import type { LinkedService } from '../../link/project.ts';
import type { KubernetesObject } from '../../model/kubernetes/kubernetes-object.ts';
import type { Rollout, ServiceIr } from '../../model/kubernetes/service.ts';
import { assertNever } from '../../util/assert-never.ts';
import { autoscaler } from './autoscaler.ts';
import { checkService } from './check-service.ts';
import { cronJob } from './cron-job.ts';
import { deployment } from './deployment.ts';
import { ingress } from './ingress.ts';
import { mesh } from './mesh.ts';
import { type Scope, workloadNamed } from './scope.ts';
import { selectedName, serviceObject } from './service-object.ts';
import { thirdParty } from './third-party.ts';
import { isBlueGreen, stableVariant, type Variant, variantsOf } from './variant.ts';
import { pinnedVersion } from './version.ts';

/** Returns what a service is made of on Kubernetes. */
export function lowerService(scope: Scope, service: LinkedService): ServiceIr {
  checkService(scope, service);
  const { spec, kind, applicationName, deployment: how } = service;
  const version = pinnedVersion(spec.version);
  const { active } = how;
  return {
    kind: 'service',
    name: spec.name,
    role: kind,
    application: applicationName,
    ...(version === undefined ? {} : { version }),
    ...(spec.image === undefined || kind === 'third-party' ? {} : { image: spec.image }),
    ...(isBlueGreen(service) && active !== undefined
      ? { blueGreen: { active, method: how.method.origin } }
      : {}),
    methodOrigin: how.method.origin,
    ...sendsTo(scope, service),
    timeout: how.timeout,
    ...parts(scope, service),
    origin: spec.$.origin,
  };
}

/** A `selector` may lead to the colours of another service. */
function sendsTo(scope: Scope, service: LinkedService): Pick<ServiceIr, 'sendsTo'> {
  if (service.kind !== 'workload') return {};
  const { selector, name } = service.spec;
  const chosen = selector?.value || name.value;
  const target = workloadNamed(scope, chosen);
  if (target === undefined || !isBlueGreen(target) || target.deployment.active === undefined) return {};
  const deployment = selectedName(scope, stableVariant(service));
  return { sendsTo: { deployment, method: target.deployment.method.origin } };
}

interface Parts {
  readonly objects: readonly KubernetesObject[];
  readonly rollouts: readonly Rollout[];
}

function parts(scope: Scope, service: LinkedService): Parts {
  switch (service.kind) {
    case 'third-party':
      return { objects: [thirdParty(scope, service)], rollouts: [] };
    case 'cron':
      return { objects: [], rollouts: [cronJob(scope, service)] };
    case 'workload':
      return workload(scope, service);
    default:
      return assertNever(service.kind);
  }
}

/** Colours have a Deployment, autoscaler, Service and Ingress each; the stable Service and Ingress come on top. */
function workload(scope: Scope, service: LinkedService): Parts {
  const running = variantsOf(service);
  const reached = isBlueGreen(service) ? [stableVariant(service), ...running] : [stableVariant(service)];
  return {
    objects: [
      ...reached.flatMap((variant) => entrances(scope, variant)),
      ...running.flatMap((variant) => autoscaler(scope, variant) ?? []),
    ],
    rollouts: running.map((variant) => deployment(scope, variant)),
  };
}

function entrances(scope: Scope, variant: Variant): readonly KubernetesObject[] {
  const route = ingress(scope, variant);
  return [serviceObject(scope, variant), ...(route === undefined ? [] : [route]), ...mesh(scope, variant)];
}
