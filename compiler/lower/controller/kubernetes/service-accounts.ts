import type { KubernetesObject } from '../../../model/kubernetes/kubernetes-object.ts';
import { fromPolicy } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import { controllerComponent } from './labels.ts';
import { controllerObject } from './object.ts';
import type { ObjectScope } from './object-scope.ts';

const noToken = sourced(false, fromPolicy('Only pods that say so get access to the Kubernetes API.'));

/** Returns the service accounts of the controller and of its agents. An account that the specs name has to exist. */
export function serviceAccounts(scope: ObjectScope): readonly KubernetesObject[] {
  const { serviceAccount, namespace, agentNamespace, agents } = scope.deployment;
  const ours = agents
    .map((agent) => agent.serviceAccount)
    .filter(({ origin }) => origin.kind === 'default')
    .filter(({ value }, index, all) => all.findIndex((other) => other.value === value) === index);
  const controller = controllerObject(scope, {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    name: serviceAccount,
    namespace,
    component: controllerComponent,
    body: { automountServiceAccountToken: noToken },
    origin: serviceAccount.origin,
  });
  const ofAgents = ours.map((name) =>
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
