import type { DeployedResource, DeployTarget } from '../../model/controller/controller-deployment.ts';
import { deployRights, pluralOf } from '../../model/kubernetes/deploy-rights.ts';
import { appliedObjects, deployedObjects, type EnvironmentIr } from '../../model/kubernetes/environment.ts';
import {
  type KubernetesObject,
  type ObjectId,
  objectName,
} from '../../model/kubernetes/kubernetes-object.ts';
import { commonOrigin, fromSeveral, type Origin, withoutCauses } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import { originsOf } from '../../text/traced-text.ts';
import { compareText } from '../../util/compare-text.ts';
import { groupBy } from '../../util/group-by.ts';

/** What `kubectl apply --server-side` and `kubectl rollout status` ask for. */
const applying = ['create', 'get', 'list', 'patch', 'update', 'watch'];

/**
 * Returns the namespaces that jobs deploy to, with what they do there to which kinds of objects: what their role has
 * to allow, and no more. They apply what the environment has, list what may have left it, and delete of that only
 * where `prune` is set; never what may hold data.
 */
export function deployTargets(
  environments: readonly EnvironmentIr[],
  prune: Sourced<boolean>,
): readonly DeployTarget[] {
  const byNamespace = [...groupBy(environments, ({ namespace }) => namespace.value)];
  return byNamespace
    .sort(([a], [b]) => compareText(a, b))
    .map(([namespace, sharing]): DeployTarget => {
      const origin = fromSeveral(sharing.map((environment) => environment.namespace.origin));
      const objects = sharing
        .flatMap((environment) => [...appliedObjects(environment), ...deployedObjects(environment)])
        .filter(({ id }) => id.namespace !== undefined);
      return {
        namespace: sourced(namespace, origin),
        resources: resourcesFor(
          objects.map(({ id }) => id),
          prune.value,
        ),
        causes: kindCauses(objects),
        prune,
        origin: fromSeveral(sharing.map((environment) => environment.origin)),
      };
    });
}

/** Most namespaces hold the same kinds of objects, and then have the same list. */
const knownResources = new Map<string, readonly DeployedResource[]>();
const MOST_KNOWN = 500;

function resourcesFor(ids: readonly ObjectId[], prune: boolean): readonly DeployedResource[] {
  const kinds = new Map(ids.map((id) => [`${id.apiVersion} ${id.kind}`, id]));
  const key = [prune, ...[...kinds.keys()].sort(compareText)].join('\n');
  const known = knownResources.get(key);
  if (known !== undefined) return known;
  if (knownResources.size >= MOST_KNOWN) knownResources.clear();
  const resources = merged([...[...kinds.values()].map(applied), ...besides(prune)]);
  knownResources.set(key, resources);
  return resources;
}

/** Returns what all objects of a kind have in common, by the kind: not what only gives them their names. */
function kindCauses(objects: readonly KubernetesObject[]): ReadonlyMap<string, Origin> {
  const kinds = groupBy(objects, ({ id }) => resourceKey(applied(id)));
  return new Map(
    [...kinds].flatMap(([kind, same]) => {
      const cause = commonOrigin(
        same.map((object) => withoutCauses(object.origin, originsOf(objectName(object)))),
      );
      return cause === undefined ? [] : [[kind, cause] as const];
    }),
  );
}

/** Returns a kind of object as it is known among others. */
export function resourceKey({ group, resource }: Pick<DeployedResource, 'group' | 'resource'>): string {
  return `${group}/${resource}`;
}

function besides(prune: boolean): readonly DeployedResource[] {
  return deployRights(prune).flatMap(({ apiGroups, resources, verbs }) =>
    apiGroups.flatMap((group) => resources.map((resource) => ({ group, resource, verbs }))),
  );
}

function applied({ apiVersion, kind }: ObjectId): DeployedResource {
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
  return { group, resource: pluralOf(group, kind), verbs: applying };
}

/** Returns each resource once with all of its verbs, sorted by group and name. */
function merged(resources: readonly DeployedResource[]): readonly DeployedResource[] {
  return [...groupBy(resources, resourceKey)]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, same]) => {
      const verbs = [...new Set(same.flatMap((item) => item.verbs))].sort(compareText);
      return same.slice(0, 1).map(({ group, resource }) => ({ group, resource, verbs }));
    });
}
