import type { Service } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { LinkedService } from '../../link/project.ts';
import type { KubernetesObject } from '../../model/kubernetes/kubernetes-object.ts';
import { fromSeveral, type Origin, spanOf } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { originsOf, type Traceable } from '../../text/traced-text.ts';
import { environmentLabels } from './labels.ts';
import { namespacedObject } from './namespaced-object.ts';
import { bare, optionEntries, type Scope, written } from './scope.ts';
import { serviceEntrySpec } from './service-entry.ts';
import { pinnedVersion } from './version.ts';

/** Returns why a service is no workload: its type, and that it is there. */
export function kindOrigin({ type, $ }: Service): Origin {
  return fromSeveral([...originsOf(type), $.origin]);
}

/** What both engines wrote for a type that has no form of its own. */
const ofOriginal = 'prsn.io/v1';

/** How a third-party resource is written. */
interface Resource {
  readonly apiVersion: string;
  readonly kind: Sourced<string>;
  readonly spec: { readonly [key: string]: Traceable | undefined };
}

/**
 * Returns the custom resource of a third-party service, which another controller acts on. Both engines wrote
 * `prsn.io/v1` with the type as kind; Helm charts and service entries have API groups of their own.
 */
export function thirdParty(scope: Scope, service: LinkedService): KubernetesObject {
  const { spec } = service;
  const { apiVersion, kind, spec: body } = resource(scope, service);
  if (!/^[A-Za-z][A-Za-z0-9]*$/.test(kind.value)) {
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
    origin: kindOrigin(spec),
  });
}

function resource(scope: Scope, { spec }: LinkedService): Resource {
  const type = spec.type ?? sourced('', spec.$.origin);
  switch (type.value.toLowerCase()) {
    case 'helmchart':
      return {
        apiVersion: 'helm.kubedex.com/v1',
        kind: type.map(() => 'HelmChart'),
        spec: helmChartSpec(scope, spec),
      };
    case 'serviceentry':
      return {
        apiVersion: 'networking.istio.io/v1',
        kind: type.map(() => 'ServiceEntry'),
        spec: serviceEntrySpec(scope, spec),
      };
    default:
      return {
        apiVersion: ofOriginal,
        kind: type.map((text) => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`),
        spec: {
          version: pinnedVersion(spec.version),
          options: optionEntries(spec.options).length === 0 ? undefined : spec.options,
        },
      };
  }
}

/** Returns the spec of a HelmChart resource of `helm.kubedex.com/v1`. */
function helmChartSpec(scope: Scope, service: Service): { readonly [key: string]: Traceable | undefined } {
  const { chart, repo, values_content: values, ignore, options } = service;
  const set = chartValues(scope, service);
  return {
    chart,
    repo,
    version: pinnedVersion(service.version),
    targetNamespace: service.target_namespace ?? scope.environment.namespace,
    set: Object.keys(set).length === 0 ? undefined : set,
    valuesContent: values,
    ignore: written(ignore),
    options: optionEntries(options).length === 0 ? undefined : options,
  };
}

/** A value under `set` is a text or a whole number; other scalars are written as text, deeper ones cannot be. */
function chartValues(scope: Scope, service: Service): { readonly [key: string]: Traceable } {
  const result: Record<string, Traceable> = Object.create(null);
  for (const [key, value] of optionEntries(service.set)) {
    const plain = bare(value);
    if (typeof plain === 'object') {
      scope.report(
        diagnose('kubernetes/nested-chart-value', { key }, spanOf(service.$.origin), {
          help: `write it as text in \`values_content\`, or as \`${key}.<name>\` with a plain value`,
        }),
      );
    } else if (typeof plain === 'string' || Number.isInteger(plain)) {
      result[key] = value;
    } else {
      result[key] = sourced(String(plain), service.$.origin);
    }
  }
  return result;
}
