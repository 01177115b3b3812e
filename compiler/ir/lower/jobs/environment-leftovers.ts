import { fromSeveral } from '../../../text/origin.ts';
import type { TracedText } from '../../../text/traced-text.ts';
import { compareText } from '../../../util/compare-text.ts';
import type { EnvironmentIr } from '../../kubernetes/environment.ts';
import { appliedObjects, deployedObjects } from '../../kubernetes/environment-objects.ts';
import type { ObjectId } from '../../kubernetes/kubernetes-object.ts';
import { type ListedKind, listedGroups, listedKinds } from '../../kubernetes/listed-kinds.ts';
import type { JobScope } from './job-scope.ts';
import { renderScript } from './render-script.ts';

/**
 * Returns the shell script that lists the objects of an environment that are in the cluster and no longer in the
 * specs, and deletes them where the settings say so. Volume claims and third-party resources hold data: they are
 * only ever listed (the operator deleted both after a mere typo, B27).
 */
export function environmentLeftovers(scope: JobScope, environment: EnvironmentIr): TracedText {
  const { prune } = scope.settings.pipeline.service_manage;
  const wanted = [...appliedObjects(environment), ...deployedObjects(environment)]
    .map(({ id, origin }) => ({ name: resourceName(id), origin }))
    .sort((a, b) => compareText(a.name, b.name));
  const pruned = listedKinds.filter(({ prunable }) => prunable).map((kind) => `${resourceOf(kind)}/*`);
  return renderScript('leftovers.sh', {
    namespace: environment.namespace.value,
    selector: labelSelector(scope, environment),
    resources: listedKinds.map(resourceOf).join(','),
    groups: listedGroups.join(' '),
    wanted,
    prune: prune.value,
    pruneOrigin: prune.origin,
    pruned: pruned.join(' | '),
    environment: environment.name.value,
    origin: fromSeveral([environment.origin, environment.namespace.origin]),
  });
}

/** As kubectl names a kind: with its API group. */
function resourceOf({ group, singular }: ListedKind): string {
  return group === '' ? singular : `${singular}.${group}`;
}

/** As `kubectl get --output=name` prints it: kind, API group, name. */
function resourceName({ apiVersion, kind, name }: ObjectId): string {
  const group = apiVersion.includes('/') ? `.${apiVersion.split('/')[0]}` : '';
  return `${kind.toLowerCase()}${group}/${name}`;
}

/** The labels that every object of the environment has. */
function labelSelector({ project }: JobScope, { slug }: EnvironmentIr): string {
  return [
    'app.kubernetes.io/managed-by=bitesize',
    `app.kubernetes.io/part-of=${project.name.value}`,
    `bitesize/environment=${slug.slice(0, 63).replace(/-+$/, '')}`,
  ].join(',');
}
