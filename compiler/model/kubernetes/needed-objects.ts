import { fromSeveral, type Origin } from '../../text/origin.ts';
import { Sourced, sourced } from '../../text/sourced.ts';
import {
  joined,
  originsOf,
  plainText,
  plainValue,
  type Traceable,
  TracedText,
  type Valued,
} from '../../text/traced-text.ts';
import { compareText } from '../../util/compare-text.ts';
import { groupBy } from '../../util/group-by.ts';
import { type KubernetesObject, objectName, objectNamespace } from './kubernetes-object.ts';

/** An object that manifests refer to, and that somebody else has to make. */
export interface NeededObject {
  readonly namespace: Valued<string>;
  readonly kind: 'Secret' | 'ConfigMap' | 'PersistentVolumeClaim';
  readonly name: Valued<string>;
  /** The keys that are read; empty where all of it is, or where its type says what is in it. */
  readonly keys: readonly Valued<string>[];
  /** What refers to it, such as `Deployment web`. */
  readonly usedBy: readonly Valued<string>[];
  readonly origin: Origin;
}

/** The kinds of ours that refer to Secrets and ConfigMaps. */
const referring: ReadonlySet<string> = new Set([
  'StatefulSet',
  'Deployment',
  'CronJob',
  'Ingress',
  'Gateway',
]);

/**
 * Returns the Secrets and ConfigMaps that objects refer to and that are not among them, sorted by namespace, kind and
 * name. Claims are always made beside what mounts them.
 */
export function neededObjects(objects: readonly KubernetesObject[]): readonly NeededObject[] {
  const made = new Set(objects.map(({ id }) => `${id.namespace} ${id.kind} ${id.name}`));
  return mergedNeeds(objects.flatMap(needsOf)).filter((need) => !made.has(keyOf(need)));
}

/** Checks and several files ask for what one object needs. */
const knownNeeds = new WeakMap<KubernetesObject, readonly NeededObject[]>();

function needsOf(object: KubernetesObject): readonly NeededObject[] {
  if (!referring.has(object.id.kind)) return none;
  const known = knownNeeds.get(object);
  if (known !== undefined) return known;
  const needs = findNeeds(object);
  knownNeeds.set(object, needs);
  return needs;
}

const none: readonly NeededObject[] = [];

function findNeeds(object: KubernetesObject): readonly NeededObject[] {
  const { id, manifest, origin } = object;
  const found: Reference[] = [];
  findReferences(manifest, origin, found);
  if (found.length === 0) return none;
  const namespace = objectNamespace(object) ?? '';
  const usedBy = [joined`${id.kind} ${objectName(object)}`];
  return found.map((reference) => ({
    ...reference,
    namespace,
    usedBy,
    origin: fromSeveral([reference.origin, origin]),
  }));
}

/** Returns each object once, with all its keys and whatever uses it, sorted. */
export function mergedNeeds(needs: readonly NeededObject[]): readonly NeededObject[] {
  return [...groupBy(needs, keyOf)]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, same]) => {
      const [first] = same;
      if (first === undefined) return [];
      const readsAll = same.some(({ keys }) => keys.length === 0);
      return {
        namespace: mergedText(same.map(({ namespace }) => namespace)),
        kind: first.kind,
        name: mergedText(same.map(({ name }) => name)),
        keys: readsAll ? [] : sortedTexts(same.flatMap(({ keys }) => keys)),
        usedBy: sortedTexts(same.flatMap(({ usedBy }) => usedBy)),
        origin: fromSeveral(same.map(({ origin }) => origin)),
      };
    });
}

function keyOf({ namespace, kind, name }: NeededObject): string {
  return `${plainValue(namespace)} ${kind} ${plainValue(name)}`;
}

function sortedTexts(texts: readonly Valued<string>[]): readonly Valued<string>[] {
  if (texts.length < 2) return texts;
  return [...groupBy(texts, (text) => plainValue(text))]
    .sort(([a], [b]) => compareText(a, b))
    .map(([, same]) => mergedText(same));
}

/** Returns one of several equal texts, with the origins of all of them. */
function mergedText(same: readonly Valued<string>[]): Valued<string> {
  const [first = ''] = same;
  if (same.length < 2) return first;
  const origins = same.flatMap(originsOf);
  const text = plainValue(first);
  return origins.length === 0 ? text : sourced(text, fromSeveral(origins));
}

type Reference = Pick<NeededObject, 'kind' | 'name' | 'keys' | 'origin'>;

/** Adds the fields of pods, Ingresses and Gateways that name a Secret or a ConfigMap; `origin` is that of what holds them. */
function findReferences(node: Traceable | undefined, origin: Origin, found: Reference[]): void {
  if (typeof node !== 'object' || node === null || node instanceof TracedText) return;
  if (node instanceof Sourced) {
    findReferences(node.value, node.origin, found);
  } else if (isList(node)) {
    for (const item of node) findReferences(item, origin, found);
  } else {
    for (const field in node) {
      const value = node[field];
      // A text refers to something only by the field that it is in.
      if (naming.has(field)) found.push(...referencesIn(field, value, origin));
      if (typeof value === 'object') findReferences(value, origin, found);
    }
  }
}

/** The fields that name something. */
const naming: ReadonlySet<string> = new Set([
  'credentialName',
  'tls',
  'imagePullSecrets',
  'secretKeyRef',
  'secret',
  'configMap',
]);

function referencesIn(field: string, value: Traceable | undefined, origin: Origin): readonly Reference[] {
  if (value instanceof Sourced && typeof value.value !== 'string') {
    return referencesIn(field, value.value, value.origin);
  }
  switch (field) {
    case 'credentialName':
      return named('Secret', value, certificateKeys, origin);
    case 'tls':
      return mapsIn(value).flatMap(({ secretName }) => named('Secret', secretName, certificateKeys, origin));
    case 'imagePullSecrets':
      return mapsIn(value).flatMap(({ name }) => named('Secret', name, ['.dockerconfigjson'], origin));
    default:
      return isMap(value) ? referencesOf(field, value, origin) : [];
  }
}

const certificateKeys = ['tls.crt', 'tls.key'];

function referencesOf(field: string, value: TraceableMap, origin: Origin): readonly Reference[] {
  const { name, key, secretName, items } = value;
  if (field === 'secretKeyRef') return named('Secret', name, textsIn([key]), origin);
  if (field === 'secret') return named('Secret', secretName ?? name, itemKeys(items), origin);
  return named('ConfigMap', name, itemKeys(items), origin);
}

function named(
  kind: Reference['kind'],
  name: Traceable | undefined,
  keys: readonly Valued<string>[],
  origin: Origin,
): readonly Reference[] {
  return textsIn([name]).map((text) => ({ kind, name: text, keys, origin }));
}

function itemKeys(items: Traceable | undefined): readonly Valued<string>[] {
  return mapsIn(items).flatMap(({ key }) => textsIn([key]));
}

/** Returns the texts among values, with their origins. */
function textsIn(values: readonly (Traceable | undefined)[]): readonly Valued<string>[] {
  return values.flatMap((value): readonly Valued<string>[] => {
    if (value instanceof TracedText) return [plainText(value)];
    if (typeof value === 'string') return [value];
    if (!(value instanceof Sourced)) return [];
    return textsIn([value.value]).map((text) =>
      text instanceof Sourced ? text : sourced(text, value.origin),
    );
  });
}

type TraceableMap = Readonly<Record<string, Traceable | undefined>>;

function mapsIn(list: Traceable | undefined): readonly TraceableMap[] {
  if (list instanceof Sourced) return mapsIn(list.value);
  if (!Array.isArray(list)) return [];
  return list.map((item) => contentOf(item)).filter(isMap);
}

function isList(node: readonly Traceable[] | TraceableMap): node is readonly Traceable[] {
  return Array.isArray(node);
}

function contentOf(node: Traceable): Traceable {
  return node instanceof Sourced ? contentOf(node.value) : node;
}

function isMap(value: Traceable | undefined): value is TraceableMap {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Sourced) &&
    !(value instanceof TracedText)
  );
}
