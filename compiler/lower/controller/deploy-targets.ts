import type { DeployedResource, DeployTarget } from '../../model/controller/controller-deployment.ts';
import { deployRights, pluralOf } from '../../model/kubernetes/deploy-rights.ts';
import { appliedObjects, deployedObjects, type EnvironmentIr } from '../../model/kubernetes/environment.ts';
import type { ObjectId } from '../../model/kubernetes/kubernetes-object.ts';
import { fromSeveral } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
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
      const ids = sharing
        .flatMap((environment) => [...appliedObjects(environment), ...deployedObjects(environment)])
        .map(({ id }) => id)
        .filter((id) => id.namespace !== undefined);
      return {
        namespace: sourced(namespace, origin),
        resources: resourcesFor(ids, prune.value),
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
  const keyOf = ({ group, resource }: DeployedResource): string => `${group}/${resource}`;
  return [...groupBy(resources, keyOf)]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, same]) => {
      const verbs = [...new Set(same.flatMap((item) => item.verbs))].sort(compareText);
      return same.slice(0, 1).map(({ group, resource }) => ({ group, resource, verbs }));
    });
}
