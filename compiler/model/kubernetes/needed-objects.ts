import { plain } from '../../print/yaml.ts';
import { fromSeveral, type Origin } from '../../text/origin.ts';
import { compareText } from '../../util/compare-text.ts';
import { groupBy } from '../../util/group-by.ts';
import type { KubernetesObject } from './kubernetes-object.ts';

/** An object that manifests refer to, and that somebody else has to make. */
export interface NeededObject {
  readonly namespace: string;
  readonly kind: 'Secret' | 'ConfigMap' | 'PersistentVolumeClaim';
  readonly name: string;
  /** The keys that are read; empty where all of it is, or where its type says what is in it. */
  readonly keys: readonly string[];
  /** What refers to it, such as `Deployment web`. */
  readonly usedBy: readonly string[];
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
  const found = objects.flatMap(({ id, manifest, origin }): readonly NeededObject[] => {
    if (!referring.has(id.kind)) return [];
    return [...references(plain(manifest))].map(({ kind, name, keys }) => ({
      namespace: id.namespace ?? '',
      kind,
      name,
      keys,
      usedBy: [`${id.kind} ${id.name}`],
      origin,
    }));
  });
  return mergedNeeds(found).filter(({ namespace, kind, name }) => !made.has(`${namespace} ${kind} ${name}`));
}

/** Returns each object once, with all its keys and whatever uses it, sorted. */
export function mergedNeeds(needs: readonly NeededObject[]): readonly NeededObject[] {
  const keyOf = ({ namespace, kind, name }: NeededObject) => `${namespace} ${kind} ${name}`;
  return [...groupBy(needs, keyOf)]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, same]) => {
      const [first] = same;
      if (first === undefined) return [];
      const sorted = (texts: readonly string[]) => [...new Set(texts)].sort(compareText);
      return {
        ...first,
        keys: same.some(({ keys }) => keys.length === 0) ? [] : sorted(same.flatMap(({ keys }) => keys)),
        usedBy: sorted(same.flatMap(({ usedBy }) => usedBy)),
        origin: fromSeveral(same.map(({ origin }) => origin)),
      };
    });
}

type Reference = Pick<NeededObject, 'kind' | 'name' | 'keys'>;

/** The fields of pods, Ingresses and Gateways that name a Secret or a ConfigMap. */
function* references(node: unknown): Generator<Reference> {
  if (Array.isArray(node)) {
    for (const item of node) yield* references(item);
  } else if (isMap(node)) {
    for (const [field, value] of Object.entries(node)) {
      yield* referencesIn(field, value);
      yield* references(value);
    }
  }
}

function* referencesIn(field: string, value: unknown): Generator<Reference> {
  if (field === 'credentialName' && typeof value === 'string') {
    yield { kind: 'Secret', name: value, keys: ['tls.crt', 'tls.key'] };
  } else if (field === 'tls' && Array.isArray(value)) {
    for (const { secretName } of value.filter(isMap))
      yield* named('Secret', secretName, ['tls.crt', 'tls.key']);
  } else if (field === 'imagePullSecrets' && Array.isArray(value)) {
    for (const { name } of value.filter(isMap)) yield* named('Secret', name, ['.dockerconfigjson']);
  } else if (isMap(value)) {
    if (field === 'secretKeyRef') yield* named('Secret', value.name, [String(value.key)]);
    if (field === 'secret') yield* named('Secret', value.secretName ?? value.name, itemKeys(value.items));
    if (field === 'configMap') yield* named('ConfigMap', value.name, itemKeys(value.items));
  }
}

function* named(kind: Reference['kind'], name: unknown, keys: readonly string[]): Generator<Reference> {
  if (typeof name === 'string') yield { kind, name, keys };
}

function itemKeys(items: unknown): readonly string[] {
  return Array.isArray(items) ? items.filter(isMap).map(({ key }) => String(key)) : [];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
