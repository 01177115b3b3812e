import {
  controllerComponent,
  type Labels,
  type ObjectScope,
  selectorLabels,
} from '../../../model/controller/kubernetes/controller-labels.ts';
import { controllerObject } from '../../../model/controller/kubernetes/controller-object.ts';
import type { KubernetesObject } from '../../../model/kubernetes/kubernetes-object.ts';
import { fromPolicy } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import { compareText } from '../../../util/compare-text.ts';
import { aptServer } from './apt-server.ts';
import { backup } from './backup.ts';
import { cacheClaims, homeClaim } from './controller-claims.ts';
import { deployRoles } from './deploy-roles.ts';
import { namespaces } from './namespaces.ts';
import { networkPolicies } from './network-policies.ts';
import { statefulSet } from './stateful-set.ts';

const origin = fromPolicy(
  'What the Kubernetes plugin needs to start and watch the pods of agents, and no more.',
);

/** Returns what the controller may do in the namespaces of its agents: run pods there, look at them and enter them. */
function agentRole(scope: ObjectScope): readonly KubernetesObject[] {
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

const ownAccount = fromPolicy('Jenkins and its agents have accounts of their own, with rights of their own.');
const reached = fromPolicy('People, webhooks and agents reach Jenkins by a name that stays.');
const noToken = sourced(false, fromPolicy('Only pods that say so get access to the Kubernetes API.'));

/** Returns the service accounts of the controller and of its agents. An account that the specs name has to exist. */
function serviceAccounts(scope: ObjectScope): readonly KubernetesObject[] {
  const { serviceAccount, namespace, agents } = scope.deployment;
  const places = agents.map((agent) => `${agent.namespace.value}/${agent.serviceAccount.value}`);
  const ours = agents.filter(
    (agent, index) => agent.ownAccount && places.indexOf(places[index] ?? '') === index,
  );
  const controller = (): KubernetesObject =>
    controllerObject(scope, {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      name: serviceAccount,
      namespace,
      component: controllerComponent,
      body: { automountServiceAccountToken: noToken },
      origin: ownAccount,
    });
  const ofAgents = ours.map(({ serviceAccount: name, namespace: agentNamespace }) =>
    controllerObject(scope, {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      name,
      namespace: agentNamespace,
      component: 'agent',
      body: { automountServiceAccountToken: noToken },
      origin: ownAccount,
    }),
  );
  return [...(scope.role.kind === 'part' ? [] : [controller()]), ...ofAgents];
}

/** Returns the Kubernetes objects of the controller in the order of applying, all but the ConfigMap of its scripts. */
export function controllerObjects(scope: ObjectScope): readonly KubernetesObject[] {
  return [
    ...namespaces(scope),
    ...serviceAccounts(scope),
    ...agentRole(scope),
    ...deployRoles(scope),
    homeClaim(scope),
    ...cacheClaims(scope),
    ...services(scope),
    ...networkPolicies(scope),
    statefulSet(scope),
    disruptionBudget(scope),
    ...controllerIngress(scope),
    ...aptServer(scope),
    ...backup(scope),
  ].sort((a, b) => compareText(a.file, b.file));
}

/** Returns the objects of a project on a shared controller, in the order of applying: those of its agents, and its apt server. */
export function partObjects(scope: ObjectScope): readonly KubernetesObject[] {
  return [
    ...namespaces(scope),
    ...serviceAccounts(scope),
    ...agentRole(scope),
    ...deployRoles(scope),
    ...cacheClaims(scope),
    ...networkPolicies(scope),
    ...aptServer(scope),
  ].sort((a, b) => compareText(a.file, b.file));
}

/** Returns the budget that keeps the controller from being moved while it works. */
function disruptionBudget(scope: ObjectScope): KubernetesObject {
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

/** Returns the Services of the controller: one for people and webhooks, one for agents. */
function services(scope: ObjectScope): readonly KubernetesObject[] {
  const { name, namespace, agentService, agentPort } = scope.deployment;
  const common = { apiVersion: 'v1', kind: 'Service', namespace, component: controllerComponent };
  const selector = selectorLabels(scope, controllerComponent);
  const port = sourced(80, fromPolicy('The port of the original Service, and the usual one of HTTP.'));
  return [
    controllerObject(scope, {
      ...common,
      name,
      body: { spec: { selector, ports: [{ name: 'http', port, targetPort: 'http', appProtocol: 'http' }] } },
      origin: reached,
    }),
    controllerObject(scope, {
      ...common,
      name: agentService,
      body: { spec: { selector, ports: [{ name: 'agents', port: agentPort, targetPort: 'agents' }] } },
      origin: reached,
    }),
  ];
}

/** Returns the Ingress of the controller, if the settings ask for one. */
function controllerIngress(scope: ObjectScope): readonly KubernetesObject[] {
  const { ingress: settings, name, namespace } = scope.deployment;
  if (settings === undefined) return [];
  const { host, ingressClass, tls, tlsSecret, origin } = settings;
  const path = scope.pathPrefix.map((prefix) => (prefix === '' ? '/' : prefix));
  const backend = { service: { name, port: { name: 'http' } } };
  return [
    controllerObject(scope, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      name,
      namespace,
      component: controllerComponent,
      annotations: { ...classAnnotations(ingressClass.value), ...settings.annotations },
      body: {
        spec: {
          ingressClassName: ingressClass,
          tls: tls.value ? [{ hosts: [host], secretName: tlsSecret }] : undefined,
          rules: [{ host, http: { paths: [{ path, pathType: 'Prefix', backend }] } }],
        },
      },
      origin,
    }),
  ];
}

/** Uploads of plugins and files pass through, and as they come, not after they are complete. */
function classAnnotations(ingressClass: string): Labels {
  if (ingressClass !== 'nginx') return {};
  const origin = fromPolicy(
    'nginx refuses uploads above 1 MB, and delays what is sent to the command line interface.',
  );
  return {
    'nginx.ingress.kubernetes.io/proxy-body-size': sourced('50m', origin),
    'nginx.ingress.kubernetes.io/proxy-request-buffering': sourced('off', origin),
  };
}
