import type { Hosting } from '../../../link/hosting.ts';
import type { EgressSettings } from '../../../model/controller/controller-deployment.ts';
import {
  controllerComponent,
  type ObjectScope,
  selectorLabels,
} from '../../../model/controller/kubernetes/controller-labels.ts';
import {
  type ControllerObjectParts,
  controllerObject,
} from '../../../model/controller/kubernetes/controller-object.ts';
import type { KubernetesObject } from '../../../model/kubernetes/kubernetes-object.ts';
import { fromPolicy, fromSeveral, type Origin } from '../../../text/origin.ts';
import { distinct, type Sourced, sourced } from '../../../text/sourced.ts';
import type { Traceable } from '../../../text/traced-text.ts';
import { agentNameLabel } from '../agents/agent-pod.ts';
import { aptComponent, aptNamespace } from './apt-server.ts';

const namesResolve = fromPolicy(
  'Names have to resolve, and where the server for that runs is not known here.',
);
const apiServer = fromPolicy(
  'Nobody knows the address of the API server here: in some clusters it is a node, in some it is outside.',
);
const outside = fromPolicy(
  'Where git servers, registries and mirrors are is known when a build asks for them; the addresses of a machine itself, such as the metadata of a cloud, are none of them.',
);

/** Link-local addresses: 169.254.169.254 gives pods the rights of their node in most clouds. */
const anywhere: readonly Traceable[] = [
  { ipBlock: { cidr: '0.0.0.0/0', except: ['169.254.0.0/16'] } },
  { ipBlock: { cidr: '::/0', except: ['fe80::/10', 'fd00:ec2::/32'] } },
];

/** Returns the rules of egress that the controller and its agents share. */
function commonEgress({ deployment: { network } }: ObjectScope): readonly Traceable[] {
  const usual = [22, 80, 443].map((port) => sourced(port, outside));
  return [
    sourced<Traceable>({ ports: ['UDP', 'TCP'].map((protocol) => ({ protocol, port: 53 })) }, namesResolve),
    { to: anywhere, ports: tcp([...usual, ...network.ports]) },
    ...network.egress.map(rule),
  ];
}

/** Returns the rule for the API of Kubernetes. */
function apiEgress(): Traceable {
  return sourced<Traceable>({ ports: tcp([443, 6443]) }, apiServer);
}

/** Returns TCP ports as a policy takes them. */
function tcp(ports: readonly (Sourced<number> | number | string)[]): readonly Traceable[] {
  return ports.map((port) => ({ protocol: 'TCP', port }));
}

/** Returns the selector of a namespace by its name. */
function inNamespace(name: Sourced<string>): Traceable {
  return { matchLabels: { 'kubernetes.io/metadata.name': name } };
}

function rule({ cidr, namespace, ports, origin }: EgressSettings): Traceable {
  const to: Traceable[] = [];
  if (cidr !== undefined) to.push({ ipBlock: { cidr } });
  if (namespace !== undefined) to.push({ namespaceSelector: inNamespace(namespace) });
  return sourced<Traceable>(
    { to: to.length === 0 ? undefined : to, ports: ports.length === 0 ? undefined : tcp(ports) },
    fromSeveral([origin]),
  );
}

const reason = fromPolicy('Whoever does not need to reach Jenkins cannot, and it reaches what it needs.');

/**
 * Returns who reaches the controller and its agents, and what they reach. HTTP: the agents, and the namespace of the
 * Ingress controller; the port for agents: only agents; agents: nobody. They reach names, the usual ports and those
 * that the specs name outside of link-local addresses, each other as far as needed, and the API of Kubernetes where
 * they start agents or deploy.
 */
export function networkPolicies(scope: ObjectScope): readonly KubernetesObject[] {
  const { networkPolicy, agentNamespaces, apt } = scope.deployment;
  if (!networkPolicy.value) return [];
  const { role } = scope;
  return [
    role.kind === 'part' ? projectPolicy(scope, role.hosting) : controllerPolicy(scope),
    ...agentNamespaces.map((namespace) => agentsPolicy(scope, namespace)),
    ...deployPolicies(scope),
    ...(apt === undefined ? [] : [aptPolicy(scope, apt.origin)]),
  ];
}

type Parts = Pick<ControllerObjectParts, 'name' | 'namespace' | 'component' | 'comments'>;

function policy(
  scope: ObjectScope,
  parts: Parts,
  spec: Traceable,
  because: readonly Origin[] = [],
): KubernetesObject {
  return controllerObject(scope, {
    ...parts,
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    body: { spec },
    origin: fromSeveral([...because, scope.deployment.networkPolicy.origin, reason]),
  });
}

const bothWays = ['Ingress', 'Egress'];

function controllerPolicy(scope: ObjectScope): KubernetesObject {
  const { name, namespace, agentPort } = scope.deployment;
  const agents = agentPeers(scope);
  return policy(
    scope,
    { name, namespace, component: controllerComponent },
    {
      podSelector: { matchLabels: selectorLabels(scope, controllerComponent) },
      policyTypes: bothWays,
      ingress: [
        { from: [...agents, ...httpPeers(scope)], ports: tcp(['http']) },
        { from: agents, ports: tcp([agentPort]) },
      ],
      egress: [...commonEgress(scope), apiEgress()],
    },
  );
}

/** Policies add up: each project on a shared controller lets its own agents in, and Jenkins out to what it names. */
function projectPolicy(scope: ObjectScope, { slug }: Hosting): KubernetesObject {
  const { name, namespace, agentPort, network } = scope.deployment;
  const { ports, egress } = network;
  const opened = [...(ports.length === 0 ? [] : [{ to: anywhere, ports: tcp(ports) }]), ...egress.map(rule)];
  return policy(
    scope,
    {
      name: sourced(`${name.value}-project-${slug.value}`, fromSeveral([name.origin, slug.origin])),
      namespace,
      component: controllerComponent,
      comments: ['The agents of the project reach Jenkins, besides those that reach it anyway.'],
    },
    {
      podSelector: { matchLabels: selectorLabels(scope, controllerComponent) },
      policyTypes: opened.length === 0 ? ['Ingress'] : bothWays,
      ingress: [{ from: agentPeers(scope), ports: tcp(['http', agentPort]) }],
      egress: opened.length === 0 ? undefined : opened,
    },
  );
}

/** Where the Ingress controller is; where that is not known, whatever is no application of an environment. */
function httpPeers({ role, deployment: { network, deployTargets } }: ObjectScope): readonly Traceable[] {
  const { httpFrom } = network;
  if (httpFrom !== undefined) return httpFrom.map((name) => ({ namespaceSelector: inNamespace(name) }));
  const served =
    role.kind === 'shared'
      ? role.served.flatMap(({ controller }) => controller.deployment.deployTargets)
      : [];
  const values = distinct([...deployTargets, ...served].map(({ namespace }) => namespace));
  const key = 'kubernetes.io/metadata.name';
  const matchExpressions = values.length === 0 ? undefined : [{ key, operator: 'NotIn', values }];
  return [{ namespaceSelector: { matchExpressions } }];
}

function agentsPolicy(scope: ObjectScope, namespace: Sourced<string>): KubernetesObject {
  const { name, namespace: home, agentPort, deployTargets, apt } = scope.deployment;
  const pods = (component: string, where = home): Traceable => ({
    namespaceSelector: inNamespace(where),
    podSelector: { matchLabels: selectorLabels(scope, component) },
  });
  return policy(
    scope,
    {
      name: name.map((text) => `${text}-agents`),
      namespace,
      component: 'agent',
      comments: ['Agents ask and are never asked.'],
    },
    {
      podSelector: { matchLabels: agentPods(scope) },
      policyTypes: bothWays,
      egress: [
        ...commonEgress(scope),
        { to: [pods(controllerComponent)], ports: tcp(['http', agentPort]) },
        ...(apt === undefined
          ? []
          : [
              sourced<Traceable>(
                { to: [pods(aptComponent, aptNamespace(scope))], ports: tcp(['http', 'api']) },
                apt.origin,
              ),
            ]),
        ...(deployTargets.length === 0 ? [] : [{ to: tested(scope) }]),
      ],
    },
  );
}

/** Tests call what was deployed, whatever port its pods have. */
function tested({ deployment: { deployTargets } }: ObjectScope): readonly Traceable[] {
  return deployTargets.map(({ namespace }) => ({ namespaceSelector: inNamespace(namespace) }));
}

/** Policies add up: agents that deploy may reach the API of Kubernetes besides. */
function deployPolicies(scope: ObjectScope): readonly KubernetesObject[] {
  const { name, agents } = scope.deployment;
  return agents
    .filter((agent) => agent.deploys)
    .map((agent) =>
      policy(
        scope,
        { name: name.map((text) => `${text}-deploy`), namespace: agent.namespace, component: 'agent' },
        {
          podSelector: { matchLabels: { ...agentPods(scope), [agentNameLabel]: agent.name } },
          policyTypes: ['Egress'],
          egress: [apiEgress()],
        },
      ),
    );
}

function aptPolicy(scope: ObjectScope, because: Origin): KubernetesObject {
  const { name, agentNamespaces, deployTargets } = scope.deployment;
  const namespace = aptNamespace(scope);
  const isPart = scope.role.kind === 'part';
  const readers = distinct([...agentNamespaces, ...deployTargets.map(({ namespace: target }) => target)]);
  return policy(
    scope,
    {
      name: name.map((text) => `${text}-apt`),
      namespace,
      component: aptComponent,
      comments: [
        isPart
          ? 'Whatever is of the project may read packages; only its agents publish them. It asks nobody.'
          : 'Everybody may read packages; only agents publish them. It asks nobody.',
      ],
    },
    {
      podSelector: { matchLabels: selectorLabels(scope, aptComponent) },
      policyTypes: bothWays,
      ingress: [
        {
          from: isPart ? readers.map((reader) => ({ namespaceSelector: inNamespace(reader) })) : undefined,
          ports: tcp(['http']),
        },
        { from: agentPeers(scope), ports: tcp(['api']) },
      ],
    },
    [because],
  );
}

function agentPods({ deployment: { agentLabel } }: ObjectScope): Record<string, Traceable> {
  return { [agentLabel.key]: agentLabel.value };
}

function agentPeers(scope: ObjectScope): readonly Traceable[] {
  return scope.deployment.agentNamespaces.map((namespace) => ({
    namespaceSelector: inNamespace(namespace),
    podSelector: { matchLabels: agentPods(scope) },
  }));
}
