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
  const found: NeededObject[] = [];
  for (const object of objects) {
    const { id, manifest, origin } = object;
    if (!referring.has(id.kind)) continue;
    const references: Reference[] = [];
    findReferences(manifest, origin, references);
    if (references.length === 0) continue;
    const namespace = objectNamespace(object) ?? '';
    const usedBy = [joined`${id.kind} ${objectName(object)}`];
    for (const { kind, name, keys, origin: holder } of references)
      found.push({ kind, name, keys, namespace, usedBy, origin: fromSeveral([holder, origin]) });
  }
  if (found.length === 0) return [];
  const made = new Set(objects.map(({ id }) => `${id.namespace} ${id.kind} ${id.name}`));
  return mergedNeeds(found).filter((need) => !made.has(keyOf(need)));
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
  const [only] = same;
  if (only !== undefined && same.length === 1) return only;
  const origins = same.flatMap(originsOf);
  const text = plainValue(same[0] ?? '');
  return origins.length === 0 ? text : sourced(text, fromSeveral(origins));
}

type Reference = Pick<NeededObject, 'kind' | 'name' | 'keys' | 'origin'>;

/**
 * Adds the fields of pods, Ingresses and Gateways that name a Secret or a ConfigMap; `origin` is that of what holds them.
 */
function findReferences(node: Traceable | undefined, origin: Origin, found: Reference[]): void {
  if (typeof node !== 'object' || node === null) return;
  if (node instanceof Sourced) findReferences(node.value, node.origin, found);
  else if (Array.isArray(node)) for (const item of node) findReferences(item, origin, found);
  else if (isMap(node))
    for (const field in node) {
      const value = node[field];
      if (naming.has(field)) addNamed(field, value, origin, found);
      findReferences(value, origin, found);
    }
}

/** The fields that name a Secret or a ConfigMap, or hold what does. */
const naming: ReadonlySet<string> = new Set([
  'configMap',
  'credentialName',
  'imagePullSecrets',
  'secret',
  'secretKeyRef',
  'tls',
]);

function addNamed(field: string, value: Traceable | undefined, origin: Origin, found: Reference[]): void {
  if (value instanceof Sourced && typeof value.value !== 'string') {
    addNamed(field, value.value, value.origin, found);
    return;
  }
  const add = (
    kind: Reference['kind'],
    name: Traceable | undefined,
    keys: readonly Valued<string>[],
  ): void => {
    for (const text of textsIn([name])) found.push({ kind, name: text, keys, origin });
  };
  if (field === 'credentialName') add('Secret', value, ['tls.crt', 'tls.key']);
  else if (field === 'tls')
    for (const { secretName } of mapsIn(value)) add('Secret', secretName, ['tls.crt', 'tls.key']);
  else if (field === 'imagePullSecrets')
    for (const { name } of mapsIn(value)) add('Secret', name, ['.dockerconfigjson']);
  else if (isMap(value)) {
    const { name, key, secretName, items } = value;
    if (field === 'secretKeyRef') add('Secret', name, textsIn([key]));
    else if (field === 'secret') add('Secret', secretName ?? name, itemKeys(items));
    else add('ConfigMap', name, itemKeys(items));
  }
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
