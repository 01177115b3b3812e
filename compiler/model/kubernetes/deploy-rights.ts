import { groupBy } from '../../util/group-by.ts';
import { listedGroups, listedKinds } from './listed-kinds.ts';

/** A rule of a Role. */
export interface AccessRule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

/**
 * Returns what the scripts of the deploy jobs and of `service-manage` do in a namespace besides applying objects: find
 * those that left the specs, delete them where `prune` is set, and say why a rollout failed.
 */
export function deployRights(prune: boolean): readonly AccessRule[] {
  const listed = groupBy(listedKinds, ({ group, prunable }) => `${group} ${prunable}`);
  return [
    { apiGroups: [''], resources: ['events', 'pods', 'pods/log'], verbs: ['get', 'list'] },
    { apiGroups: ['apps'], resources: ['replicasets'], verbs: ['get', 'list'] },
    ...[...listed.values()].map((kinds) => ({
      apiGroups: [kinds[0]?.group ?? ''],
      resources: kinds.map(({ plural }) => plural),
      verbs: prune && kinds[0]?.prunable === true ? ['delete', 'get', 'list'] : ['get', 'list'],
    })),
    { apiGroups: listedGroups, resources: ['*'], verbs: ['get', 'list'] },
  ];
}
