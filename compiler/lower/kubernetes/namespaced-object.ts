import type { KubernetesObject } from '../../model/kubernetes/kubernetes-object.ts';
import type { Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import { plainValue, type Traceable, type Valued } from '../../text/traced-text.ts';
import type { Labels } from './labels.ts';
import type { Scope } from './scope.ts';

/** What an object is made of. */
export interface ObjectParts {
  readonly apiVersion: string;
  readonly kind: Valued<string>;
  readonly name: Sourced<string>;
  readonly labels: Labels;
  readonly annotations?: Traceable | undefined;
  /** What follows `metadata`: `spec` or `data`. */
  readonly body: { readonly [key: string]: Traceable | undefined };
  readonly comments?: readonly Valued<string>[];
  readonly origin: Origin;
}

/** Returns an object of the environment's namespace, with a file name that sorts in the order of applying. */
export function namespacedObject(scope: Scope, parts: ObjectParts): KubernetesObject {
  const { apiVersion, kind, name, labels, annotations, body, comments = [], origin } = parts;
  const { namespace } = scope.environment;
  return {
    kind: 'kubernetes-object',
    id: { apiVersion, kind: plainValue(kind), name: name.value, namespace: namespace.value },
    file: objectFile(apiVersion, plainValue(kind), name.value),
    comments,
    manifest: {
      apiVersion,
      kind,
      metadata: { name, namespace, labels, annotations },
      ...body,
    },
    origin,
  };
}

/** Returns the name of an object's file: a number for the order, the kind and the name. */
export function objectFile(apiVersion: string, kind: string, name: string): string {
  return `${ranks.get(`${apiVersion} ${kind}`) ?? '30'}-${kind.toLowerCase()}-${name}.yaml`;
}

/** What others refer to comes first; third-party resources stand at 30. */
const ranks: ReadonlyMap<string, string> = new Map([
  ['v1 Namespace', '00'],
  ['v1 ConfigMap', '10'],
  ['v1 PersistentVolumeClaim', '20'],
  ['v1 Service', '40'],
  ['apps/v1 Deployment', '50'],
  ['batch/v1 CronJob', '50'],
  ['autoscaling/v2 HorizontalPodAutoscaler', '60'],
  ['networking.k8s.io/v1 Ingress', '70'],
  ['networking.istio.io/v1 Gateway', '70'],
  ['networking.istio.io/v1 VirtualService', '71'],
]);
