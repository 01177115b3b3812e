import { controllerComponent } from '../../../model/controller/kubernetes/controller-labels.ts';
import { controllerObject } from '../../../model/controller/kubernetes/controller-object.ts';
import type { ObjectScope } from '../../../model/controller/kubernetes/object-scope.ts';
import type { KubernetesObject } from '../../../model/kubernetes/kubernetes-object.ts';
import { fromPolicy } from '../../../text/origin.ts';
import type { Sourced } from '../../../text/sourced.ts';

const origin = fromPolicy(
  'What the Kubernetes plugin needs to start and watch the pods of agents, and no more.',
);

/** Returns what the controller may do in the namespaces of its agents: run pods there, look at them and enter them. */
export function agentRole(scope: ObjectScope): readonly KubernetesObject[] {
  return scope.deployment.agentNamespaces.flatMap((agentNamespace) => roleIn(scope, agentNamespace));
}

function roleIn(scope: ObjectScope, agentNamespace: Sourced<string>): readonly KubernetesObject[] {
  const { serviceAccount, namespace, name } = scope.deployment;
  const roleName = name.map((text) => `${text}-agents`);
  const common = { name: roleName, namespace: agentNamespace, component: controllerComponent, origin };
  const role = controllerObject(scope, {
    ...common,
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    body: {
      rules: [
        {
          apiGroups: [''],
          resources: ['pods'],
          verbs: ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'],
        },
        { apiGroups: [''], resources: ['pods/exec'], verbs: ['create', 'get'] },
        { apiGroups: [''], resources: ['pods/log'], verbs: ['get', 'list', 'watch'] },
        { apiGroups: [''], resources: ['events'], verbs: ['get', 'list', 'watch'] },
      ],
    },
  });
  const binding = controllerObject(scope, {
    ...common,
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    body: {
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: roleName },
      subjects: [{ kind: 'ServiceAccount', name: serviceAccount, namespace }],
    },
  });
  return [role, binding];
}
