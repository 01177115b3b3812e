import type {
  DeployedResource,
  DeployTarget,
  MadeNamespace,
} from '../../../model/controller/controller-deployment.ts';
import type { ObjectScope } from '../../../model/controller/kubernetes/controller-labels.ts';
import { controllerObject } from '../../../model/controller/kubernetes/controller-object.ts';
import type { KubernetesObject } from '../../../model/kubernetes/kubernetes-object.ts';
import { commonOrigin, fromPolicy, fromSeveral, type Origin } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import type { Traceable } from '../../../text/traced-text.ts';
import { groupBy } from '../../../util/group-by.ts';
import { resourceKey } from '../deploy-targets.ts';

const reason = fromPolicy('Exactly the kinds of objects that the jobs apply there.');
const group = 'rbac.authorization.k8s.io';
const component = 'deploy';

/**
 * Returns what jobs that deploy may do, namespace by namespace: apply the kinds of objects that the environment has,
 * watch them roll out, and list what left the specs. They may delete only where `prune` is set, and never data.
 */
export function deployRoles(scope: ObjectScope): readonly KubernetesObject[] {
  const { deployTargets, madeNamespaces, agents } = scope.deployment;
  const subjects = agents
    .filter((agent) => agent.deploys)
    .map(({ serviceAccount: name, namespace }) => ({ kind: 'ServiceAccount', name, namespace }));
  if (subjects.length === 0) return [];
  return [
    ...(madeNamespaces.length === 0 ? [] : namespaceRole(scope, madeNamespaces, subjects)),
    ...deployTargets.flatMap((target) => targetRole(scope, target, subjects)),
  ];
}

function targetRole(
  scope: ObjectScope,
  target: DeployTarget,
  subjects: readonly Traceable[],
): readonly KubernetesObject[] {
  const { namespace, origin } = target;
  const name = roleName(scope);
  const common = { name, namespace, component, origin: fromSeveral([origin, reason]) };
  return [
    controllerObject(scope, {
      ...common,
      apiVersion: `${group}/v1`,
      kind: 'Role',
      body: { rules: tracedRules(target) },
    }),
    controllerObject(scope, {
      ...common,
      apiVersion: `${group}/v1`,
      kind: 'RoleBinding',
      body: { roleRef: { apiGroup: group, kind: 'Role', name }, subjects },
    }),
  ];
}

/** Namespaces with the same kinds of objects have the same list. */
const knownRules = new WeakMap<readonly DeployedResource[], readonly KnownRule[]>();

function rulesFor(resources: readonly DeployedResource[]): readonly KnownRule[] {
  const known = knownRules.get(resources);
  if (known !== undefined) return known;
  const alike = groupBy(resources, (resource) => `${resource.group} ${resource.verbs.join()}`);
  const rules = [...alike.values()].map(rule);
  const traced = rules.map((one) => ({ ...one, isApart: rules.some((other) => isSetApart(one, other)) }));
  knownRules.set(resources, traced);
  return traced;
}

interface KnownRule extends Rule {
  /** Whether only the right to delete sets it apart from another one. */
  readonly isApart: boolean;
}

interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  /** By which their causes are known. */
  readonly keys: readonly string[];
  readonly verbs: readonly string[];
}

/**
 * Returns the rules with their causes. A kind is there because of its objects. Only `prune` lets jobs delete, and sets
 * apart what they may delete from what they only list.
 */
function tracedRules({ resources, causes, prune: { origin } }: DeployTarget): readonly Traceable[] {
  return rulesFor(resources).map(({ apiGroups, verbs, keys, isApart, ...rule }): Traceable => {
    const traced = {
      apiGroups,
      resources: rule.resources.map((resource, index) => caused(resource, causes.get(keys[index] ?? ''))),
      verbs: verbs.map((verb) => (verb === 'delete' ? sourced(verb, origin) : verb)),
    };
    return caused<Traceable>(traced, isApart ? origin : undefined);
  });
}

function caused<T extends Traceable>(value: T, cause: Origin | undefined): T | Sourced<T> {
  return cause === undefined ? value : sourced(value, cause);
}

/** Whether a rule only differs from another one of its group by letting jobs delete. */
function isSetApart(rule: Rule, other: Rule): boolean {
  return (
    rule.verbs.includes('delete') &&
    rule.apiGroups.join() === other.apiGroups.join() &&
    rule.verbs.filter((verb) => verb !== 'delete').join() === other.verbs.join()
  );
}

function rule(resources: readonly DeployedResource[]): Rule {
  const [first] = resources;
  return {
    apiGroups: [first?.group ?? ''],
    resources: resources.map(({ resource }) => resource),
    keys: resources.map(resourceKey),
    verbs: first?.verbs ?? [],
  };
}

/** Namespaces belong to the cluster. The right to make one cannot be limited to a name. */
function namespaceRole(
  scope: ObjectScope,
  made: readonly MadeNamespace[],
  subjects: readonly Traceable[],
): readonly KubernetesObject[] {
  const name = roleName(scope);
  const namespaces = made.map(({ name: of }) => of);
  const asked = commonOrigin(made.map(({ origin: why }) => why));
  const origin = fromSeveral([...(asked === undefined ? [] : [asked]), reason]);
  const resources = ['namespaces'];
  const apiGroups = [''];
  return [
    controllerObject(scope, {
      apiVersion: `${group}/v1`,
      kind: 'ClusterRole',
      name,
      component,
      origin,
      body: {
        rules: [
          { apiGroups, resources, verbs: ['create'] },
          { apiGroups, resources, resourceNames: namespaces, verbs: ['get', 'patch', 'update'] },
        ],
      },
      comments: [
        'The specs ask for the namespaces of environments to be made, which belong to the whole cluster.',
      ],
    }),
    controllerObject(scope, {
      apiVersion: `${group}/v1`,
      kind: 'ClusterRoleBinding',
      name,
      component,
      origin,
      body: { roleRef: { apiGroup: group, kind: 'ClusterRole', name }, subjects },
    }),
  ];
}

/**
 * Several Jenkinses, and several projects of a controller, may deploy to one namespace, where each has a role of its own.
 * No name of a Jenkins, a project or a namespace has a dot, so no two of them give one name.
 */
function roleName({ deployment: { name, namespace }, role }: ObjectScope): Sourced<string> {
  const own =
    role.kind === 'part' ? [name.value, role.hosting.slug.value, 'deploy'] : [`${name.value}-deploy`];
  const origins = [
    name.origin,
    namespace.origin,
    ...(role.kind === 'part' ? [role.hosting.slug.origin] : []),
  ];
  return sourced([...own, namespace.value].join('.'), fromSeveral(origins));
}
