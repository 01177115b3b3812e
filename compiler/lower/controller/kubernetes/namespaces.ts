import type { MadeNamespace } from '../../../model/controller/controller-deployment.ts';
import type { ObjectScope } from '../../../model/controller/kubernetes/controller-labels.ts';
import { controllerObject } from '../../../model/controller/kubernetes/controller-object.ts';
import { podSecurityLabel } from '../../../model/kubernetes/environment.ts';
import type { KubernetesObject } from '../../../model/kubernetes/kubernetes-object.ts';
import { fromPolicy, fromSeveral } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import { joined, originsOf, plainValue, type Valued } from '../../../text/traced-text.ts';
import { aptNamespace } from './apt-server.ts';

type Level = 'restricted' | 'baseline' | 'privileged';

/**
 * Returns the namespaces of the controller and of its agents with the strictest Pod Security level that their pods
 * pass, and those of environments that the specs ask for: roles can only be made where a namespace is.
 */
export function namespaces(scope: ObjectScope): readonly KubernetesObject[] {
  const { namespace, agentNamespaces, madeNamespaces, apt } = scope.deployment;
  const besides =
    apt === undefined
      ? []
      : [{ level: 'baseline', why: sourced('the apt server runs as root', apt.origin) } as const];
  const own = strictest([...besides, ...agentLevels(scope, namespace)]);
  const others = agentNamespaces.filter(({ value }) => value !== namespace.value);
  const known = new Set([namespace, ...others].map(({ value }) => value));
  const isPart = scope.role.kind === 'part';
  return [
    ...(isPart ? [] : [namespaceObject(scope, namespace, own)]),
    ...others.map((other) => {
      const levels = agentLevels(scope, other);
      return namespaceObject(
        scope,
        other,
        strictest(isPart && other.value === aptNamespace(scope).value ? [...besides, ...levels] : levels),
      );
    }),
    ...madeNamespaces.filter(({ name }) => !known.has(name.value)).map((made) => bareNamespace(scope, made)),
  ];
}

interface LevelReason {
  readonly level: Level;
  readonly why: Valued<string>;
}

function agentLevels(
  { deployment: { agents } }: ObjectScope,
  namespace: Sourced<string>,
): readonly LevelReason[] {
  const there = agents.filter((agent) => agent.namespace.value === namespace.value);
  if (there.length === 0) return [];
  return [
    { level: 'baseline', why: 'builds may run as root' },
    ...there
      .filter((agent) => agent.privileged)
      .map(
        ({ name, pod }): LevelReason => ({
          level: 'privileged',
          why:
            pod === undefined
              ? joined`the agent ${name} is privileged`
              : joined`${name} makes user namespaces, without root`,
        }),
      ),
  ];
}

function strictest(reasons: readonly LevelReason[]): LevelReason {
  const order: readonly Level[] = ['privileged', 'baseline', 'restricted'];
  const [first] = [...reasons].sort((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  return first ?? { level: 'restricted', why: 'nothing that runs there needs more' };
}

function namespaceObject(
  scope: ObjectScope,
  name: Sourced<string>,
  { level, why }: LevelReason,
): KubernetesObject {
  const origin = fromPolicy(`The strictest level of Pod Security that fits: ${plainValue(why)}.`);
  return controllerObject(scope, {
    apiVersion: 'v1',
    kind: 'Namespace',
    name,
    component: 'namespace',
    labels: {
      [podSecurityLabel]: sourced(level, fromSeveral([...originsOf(why), origin])),
    },
    body: {},
    comments: [joined`Pod Security: ${level}, since ${why}.`],
    origin,
  });
}

function bareNamespace(scope: ObjectScope, { name, podSecurity }: MadeNamespace): KubernetesObject {
  return controllerObject(scope, {
    apiVersion: 'v1',
    kind: 'Namespace',
    name,
    component: 'environment',
    ...(podSecurity === undefined ? {} : { labels: { [podSecurityLabel]: podSecurity } }),
    body: {},
    comments: ['Of an environment: the role of the jobs that deploy there is made in it.'],
    origin: fromPolicy('Roles can only be made where a namespace is.'),
  });
}
