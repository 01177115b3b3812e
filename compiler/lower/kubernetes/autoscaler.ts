import type { Hpa, Service } from '../../../schema/generated/located.ts';
import { diagnose } from '../../diagnostics/diagnose.ts';
import type { KubernetesObject } from '../../model/kubernetes/kubernetes-object.ts';
import { fromDefault, fromSeveral, spanOf } from '../../text/origin.ts';
import { sourced } from '../../text/sourced.ts';
import { plainValue, type Traceable, type Valued } from '../../text/traced-text.ts';
import { canonicalQuantity } from '../../util/quantity.ts';
import { serviceLabels } from './labels.ts';
import { namespacedObject } from './namespaced-object.ts';
import type { Scope } from './scope.ts';
import { runningOrigin, type Variant } from './variant.ts';

/**
 * Whether an autoscaler decides on the number of pods. Its Deployment then has no `replicas`: a number there would
 * take back what the autoscaler did at every deployment.
 */
export function autoscaled({ hpa }: Service): Valued<boolean> {
  if (hpa === undefined) return false;
  return sourced(hpa.min_replicas.value > 0, fromSeveral([hpa.min_replicas.origin, hpa.$.origin]));
}

/** Returns the HorizontalPodAutoscaler of a service or of one of its colours, where there is one. */
export function autoscaler(scope: Scope, variant: Variant): KubernetesObject | undefined {
  const { service, name } = variant;
  const { hpa } = service.spec;
  if (hpa === undefined || !plainValue(autoscaled(service.spec))) return undefined;
  return namespacedObject(scope, {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    name,
    labels: serviceLabels(scope, name, service.applicationName),
    body: {
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name },
        minReplicas: hpa.min_replicas,
        maxReplicas: hpa.max_replicas,
        metrics: [metric(hpa)],
      },
    },
    origin: runningOrigin(variant, hpa.$.origin),
  });
}

/** Reports an autoscaler that has nothing to compare its metric with. */
export function checkAutoscaler(scope: Scope, { hpa }: Service): void {
  const metric = hpa?.metric;
  if (metric === undefined || isResource(metric.name.value)) return;
  if (hpa?.min_replicas.value === 0 || metric.target_average_value !== undefined) return;
  scope.report(
    diagnose('kubernetes/metric-without-value', { metric: metric.name.value }, spanOf(metric.$.origin), {
      help: 'add `target_average_value`, such as `target_average_value: 100`',
    }),
  );
}

function isResource(metric: string): boolean {
  return metric === 'cpu' || metric === 'memory';
}

const defaultUtilization = sourced(
  80,
  fromDefault('environments[].services[].hpa.metric.target_average_utilization'),
);

/** `cpu` and `memory` are resources, every other name is a metric of the pods, as in the operator. */
function metric({ metric: given, $ }: Hpa): Traceable {
  const name = given?.name ?? sourced('cpu', fromDefault('environments[].services[].hpa.metric.name'));
  const { target_average_utilization: utilization, target_average_value: value } = given ?? {};
  const averageValue = value?.map(canonicalQuantity);
  const percent = utilization?.value === 0 ? undefined : utilization;
  const origin = given?.$.origin ?? $.origin;
  if (isResource(name.value)) {
    const target =
      percent === undefined && averageValue !== undefined
        ? { type: 'AverageValue', averageValue }
        : { type: 'Utilization', averageUtilization: percent ?? defaultUtilization };
    return sourced<Traceable>({ type: 'Resource', resource: { name, target } }, origin);
  }
  const target = { type: 'AverageValue', averageValue };
  return sourced<Traceable>({ type: 'Pods', pods: { metric: { name }, target } }, origin);
}
