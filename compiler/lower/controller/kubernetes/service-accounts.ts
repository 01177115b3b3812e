import { controllerComponent } from '../../../model/controller/kubernetes/controller-labels.ts';
import { controllerObject } from '../../../model/controller/kubernetes/controller-object.ts';
import type { ObjectScope } from '../../../model/controller/kubernetes/object-scope.ts';
import type { KubernetesObject } from '../../../model/kubernetes/kubernetes-object.ts';
import { fromPolicy } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';

const noToken = sourced(false, fromPolicy('Only pods that say so get access to the Kubernetes API.'));

/** Returns the service accounts of the controller and of its agents. An account that the specs name has to exist. */
export function serviceAccounts(scope: ObjectScope): readonly KubernetesObject[] {
  const { serviceAccount, namespace, agents } = scope.deployment;
  const places = agents.map((agent) => `${agent.namespace.value}/${agent.serviceAccount.value}`);
  const ours = agents.filter(
    (agent, index) =>
      agent.serviceAccount.origin.kind === 'default' && places.indexOf(places[index] ?? '') === index,
  );
  const controller = controllerObject(scope, {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    name: serviceAccount,
    namespace,
    component: controllerComponent,
    body: { automountServiceAccountToken: noToken },
    origin: serviceAccount.origin,
  });
  const ofAgents = ours.map(({ serviceAccount: name, namespace: agentNamespace }) =>
    controllerObject(scope, {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      name,
      namespace: agentNamespace,
      component: 'agent',
      body: { automountServiceAccountToken: noToken },
      origin: name.origin,
    }),
  );
  return [controller, ...ofAgents];
}
