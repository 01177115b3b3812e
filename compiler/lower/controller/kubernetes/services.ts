import {
  controllerComponent,
  selectorLabels,
} from '../../../model/controller/kubernetes/controller-labels.ts';
import { controllerObject } from '../../../model/controller/kubernetes/controller-object.ts';
import type { ObjectScope } from '../../../model/controller/kubernetes/object-scope.ts';
import type { KubernetesObject } from '../../../model/kubernetes/kubernetes-object.ts';
import { fromPolicy } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';

/** Returns the Services of the controller: one for people and webhooks, one for agents. */
export function services(scope: ObjectScope): readonly KubernetesObject[] {
  const { name, namespace, agentService, agentPort } = scope.deployment;
  const common = { apiVersion: 'v1', kind: 'Service', namespace, component: controllerComponent };
  const selector = selectorLabels(scope, controllerComponent);
  const port = sourced(80, fromPolicy('The port of the original Service, and the usual one of HTTP.'));
  return [
    controllerObject(scope, {
      ...common,
      name,
      body: { spec: { selector, ports: [{ name: 'http', port, targetPort: 'http', appProtocol: 'http' }] } },
      origin: name.origin,
    }),
    controllerObject(scope, {
      ...common,
      name: agentService,
      body: { spec: { selector, ports: [{ name: 'agents', port: agentPort, targetPort: 'agents' }] } },
      origin: agentService.origin,
    }),
  ];
}
