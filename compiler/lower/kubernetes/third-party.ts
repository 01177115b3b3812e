import { diagnose } from '../../diagnostics/diagnose.ts';
import type { LinkedService } from '../../link/project.ts';
import type { KubernetesObject } from '../../model/kubernetes/kubernetes-object.ts';
import { spanOf } from '../../text/span-of.ts';
import type { Traceable } from '../../text/traceable.ts';
import { helmChartSpec } from './helm-chart.ts';
import { environmentLabels } from './labels.ts';
import { namespacedObject } from './namespaced-object.ts';
import { optionEntries } from './options.ts';
import type { Scope } from './scope.ts';
import { serviceEntrySpec } from './service-entry.ts';
import { pinnedVersion } from './version.ts';

/** How a third-party resource is written. */
interface Resource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly spec: { readonly [key: string]: Traceable | undefined };
}

/**
 * Returns the custom resource of a third-party service, which another controller acts on. Both engines wrote
 * `prsn.io/v1` with the type as kind; Helm charts and service entries have API groups of their own.
 */
export function thirdParty(scope: Scope, service: LinkedService): KubernetesObject {
  const { spec } = service;
  const { apiVersion, kind, spec: body } = resource(scope, service);
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(kind)) {
    scope.report(
      diagnose(
        'kubernetes/bad-kind',
        { type: spec.type?.value ?? '' },
        spanOf(spec.type?.origin ?? spec.$.origin),
        {
          help: 'use letters and digits, such as `type: mysql`',
        },
      ),
    );
  }
  return namespacedObject(scope, {
    apiVersion,
    kind,
    name: spec.name,
    labels: {
      name: spec.name,
      'app.kubernetes.io/instance': spec.name,
      ...environmentLabels(scope),
    },
    body: { spec: body },
    origin: spec.$.origin,
  });
}

function resource(scope: Scope, { spec }: LinkedService): Resource {
  const type = spec.type?.value ?? '';
  switch (type.toLowerCase()) {
    case 'helmchart':
      return { apiVersion: 'helm.kubedex.com/v1', kind: 'HelmChart', spec: helmChartSpec(scope, spec) };
    case 'serviceentry':
      return {
        apiVersion: 'networking.istio.io/v1',
        kind: 'ServiceEntry',
        spec: serviceEntrySpec(scope, spec),
      };
    default:
      return {
        apiVersion: 'prsn.io/v1',
        kind: `${type.slice(0, 1).toUpperCase()}${type.slice(1)}`,
        spec: {
          version: pinnedVersion(spec.version),
          options: optionEntries(spec.options).length === 0 ? undefined : spec.options,
        },
      };
  }
}
