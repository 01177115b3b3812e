import { groupBy } from '../../util/group-by.ts';

/** A kind of object that `service-manage` looks for in a namespace, to find those that left the specs. */
export interface ListedKind {
  /** API group; empty for core. */
  readonly group: string;
  readonly singular: string;
  readonly plural: string;
  /** Whether one that left the specs may be deleted: nothing is lost with it. A volume claim holds data. */
  readonly prunable: boolean;
}

/** Returns a kind as kubectl names it: with its API group. */
export function kindName({ group, singular }: Pick<ListedKind, 'group' | 'singular'>): string {
  return group === '' ? singular : `${singular}.${group}`;
}

/** The kinds that the compiler makes and that every cluster has. */
export const listedKinds: readonly ListedKind[] = [
  { group: '', singular: 'configmap', plural: 'configmaps', prunable: true },
  { group: '', singular: 'persistentvolumeclaim', plural: 'persistentvolumeclaims', prunable: false },
  { group: '', singular: 'service', plural: 'services', prunable: true },
  { group: 'apps', singular: 'deployment', plural: 'deployments', prunable: true },
  {
    group: 'autoscaling',
    singular: 'horizontalpodautoscaler',
    plural: 'horizontalpodautoscalers',
    prunable: true,
  },
  { group: 'batch', singular: 'cronjob', plural: 'cronjobs', prunable: true },
  { group: 'networking.k8s.io', singular: 'ingress', plural: 'ingresses', prunable: true },
];

/**
 * The kinds of third parties whose resources are known, by group and kind in lower case: the CRDs of Istio
 * (istio/api, `kubernetes/customresourcedefinitions.gen.yaml`) and of the Helm controller.
 */
const knownPlurals: ReadonlyMap<string, string> = new Map([
  ...listedKinds.map(({ group, singular, plural }) => [`${group}/${singular}`, plural] as const),
  ['helm.kubedex.com/helmchart', 'helmcharts'],
  ['networking.istio.io/gateway', 'gateways'],
  ['networking.istio.io/serviceentry', 'serviceentries'],
  ['networking.istio.io/virtualservice', 'virtualservices'],
]);

/**
 * Returns the resource of a kind, as rules of roles name it: its plural in lower case. The definition of a kind says
 * what it is, so only that of a kind which nobody published (`prsn.io`) is guessed, as people would write it.
 */
export function pluralOf(group: string, kind: string): string {
  const singular = kind.toLowerCase();
  return knownPlurals.get(`${group}/${singular}`) ?? guessedPlural(singular);
}

function guessedPlural(singular: string): string {
  if (/(s|x|ch|sh)$/.test(singular)) return `${singular}es`;
  return /[^aeiou]y$/.test(singular) ? `${singular.slice(0, -1)}ies` : `${singular}s`;
}

/**
 * API groups of third parties. Which of their kinds exist depends on the cluster, so the job asks it. Their objects
 * stand for databases and the like, so they are only ever listed.
 */
export const listedGroups: readonly string[] = ['helm.kubedex.com', 'networking.istio.io', 'prsn.io'];

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
