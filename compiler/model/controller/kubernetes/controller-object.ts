import type { Origin } from '../../../text/origin.ts';
import type { Sourced } from '../../../text/sourced.ts';
import type { Traceable, Valued } from '../../../text/traced-text.ts';
import type { KubernetesObject } from '../../kubernetes/kubernetes-object.ts';
import { controllerLabels, type Labels, type ObjectScope } from './controller-labels.ts';

/** What an object of the controller is made of. */
export interface ControllerObjectParts {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: Sourced<string>;
  /** Absent for objects of the whole cluster. */
  readonly namespace?: Sourced<string>;
  /** What it is part of, as `app.kubernetes.io/component`. */
  readonly component: string;
  readonly labels?: Labels;
  readonly annotations?: Labels;
  /** What follows `metadata`. */
  readonly body: { readonly [key: string]: Traceable | undefined };
  readonly comments?: readonly Valued<string>[];
  readonly origin: Origin;
}

/** Returns an object of the controller, with a file name that sorts in the order of applying. */
export function controllerObject(scope: ObjectScope, parts: ControllerObjectParts): KubernetesObject {
  const { apiVersion, kind, name, namespace, component, body, comments = [], origin } = parts;
  const { labels, annotations } = parts;
  const common = controllerLabels(scope, component);
  // Objects of the same kind and name in two namespaces need two files.
  const elsewhere = namespace !== undefined && namespace.value !== scope.deployment.namespace.value;
  const suffix = elsewhere ? `-in-${namespace.value}` : '';
  const rank = ranks[kind];
  if (rank === undefined) throw new Error(`no place in the order of applying for ${kind}`);
  return {
    kind: 'kubernetes-object',
    id: {
      apiVersion,
      kind,
      name: name.value,
      ...(namespace === undefined ? {} : { namespace: namespace.value }),
    },
    file: `${rank}-${kind.toLowerCase()}-${name.value}${suffix}.yaml`,
    comments,
    manifest: {
      apiVersion,
      kind,
      metadata: {
        name,
        namespace,
        labels: labels === undefined ? common : { ...common, ...labels },
        annotations:
          annotations !== undefined && Object.keys(annotations).length > 0 ? annotations : undefined,
      },
      ...body,
    },
    origin,
  };
}

/** What others refer to comes first. */
const ranks: Readonly<Record<string, string>> = {
  Namespace: '00',
  ServiceAccount: '10',
  ClusterRole: '12',
  ClusterRoleBinding: '13',
  Role: '14',
  RoleBinding: '15',
  ExternalSecret: '18',
  ConfigMap: '20',
  PersistentVolumeClaim: '30',
  Service: '40',
  NetworkPolicy: '45',
  StatefulSet: '50',
  Deployment: '52',
  PodDisruptionBudget: '60',
  Ingress: '70',
  CronJob: '80',
};
