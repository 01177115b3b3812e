import {
  controllerComponent,
  selectorLabels,
} from '../../../model/controller/kubernetes/controller-labels.ts';
import { controllerObject } from '../../../model/controller/kubernetes/controller-object.ts';
import type { ObjectScope } from '../../../model/controller/kubernetes/object-scope.ts';
import type { KubernetesObject } from '../../../model/kubernetes/kubernetes-object.ts';
import { fromPolicy } from '../../../text/origin.ts';

/** Returns the budget that keeps the controller from being moved while it works. */
export function disruptionBudget(scope: ObjectScope): KubernetesObject {
  const { name, namespace } = scope.deployment;
  return controllerObject(scope, {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    name,
    namespace,
    component: controllerComponent,
    body: {
      spec: { maxUnavailable: 0, selector: { matchLabels: selectorLabels(scope, controllerComponent) } },
    },
    comments: [
      'A node that Jenkins runs on cannot be drained: its builds would be lost. When it is idle, delete its pod;',
      'it starts again on another node.',
    ],
    origin: fromPolicy('There is one Jenkins, so moving it ends its builds; people choose when.'),
  });
}
