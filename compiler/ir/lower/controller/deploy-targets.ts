import { fromSeveral } from '../../../text/origin.ts';
import { sourced } from '../../../text/sourced.ts';
import { compareText } from '../../../util/compare-text.ts';
import { groupBy } from '../../../util/group-by.ts';
import type { DeployedResource, DeployTarget } from '../../controller/controller-deployment.ts';
import type { EnvironmentIr } from '../../kubernetes/environment.ts';
import { appliedObjects, deployedObjects } from '../../kubernetes/environment-objects.ts';
import type { ObjectId } from '../../kubernetes/kubernetes-object.ts';

/**
 * Returns the namespaces that jobs deploy to, with the kinds of objects that they apply there: what their role has to
 * allow, and no more. A volume claim is never deleted, whatever `prune` says.
 */
export function deployTargets(
  environments: readonly EnvironmentIr[],
  prune: boolean,
): readonly DeployTarget[] {
  const byNamespace = [...groupBy(environments, ({ namespace }) => namespace.value)];
  return byNamespace
    .sort(([a], [b]) => compareText(a, b))
    .map(([namespace, sharing]): DeployTarget => {
      const origin = fromSeveral(sharing.map((environment) => environment.namespace.origin));
      const objects = sharing.flatMap((environment) => [
        ...appliedObjects(environment),
        ...deployedObjects(environment),
      ]);
      return {
        namespace: sourced(namespace, origin),
        resources: resourcesOf(
          objects.map(({ id }) => id).filter((id) => id.namespace !== undefined),
          prune,
        ),
        origin,
      };
    });
}

function resourcesOf(ids: readonly ObjectId[], prune: boolean): readonly DeployedResource[] {
  const found = new Map<string, DeployedResource>();
  for (const { apiVersion, kind } of ids) {
    const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
    const resource = pluralOf(kind);
    const pruned = prune && resource !== 'persistentvolumeclaims';
    found.set(`${group}/${resource}`, { group, resource, pruned });
  }
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([, resource]) => resource);
}

/** The rule by which the API machinery guesses the plural of a kind (`meta.UnsafeGuessKindToResource`). */
function pluralOf(kind: string): string {
  const singular = kind.toLowerCase();
  if (singular === 'endpoints') return singular;
  if (singular.endsWith('s')) return `${singular}es`;
  return singular.endsWith('y') ? `${singular.slice(0, -1)}ies` : `${singular}s`;
}
