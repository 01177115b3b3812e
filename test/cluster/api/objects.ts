import { load } from 'js-yaml';
import { defineOpenKind } from '../server/custom-resources.ts';
import type { Answer, ApiClient } from './api-client.ts';

/** An object as it stands in a manifest: where it belongs, and its text, which the server reads itself. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  /** YAML or JSON. */
  readonly text: string;
}

/** An object as the server keeps it. */
export interface StoredObject {
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly resourceVersion: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly finalizers?: readonly string[];
    readonly managedFields?: readonly { readonly manager: string; readonly operation: string }[];
  };
  readonly [field: string]: unknown;
}

/** How an object is applied. */
export interface ApplyOptions {
  readonly manager?: string;
  readonly as?: string;
  /** Whether fields of other managers are taken over; as in the jobs when absent. */
  readonly force?: boolean;
  readonly dryRun?: boolean;
}

interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** Resources by group and version, of a server that only ever gets more of them. */
const known = new Map<string, readonly Resource[]>();

/** Returns the manifest of a text with one object; throws for a text that has none. */
export function manifestOf(text: string, namespace?: string): Manifest {
  const { apiVersion, kind, metadata } = load(text) as Manifest & {
    readonly metadata: { readonly name: string; readonly namespace?: string };
  };
  const inside = metadata.namespace ?? namespace;
  return {
    apiVersion,
    kind,
    name: metadata.name,
    text,
    ...(inside === undefined ? {} : { namespace: inside }),
  };
}

/** Applies an object as `kubectl apply --server-side --validate=strict` does. */
export async function applyObject(
  client: ApiClient,
  manifest: Manifest,
  { manager = 'bitesize', force = true, as, dryRun = false }: ApplyOptions = {},
): Promise<Answer> {
  const query = new URLSearchParams({
    fieldManager: manager,
    force: String(force),
    fieldValidation: 'Strict',
  });
  if (dryRun) query.set('dryRun', 'All');
  const path = await pathOf(client, manifest);
  return client.request('PATCH', `${path}?${query}`, {
    body: manifest.text,
    type: 'application/apply-patch+yaml',
    ...(as === undefined ? {} : { as }),
  });
}

/** Makes an object as a program with client-go does, which applies nothing: `Create` with its own field manager. */
export async function createObject(client: ApiClient, manifest: Manifest, manager: string): Promise<Answer> {
  const path = (await pathOf(client, manifest)).replace(/\/[^/]*$/, '');
  return client.request('POST', `${path}?fieldManager=${manager}`, {
    body: JSON.stringify(load(manifest.text)),
    type: 'application/json',
  });
}

/** Returns an object, or undefined when it is not there. */
export async function getObject(
  client: ApiClient,
  id: Omit<Manifest, 'text'>,
): Promise<StoredObject | undefined> {
  const { status, text } = await client.request('GET', await pathOf(client, id));
  if (status === 404) return undefined;
  if (status !== 200) throw new Error(`${id.kind} ${id.name}: ${text}`);
  return JSON.parse(text) as StoredObject;
}

/** Removes an object at once, if it is there: no controller is there to lift what holds it back. */
export async function removeObject(client: ApiClient, id: Omit<Manifest, 'text'>): Promise<void> {
  const path = await pathOf(client, id);
  const { status, text } = await client.request('DELETE', path);
  if (status === 404) return;
  if (status >= 300) throw new Error(`${id.kind} ${id.name}: ${text}`);
  if (id.kind === 'Namespace') return finalizeNamespace(client, path);
  if (text.includes('"finalizers"')) {
    await client.request('PATCH', path, {
      body: '{"metadata":{"finalizers":null}}',
      type: 'application/merge-patch+json',
    });
  }
}

/** Returns every object of a namespace that somebody else than the server made, by `Kind/name`. */
export async function objectsIn(
  client: ApiClient,
  namespace: string,
): Promise<ReadonlyMap<string, Manifest>> {
  const found = new Map<string, Manifest>();
  for (const [apiVersion, resources] of await allResources(client)) {
    for (const { name, kind } of resources.filter(({ namespaced }) => namespaced)) {
      const { status, text } = await client.request(
        'GET',
        `${folderOf(apiVersion)}/namespaces/${namespace}/${name}`,
      );
      if (status !== 200) continue;
      const { items } = JSON.parse(text) as { readonly items: readonly StoredObject[] };
      for (const item of items) {
        const id = { apiVersion, kind, name: item.metadata.name, namespace };
        found.set(`${kind}/${id.name}`, { ...id, text: JSON.stringify(item) });
      }
    }
  }
  return found;
}

/** The namespaces of the server itself, which nobody may remove. */
const OWN_NAMESPACE = /^(default|kube-.*)$/;

/** Removes namespaces with all that is in them; of those of the server only what is in them of ours. */
export async function removeNamespaces(client: ApiClient, namespaces: Iterable<string>): Promise<void> {
  for (const name of new Set(namespaces)) {
    const isOwn = OWN_NAMESPACE.test(name);
    for (const object of (await objectsIn(client, name)).values()) {
      if (!isOwn || object.text.includes('"app.kubernetes.io/managed-by":"bitesize"'))
        await removeObject(client, object);
    }
    if (isOwn) continue;
    await removeObject(client, { apiVersion: 'v1', kind: 'Namespace', name });
  }
}

/** Makes a namespace that is not there yet. */
export async function ensureNamespace(client: ApiClient, name: string): Promise<void> {
  const { status, text } = await client.request('POST', '/api/v1/namespaces', {
    body: JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }),
    type: 'application/json',
  });
  if (status !== 201 && status !== 409) throw new Error(`namespace ${name}: ${text}`);
}

/** Has the server know the kind of an object, if it is one of those that are defined when they are met. */
export async function ensureKind(client: ApiClient, id: Omit<Manifest, 'text'>): Promise<void> {
  await resourceOf(client, id);
}

/** Only the namespace controller lets a namespace go, and there is none. */
async function finalizeNamespace(client: ApiClient, path: string): Promise<void> {
  const { status, text } = await client.request('GET', path);
  if (status !== 200) return;
  const namespace = { ...(JSON.parse(text) as StoredObject), spec: { finalizers: [] } };
  await client.request('PUT', `${path}/finalize`, {
    body: JSON.stringify(namespace),
    type: 'application/json',
  });
}

async function pathOf(client: ApiClient, id: Omit<Manifest, 'text'>): Promise<string> {
  const { name, namespaced } = await resourceOf(client, id);
  const inside = namespaced ? `/namespaces/${id.namespace ?? 'default'}` : '';
  return `${folderOf(id.apiVersion)}${inside}/${name}/${id.name}`;
}

async function resourceOf(
  client: ApiClient,
  { apiVersion, kind }: Pick<Manifest, 'apiVersion' | 'kind'>,
): Promise<Resource> {
  const find = async () => (await resourcesOf(client, apiVersion)).find((resource) => resource.kind === kind);
  const found = await find();
  if (found !== undefined) return found;
  known.delete(apiVersion);
  if ((await find()) === undefined) await defineOpenKind(client, apiVersion, kind);
  known.delete(apiVersion);
  const defined = await find();
  if (defined === undefined) throw new Error(`the server knows no ${kind} of ${apiVersion}`);
  return defined;
}

async function resourcesOf(client: ApiClient, apiVersion: string): Promise<readonly Resource[]> {
  const cached = known.get(apiVersion);
  if (cached !== undefined) return cached;
  const { status, text } = await client.request('GET', folderOf(apiVersion));
  const resources =
    status === 200 ? (JSON.parse(text) as { readonly resources: readonly Resource[] }).resources : [];
  const main = resources.filter(({ name }) => !name.includes('/'));
  known.set(apiVersion, main);
  return main;
}

/** Groups that no object of ours is in, and that would only answer slowly. */
const NOT_OURS = /^(authentication|authorization|metrics|apiregistration|admissionregistration)\./;

/** Returns the resources of all groups, each group in the version that the server prefers. */
async function allResources(client: ApiClient): Promise<readonly (readonly [string, readonly Resource[]])[]> {
  const { text } = await client.request('GET', '/apis');
  const { groups } = JSON.parse(text) as {
    readonly groups: readonly {
      readonly name: string;
      readonly preferredVersion: { readonly groupVersion: string };
    }[];
  };
  const versions = groups
    .filter(({ name }) => !NOT_OURS.test(name))
    .map(({ preferredVersion }) => preferredVersion.groupVersion);
  const all: (readonly [string, readonly Resource[]])[] = [];
  for (const version of ['v1', ...versions]) {
    const resources = await resourcesOf(client, version);
    all.push([version, resources.filter(({ kind }) => !/Review$|^Binding$|Event/.test(kind))]);
  }
  return all;
}

function folderOf(apiVersion: string): string {
  return apiVersion.includes('/') ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}
