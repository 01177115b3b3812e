import type { Kubectl } from '../../host/kubectl.ts';
import { pluralOf } from '../../model/kubernetes/deploy-rights.ts';
import type { ObjectId } from '../../model/kubernetes/kubernetes-object.ts';
import { groupBy } from '../../util/group-by.ts';
import { parseJson } from '../../util/parse-json.ts';
import { type ClusterObject, groupOf, idOf, keyOf } from './cluster-objects.ts';
import { endsAll, failuresOf, type KubectlFailure } from './kubectl-failure.ts';
import { type DataRecord, isRecord } from './object-data.ts';

/** What is asked for: its name, and a manifest that says it. */
export type AskedObject = Pick<ClusterObject, 'id' | 'text'>;

/** What the cluster has of the objects that were asked for. */
export interface ReadObjects {
  /** By `keyOf`: whole, with `metadata.managedFields`. */
  readonly found: ReadonlyMap<string, DataRecord>;
  /** Those that nobody can tell about, and why. */
  readonly unread: ReadonlyMap<AskedObject, KubectlFailure>;
  /** Set when nothing more can be asked. */
  readonly end?: KubectlFailure;
}

/**
 * Returns what the cluster has of some objects. An object that is neither found nor unread is not there. One run asks for
 * all; only for what its messages leave open others follow, one for each kind and namespace.
 */
export function readObjects(kubectl: Kubectl, objects: readonly AskedObject[]): ReadObjects {
  const found = new Map<string, DataRecord>();
  const unread = new Map<AskedObject, KubectlFailure>();
  const first = get(kubectl, objects, found);
  const end = first.find(endsAll);
  if (end !== undefined) return { found, unread, end };
  if (first.length === 0) return { found, unread };
  const open = objects.filter((object) => !found.has(keyOf(object.id)));
  const left = open.filter((object) => {
    const why = first.find((failure) => isAbout(failure, object.id));
    if (why !== undefined) unread.set(object, why);
    return why === undefined;
  });
  if (first.every((failure) => open.some(({ id }) => isAbout(failure, id)))) return { found, unread };
  for (const group of groupBy(left, ({ id }) => `${groupOf(id)}/${id.kind} ${id.namespace ?? ''}`).values()) {
    const failures = get(kubectl, group, found);
    const [why] = failures;
    if (why === undefined) continue;
    if (endsAll(why)) return { found, unread, end: why };
    for (const object of group) if (!found.has(keyOf(object.id))) unread.set(object, why);
  }
  return { found, unread };
}

/** Returns whether a failure says why an object could not be asked for. */
export function isAbout(failure: KubectlFailure, id: ObjectId): boolean {
  if (failure.kind === 'unknown-kind') return failure.of === id.kind && failure.version === id.apiVersion;
  if (failure.kind === 'no-namespace') return failure.namespace === id.namespace;
  if (failure.kind !== 'forbidden') return false;
  const group = groupOf(id);
  return (
    failure.group === group &&
    failure.resource === pluralOf(group, id.kind) &&
    (failure.namespace === undefined || failure.namespace === id.namespace)
  );
}

/** Adds what is found; returns what kubectl complains about. */
function get(
  kubectl: Kubectl,
  objects: readonly AskedObject[],
  found: Map<string, DataRecord>,
): readonly KubectlFailure[] {
  if (objects.length === 0) return [];
  const ran = kubectl.run(
    ['get', '--filename=-', '--output=json', '--ignore-not-found', '--show-managed-fields'],
    manifestsOf(objects),
  );
  for (const item of itemsOf(ran.started ? ran.stdout : '')) {
    const id = idOf(item);
    if (id !== undefined) found.set(keyOf(id), item);
  }
  return ran.started && ran.code === 0 ? [] : failuresOf(ran);
}

/** Returns the objects of a list, or the one object, that kubectl printed as JSON. */
export function itemsOf(text: string): readonly DataRecord[] {
  const parsed = text.trim() === '' ? undefined : parseJson(text);
  if (!isRecord(parsed)) return [];
  const { items } = parsed;
  return Array.isArray(items) ? items.filter(isRecord) : [parsed];
}

/** Returns objects as the documents of one file. */
export function manifestsOf(objects: readonly Pick<AskedObject, 'text'>[]): string {
  return objects.map(({ text }) => text).join('---\n');
}
