import type { ObjectScope } from '../../../model/controller/kubernetes/object-scope.ts';
import type { KubernetesObject } from '../../../model/kubernetes/kubernetes-object.ts';
import { compareText } from '../../../util/compare-text.ts';
import { agentRole } from './agent-role.ts';
import { aptServer } from './apt-server.ts';
import { backup } from './backup.ts';
import { homeClaim } from './controller-claims.ts';
import { controllerIngress } from './controller-ingress.ts';
import { deployRoles } from './deploy-roles.ts';
import { disruptionBudget } from './disruption-budget.ts';
import { namespaces } from './namespaces.ts';
import { networkPolicies } from './network-policies.ts';
import { serviceAccounts } from './service-accounts.ts';
import { services } from './services.ts';
import { statefulSet } from './stateful-set.ts';

/** Returns the Kubernetes objects of the controller in the order of applying, all but the ConfigMap of its scripts. */
export function controllerObjects(scope: ObjectScope): readonly KubernetesObject[] {
  return [
    ...namespaces(scope),
    ...serviceAccounts(scope),
    ...agentRole(scope),
    ...deployRoles(scope),
    homeClaim(scope),
    ...services(scope),
    ...networkPolicies(scope),
    statefulSet(scope),
    disruptionBudget(scope),
    ...controllerIngress(scope),
    ...aptServer(scope),
    ...backup(scope),
  ].sort((a, b) => compareText(a.file, b.file));
}
