import type { Entity, Field } from '../../diff/entity.ts';
import type { Origin } from '../../text/origin.ts';
import { plainValue } from '../../text/traced-text.ts';
import { type ClusterObject, objectFields } from './cluster-objects.ts';
import { type Data, type DataRecord, isRecord, withoutServerFields } from './object-data.ts';

/** An object on both sides; the wanted one knows the places of the specs. */
export interface EntityPair {
  readonly wanted: Entity;
  readonly live: Entity;
}

/**
 * Returns an object as it is and as it would be after applying, as the server says. Left out is what the server sets itself:
 * status, and the defaults of what comes with a manifest.
 */
export function mergedEntities(object: ClusterObject, live: DataRecord, merged: DataRecord): EntityPair {
  const { kind } = object.id;
  const before = objectFields(kind, withoutServerFields(live));
  const after = objectFields(kind, withoutServerFields(merged));
  const own = object.entity.fields;
  const written = new Set([...own.keys()].map(withoutEntries));
  const isDefault = (path: string) => !before.has(path) && !written.has(withoutEntries(path));
  const kept = new Map([...after].filter(([path]) => !isDefault(path)));
  // Nothing is hidden where only that differs.
  const shown = differing(before, kept).length > 0 ? kept : after;
  const left = withoutScaled(object, before, shown);
  return entityPair(object, left.before, left.after);
}

function entityPair(
  { entity }: ClusterObject,
  before: Entity['fields'],
  after: Entity['fields'],
): EntityPair {
  const orders = orderFields(before, after);
  return {
    live: { ...entity, origin: undefined, fields: new Map([...before, ...orders.before]) },
    wanted: { ...entity, fields: withOrigins(entity, before, new Map([...after, ...orders.after])) },
  };
}

/**
 * Entries that have names are known by them, so their order is in no field. Where both sides have the same names in another
 * order, that is a field: variables may refer to those before them.
 */
function orderFields(
  before: Entity['fields'],
  after: Entity['fields'],
): { readonly before: Entity['fields']; readonly after: Entity['fields'] } {
  const [old, now] = [listsOf(before), listsOf(after)];
  const fields = { before: new Map<string, Field>(), after: new Map<string, Field>() };
  for (const [list, were] of old) {
    const are = now.get(list);
    if (are === undefined || are.size !== were.size || [...are].some((name) => !were.has(name))) continue;
    const [was, is] = [[...were].join(', '), [...are].join(', ')];
    if (was === is) continue;
    fields.before.set(`${list} (order)`, { value: was, origin: undefined });
    fields.after.set(`${list} (order)`, { value: is, origin: undefined });
  }
  return fields;
}

/** The names of the entries of each list, in their order. */
function listsOf(fields: Entity['fields']): ReadonlyMap<string, ReadonlySet<string>> {
  const lists = new Map<string, Set<string>>();
  for (const path of fields.keys())
    for (const match of path.matchAll(/\[([^\]]*)\]/g)) {
      const list = path.slice(0, match.index);
      lists.set(list, (lists.get(list) ?? new Set()).add(match[1] ?? ''));
    }
  return lists;
}

/** An autoscaler decides on the number of pods; the jobs keep the one that runs before they apply a manifest without. */
function withoutScaled(
  { rollout }: ClusterObject,
  before: Entity['fields'],
  after: Entity['fields'],
): { readonly before: Entity['fields']; readonly after: Entity['fields'] } {
  if (rollout === undefined || !plainValue<boolean>(rollout.autoscaled)) return { before, after };
  const without = (fields: Entity['fields']) => new Map([...fields].filter(([path]) => path !== REPLICAS));
  return { before: without(before), after: without(after) };
}

const REPLICAS = 'spec.replicas';

/**
 * Returns an object as it is and as its manifest has it, for what the server would not try: only fields that the manifest
 * has, entries of lists that belong to it, and those of some paths.
 */
export function manifestEntities(
  object: ClusterObject,
  live: DataRecord,
  more: ReadonlySet<string> = new Set(),
): EntityPair {
  const { kind } = object.id;
  const whole = withoutServerFields(live);
  const seen = shapedLike(object.data, whole);
  const others = [...objectFields(kind, whole)].filter(([path]) => more.has(path));
  const before = new Map([...others, ...objectFields(kind, seen)]);
  return entityPair(object, before, objectFields(kind, object.data));
}

/** Lists whose entries several owners share: each knows its own by a key. */
const SHARED_LISTS: ReadonlySet<string> = new Set([
  'containers',
  'env',
  'ephemeralContainers',
  'hostAliases',
  'imagePullSecrets',
  'initContainers',
  'ports',
  'topologySpreadConstraints',
  'volumeDevices',
  'volumeMounts',
  'volumes',
]);

function shapedLike(wanted: Data, live: Data | undefined, name = ''): Data | undefined {
  if (live === undefined) return undefined;
  if (isRecord(wanted) && isRecord(live)) {
    const parts = Object.entries(wanted).flatMap(([key, value]) => {
      const part = Object.hasOwn(live, key) ? shapedLike(value, live[key], key) : undefined;
      return part === undefined ? [] : [[key, part] as const];
    });
    return Object.fromEntries(parts);
  }
  if (!Array.isArray(wanted) || !Array.isArray(live)) return live;
  const [ours, theirs] = [wanted as readonly Data[], live as readonly Data[]];
  const keys = ours.map(entryKey);
  const isShared = SHARED_LISTS.has(name) && new Set(keys).size === keys.length && !keys.includes(undefined);
  if (!isShared) return theirs.map((item, index) => shapedLike(ours[index] ?? item, item) ?? item);
  return ours.flatMap((item, index) => {
    const same = theirs.find((other) => entryKey(other) === keys[index]);
    return shapedLike(item, same) ?? [];
  });
}

/** What entries of shared lists are known by; undefined for what has no key, such as a port of a NetworkPolicy. */
function entryKey(entry: Data): string | undefined {
  if (!isRecord(entry)) return undefined;
  const { name, mountPath, devicePath, ip, containerPort, protocol } = entry;
  if (name === undefined && containerPort !== undefined) return `${containerPort} ${protocol ?? 'TCP'}`;
  const key = name ?? mountPath ?? devicePath ?? ip;
  return key === undefined || key === null ? undefined : String(key);
}

/** Returns the paths whose values are not the same. */
export function differing(before: Entity['fields'], after: Entity['fields']): readonly string[] {
  return [...new Set([...before.keys(), ...after.keys()])].filter(
    (path) => before.get(path)?.value !== after.get(path)?.value,
  );
}

/** Of what does not differ nobody asks where it comes from. */
function withOrigins(own: Entity, before: Entity['fields'], after: Entity['fields']): Entity['fields'] {
  return new Map(
    [...after].map(([path, { value }]): [string, Field] => {
      const written = own.fields.get(path);
      if (written?.value === value) return [path, written];
      const isSame = before.get(path)?.value === value;
      return [
        path,
        { value, origin: isSame ? written?.origin : (written?.origin ?? nearestOrigin(own, path)) },
      ];
    }),
  );
}

/** Returns the place of the closest field around a path, or that of the object. */
export function nearestOrigin({ fields, origin }: Entity, path: string): Origin | undefined {
  for (let part = withoutEntries(path); part !== ''; part = part.replace(/(?:^|\.)[^.]*$/, '')) {
    for (const [other, field] of fields) {
      const plain = withoutEntries(other);
      if (plain === part || plain.startsWith(`${part}.`) || plain.startsWith(`${part}[`))
        return field.origin ?? origin;
    }
  }
  return origin;
}

/** Returns a path without the names and numbers of entries of lists: `spec.ports[].port`. */
export function withoutEntries(path: string): string {
  return path.replace(/\[[^\]]*\]/g, '[]');
}
