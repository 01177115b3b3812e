import { load } from 'js-yaml';
import type { ApiClient } from '../api/api-client.ts';
import {
  type ApplyOptions,
  applyObject,
  ensureNamespace,
  getObject,
  type Manifest,
  removeNamespaces,
  removeObject,
  type StoredObject,
} from '../api/objects.ts';
import { type CompiledProject, namespacesOf, withVersion } from '../project/compile-project.ts';
import { storedOtherwise } from './stored-otherwise.ts';

/** What became of the objects of a project that were applied twice. */
export interface AppliedTwice {
  readonly objects: number;
  /** One line for each object that the server refused, or warned of. */
  readonly refused: readonly string[];
  /** One line for each value that the server stores as something else. */
  readonly otherwise: readonly string[];
  /** One line for each object that the second time changed, beyond what the server itself does. */
  readonly changed: readonly string[];
}

/** An object, and how the one who applies it does that. */
export interface Applied {
  readonly manifest: Manifest;
  readonly options: ApplyOptions;
}

/** Returns everything that is ever applied of a project, in order: its Jenkins, its environments, what awaits versions. */
export function everyManifest(project: CompiledProject): readonly Manifest[] {
  return everything(project).map(({ manifest }) => manifest);
}

/** As the README says for Jenkins: the field manager of kubectl, and a conflict is an error. The jobs have their own. */
function everything({ controller, environments }: CompiledProject): readonly Applied[] {
  const ofJobs = [
    ...environments.flatMap(({ applied }) => applied),
    ...environments.flatMap(({ awaiting }) => awaiting.map((manifest) => withVersion(manifest, '1.0-1'))),
  ];
  return [
    ...controller.map((manifest) => ({ manifest, options: { manager: 'kubectl', force: false } })),
    ...ofJobs.map((manifest) => ({ manifest, options: {} })),
  ];
}

/** Applies everything of a project twice, strictly, and removes it again. */
export async function applyTwice(client: ApiClient, project: CompiledProject): Promise<AppliedTwice> {
  const applied = everything(project);
  const manifests = everyManifest(project);
  try {
    const refused = await applyInOrder(client, project, applied);
    const first = await storedObjects(client, manifests);
    const again = refused.length > 0 ? [] : await applyEach(client, applied);
    const second = await storedObjects(client, manifests);
    const changed = [...first].flatMap(([id, before]) => {
      const after = second.get(id);
      return after !== undefined && isSame(before, after) ? [] : [id];
    });
    const otherwise = manifests.flatMap((manifest) => {
      const id = idOf(manifest);
      const object = first.get(id);
      // What several apply, such as a Namespace, has the values of all of them.
      return object === undefined
        ? []
        : storedOtherwise(load(manifest.text), object).map((line) => `${id}: ${line}`);
    });
    return { objects: manifests.length, refused: [...refused, ...again], otherwise, changed };
  } finally {
    await removeProject(client, project);
  }
}

/** Applies everything of a project, as an administrator; returns a line for each object that is refused or warned of. */
export function applyProject(client: ApiClient, project: CompiledProject): Promise<readonly string[]> {
  return applyInOrder(client, project, everything(project));
}

/** Applies the Jenkins of a project, with the namespaces that have to be there. */
export async function applyController(
  client: ApiClient,
  project: CompiledProject,
): Promise<readonly string[]> {
  const isOfController = new Set(project.controller);
  return applyInOrder(
    client,
    project,
    everything(project).filter(({ manifest }) => isOfController.has(manifest)),
  );
}

/** Removes the namespaces of a project and what it has besides. */
export async function removeProject(client: ApiClient, project: CompiledProject): Promise<void> {
  for (const manifest of everyManifest(project))
    if (manifest.namespace === undefined) await removeObject(client, manifest);
  await removeNamespaces(client, namespacesOf(project));
}

async function applyInOrder(
  client: ApiClient,
  project: CompiledProject,
  applied: readonly Applied[],
): Promise<readonly string[]> {
  const made = new Set(project.controller.filter(({ kind }) => kind === 'Namespace').map(({ name }) => name));
  for (const name of namespacesOf(project)) if (!made.has(name)) await ensureNamespace(client, name);
  return applyEach(client, applied);
}

/** Applies objects in order; returns a line for each that is refused or warned of. */
export async function applyEach(client: ApiClient, applied: readonly Applied[]): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { manifest, options } of applied) {
    const { status, text, warnings } = await applyObject(client, manifest, options);
    const said = status < 300 ? warnings : [messageOf(text)];
    problems.push(...said.map((message) => `${idOf(manifest)}: ${message}`));
  }
  return problems;
}

/** Returns what the server says in an answer that is a `Status`. */
export function messageOf(text: string): string {
  try {
    return (JSON.parse(text) as { readonly message?: string }).message ?? text;
  } catch {
    return text;
  }
}

/** Returns `Kind/name in namespace`. */
export function idOf({ kind, name, namespace }: Omit<Manifest, 'text'>): string {
  return `${kind}/${name}${namespace === undefined ? '' : ` in ${namespace}`}`;
}

async function storedObjects(
  client: ApiClient,
  manifests: readonly Manifest[],
): Promise<ReadonlyMap<string, StoredObject>> {
  const stored = new Map<string, StoredObject>();
  for (const manifest of manifests) {
    const object = await getObject(client, manifest);
    if (object !== undefined) stored.set(idOf(manifest), object);
  }
  return stored;
}

/** The server gives a claim a new resourceVersion, and nothing else, when it is applied for the second time. */
function isSame(before: StoredObject, after: StoredObject): boolean {
  const isClaim = before.kind === 'PersistentVolumeClaim';
  return comparable(before, isClaim) === comparable(after, isClaim);
}

function comparable(object: StoredObject, isClaim: boolean): string {
  const { resourceVersion, managedFields = [], ...metadata } = object.metadata;
  const managers = managedFields.map((entry) => ({ ...entry, time: undefined }));
  return JSON.stringify({
    ...object,
    metadata: { ...metadata, managers, ...(isClaim ? {} : { resourceVersion }) },
  });
}
