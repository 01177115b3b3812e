import type { KubernetesObject } from '../../../model/kubernetes/kubernetes-object.ts';
import { fromPolicy, fromSeveral } from '../../../text/origin.ts';
import type { Traceable } from '../../../text/traceable.ts';
import { aptComponent } from './apt-server.ts';
import { controllerComponent, selectorLabels } from './labels.ts';
import { controllerObject, type ObjectParts } from './object.ts';
import type { ObjectScope } from './object-scope.ts';

const reason = fromPolicy('Whoever does not need to reach Jenkins cannot.');

/**
 * Returns who reaches the controller and its agents: HTTP everybody if there is an Ingress (where its own pods run is
 * not known here), else only pods of the two namespaces; the port for agents only agents; agents nobody.
 */
export function networkPolicies(scope: ObjectScope): readonly KubernetesObject[] {
  const { networkPolicy, name, namespace, agentNamespace, agentLabel, agentPort, ingress, apt } =
    scope.deployment;
  if (!networkPolicy.value) return [];
  const inNamespace = (of: typeof namespace): Traceable => ({
    matchLabels: { 'kubernetes.io/metadata.name': of },
  });
  const agentPods = { [agentLabel.key]: agentLabel.value };
  const agents = { namespaceSelector: inNamespace(agentNamespace), podSelector: { matchLabels: agentPods } };
  const shared = namespace.value === agentNamespace.value;
  const neighbours = [
    { namespaceSelector: inNamespace(namespace) },
    ...(shared ? [] : [{ namespaceSelector: inNamespace(agentNamespace) }]),
  ];
  const origin = fromSeveral([networkPolicy.origin, reason]);
  const policy = (
    parts: Pick<ObjectParts, 'name' | 'namespace' | 'component' | 'comments'>,
    spec: Traceable,
  ) =>
    controllerObject(scope, {
      ...parts,
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      body: { spec },
      origin,
    });
  return [
    policy(
      { name, namespace, component: controllerComponent },
      {
        podSelector: { matchLabels: selectorLabels(scope, controllerComponent) },
        policyTypes: ['Ingress'],
        ingress: [
          {
            from: ingress === undefined ? neighbours : undefined,
            ports: [{ protocol: 'TCP', port: 'http' }],
          },
          { from: [agents], ports: [{ protocol: 'TCP', port: agentPort }] },
        ],
      },
    ),
    policy(
      {
        name: name.map((text) => `${text}-agents`),
        namespace: agentNamespace,
        component: 'agent',
        comments: ['Agents ask and are never asked.'],
      },
      { podSelector: { matchLabels: agentPods }, policyTypes: ['Ingress'] },
    ),
    ...(apt === undefined
      ? []
      : [
          policy(
            {
              name: name.map((text) => `${text}-apt`),
              namespace,
              component: aptComponent,
              comments: ['Everybody may read packages; only agents publish them.'],
            },
            {
              podSelector: { matchLabels: selectorLabels(scope, aptComponent) },
              policyTypes: ['Ingress'],
              ingress: [
                { ports: [{ protocol: 'TCP', port: 'http' }] },
                { from: [agents], ports: [{ protocol: 'TCP', port: 'api' }] },
              ],
            },
          ),
        ]),
  ];
}
