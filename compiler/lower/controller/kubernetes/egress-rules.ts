import type { EgressSettings } from '../../../model/controller/controller-deployment.ts';
import type { ObjectScope } from '../../../model/controller/kubernetes/object-scope.ts';
import { fromPolicy, fromSeveral } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import type { Traceable } from '../../../text/traceable.ts';

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
export function commonEgress({ deployment: { network } }: ObjectScope): readonly Traceable[] {
  const usual = [22, 80, 443].map((port) => sourced(port, outside));
  return [
    sourced<Traceable>({ ports: ['UDP', 'TCP'].map((protocol) => ({ protocol, port: 53 })) }, namesResolve),
    { to: anywhere, ports: tcp([...usual, ...network.ports]) },
    ...network.egress.map(rule),
  ];
}

/** Returns the rule for the API of Kubernetes. */
export function apiEgress(): Traceable {
  return sourced<Traceable>({ ports: tcp([443, 6443]) }, apiServer);
}

/** Returns TCP ports as a policy takes them. */
export function tcp(ports: readonly (Sourced<number> | number | string)[]): readonly Traceable[] {
  return ports.map((port) => ({ protocol: 'TCP', port }));
}

/** Returns the selector of a namespace by its name. */
export function inNamespace(name: Sourced<string>): Traceable {
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
