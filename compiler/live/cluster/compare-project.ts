import type { Entity } from '../../diff/entity.ts';
import type { Kubectl } from '../../host/kubectl.ts';
import { groupBy } from '../../util/group-by.ts';
import { type ClusterObject, groupOf, keyOf } from './cluster-objects.ts';
import { withDeployedVersion } from './deployed-version.ts';
import { type FieldOwner, fieldOwners } from './field-owners.ts';
import type { KubectlFailure } from './kubectl-failure.ts';
import { type DataRecord, dataAt } from './object-data.ts';
import { manifestEntities, mergedEntities } from './object-entities.ts';
import { type AskedObject, type ReadObjects, readObjects } from './read-objects.ts';
import { type ObjectPair, type ServerDiff, serverDiff } from './server-diff.ts';

/** What is known of an object after the cluster was asked. */
export interface ComparedObject {
  readonly object: ClusterObject;
  /**
   * `present`: it is there, the same or not. `missing`: it is not there. `waiting`: it is not there, and a deploy job makes
   * it when it first deploys. `unread`: nobody knows.
   */
  readonly state: 'present' | 'missing' | 'waiting' | 'unread';
  readonly wanted: Entity;
  /** Of one that is present. */
  readonly live?: Entity;
  /** Why it could not be read, or not be tried, or is refused. */
  readonly failure?: KubectlFailure;
  /** Who set what of the live one. */
  readonly owners: readonly FieldOwner[];
  readonly isBeingDeleted: boolean;
}

/** What the cluster says about a project. */
export interface ComparedProject {
  readonly objects: readonly ComparedObject[];
  /** Namespaces of its objects that are not there. */
  readonly absentNamespaces: ReadonlySet<string>;
  readonly warnings: readonly string[];
  /** Set when nothing more can be asked; what was not compared is left out. */
  readonly end?: KubectlFailure;
}

/** The field manager of each applier, as the README of the controller and the jobs have it. */
const managers = { people: 'kubectl', 'service-manage': 'bitesize', deploy: 'bitesize' } as const;

/** Returns the field manager that applies an object. */
export function managerOf({ by }: ClusterObject): string {
  return managers[by];
}

/**
 * Compares the objects of a project with a cluster, as the server would apply them. `isTried` tries what is missing, too: the
 * server may refuse it.
 */
export function compareProject(
  kubectl: Kubectl,
  objects: readonly ClusterObject[],
  isTried: boolean,
): ComparedProject {
  const read = readObjects(kubectl, [...objects, ...namespacesOf(objects)]);
  const none = { objects: [], absentNamespaces: new Set<string>(), warnings: [] };
  if (read.end !== undefined) return { ...none, end: read.end };
  const absentNamespaces = absentIn(objects, read);
  const filled = objects.map((object) => {
    const live = read.found.get(keyOf(object.id));
    return live === undefined ? object : withDeployedVersion(object, live);
  });
  const tried = filled.filter((object) => {
    if (read.found.has(keyOf(object.id))) return true;
    const isPossible = !read.unread.has(object) && !absentNamespaces.has(object.id.namespace ?? '');
    return isTried && isPossible && object.by !== 'deploy';
  });
  const pairs = new Map<string, ObjectPair>();
  const failed = new Map<ClusterObject, KubectlFailure>();
  const warnings = new Set<string>();
  for (const [manager, group] of groupBy(tried, managerOf)) {
    const diff: ServerDiff = serverDiff(kubectl, group, manager);
    if (diff.end !== undefined) return { ...none, end: diff.end };
    for (const object of group) {
      const pair = diff.pairs.get(keyOf(object.id));
      if (pair !== undefined) pairs.set(`${manager} ${keyOf(object.id)}`, pair);
    }
    for (const [object, failure] of diff.failed) failed.set(object, failure);
    for (const warning of diff.warnings) warnings.add(warning);
  }
  const compared = filled.map((object, index) =>
    comparedObject(object, {
      live: read.found.get(keyOf(object.id)),
      pair: pairs.get(`${managerOf(object)} ${keyOf(object.id)}`),
      unread: read.unread.get(objects[index] ?? object),
      failed: failed.get(object),
    }),
  );
  return { objects: compared, absentNamespaces, warnings: [...warnings] };
}

interface Asked {
  readonly live: DataRecord | undefined;
  readonly pair: ObjectPair | undefined;
  readonly unread: KubectlFailure | undefined;
  readonly failed: KubectlFailure | undefined;
}

function comparedObject(object: ClusterObject, { live, pair, unread, failed }: Asked): ComparedObject {
  const known = { object, wanted: object.entity, owners: [], isBeingDeleted: false };
  if (unread !== undefined) return { ...known, state: 'unread', failure: unread };
  const failure = failed === undefined ? {} : { failure: failed };
  if (live === undefined)
    return { ...known, state: object.by === 'deploy' ? 'waiting' : 'missing', ...failure };
  const owners = fieldOwners(object.id.kind, live);
  const { wanted, live: seen } =
    pair?.live !== undefined
      ? mergedEntities(object, pair.live, pair.merged)
      : failed === undefined
        ? { wanted: object.entity, live: object.entity }
        : manifestEntities(object, live, failed.kind === 'refused' ? othersPaths(object, owners) : undefined);
  return {
    ...known,
    state: 'present',
    wanted,
    live: seen,
    ...failure,
    owners,
    isBeingDeleted: dataAt(live, 'metadata', 'deletionTimestamp') !== undefined,
  };
}

/** Returns whether an entry of `metadata.managedFields` is what applying an object leaves there. */
export function isOwn(object: ClusterObject, { manager, operation }: FieldOwner): boolean {
  return manager === managerOf(object) && operation === 'Apply';
}

/** What somebody else put there is most likely why the server refuses to apply. */
function othersPaths(object: ClusterObject, owners: readonly FieldOwner[]): ReadonlySet<string> {
  return new Set(owners.filter((owner) => !isOwn(object, owner)).flatMap(({ paths }) => [...paths]));
}

/** Namespaces are asked for with the objects that are in them. */
function namespacesOf(objects: readonly ClusterObject[]): readonly AskedObject[] {
  const names = new Set(objects.flatMap(({ id }) => id.namespace ?? []));
  const made = new Set(objects.filter(isNamespace).map(({ id }) => id.name));
  return [...names]
    .filter((name) => !made.has(name))
    .map((name) => ({
      id: { apiVersion: 'v1', kind: 'Namespace', name },
      text: `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${JSON.stringify(name)}\n`,
    }));
}

function isNamespace({ id }: AskedObject): boolean {
  return id.kind === 'Namespace' && groupOf(id) === '';
}

function absentIn(objects: readonly ClusterObject[], { found, unread }: ReadObjects): ReadonlySet<string> {
  const open = new Set([...unread.keys()].filter(isNamespace).map(({ id }) => id.name));
  const names = new Set(objects.flatMap(({ id }) => id.namespace ?? []));
  return new Set(
    [...names].filter(
      (name) => !open.has(name) && !found.has(keyOf({ apiVersion: 'v1', kind: 'Namespace', name })),
    ),
  );
}
