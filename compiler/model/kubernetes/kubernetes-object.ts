import { commentLines, printYaml } from '../../print/yaml.ts';
import { fromSeveral, type Origin } from '../../text/origin.ts';
import { Sourced, sourced } from '../../text/sourced.ts';
import { type Traceable, TracedText, type Valued } from '../../text/traced-text.ts';

/**
 * The text that stands for the version in a manifest whose version is given at deploy time. It is legal as an
 * image tag and as a label value, so such a manifest is valid as it is, and no person writes it by accident (a spec
 * that contains it is refused).
 *
 * The deploy job takes the printed manifest (`printManifest`) and replaces every occurrence of this text, and
 * nothing else, by the version, after it has held the version against `versionPattern`. The text stands only in
 * image tags and in quoted label values, so any version keeps the manifest well-formed YAML.
 */
export const versionPlaceholder = 'BITESIZE_VERSION_TO_DEPLOY';

/**
 * A version that may be filled in: legal both as image tag and as label value of Kubernetes. It has no character
 * that means anything to YAML inside quotes, to a shell word, or to Groovy.
 */
export const versionPattern = /^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;

/**
 * The text that stands for the version and the digest of an image, in manifests of projects whose images are known by
 * their digests. It is legal as a tag, too, and replaced first: it begins with the other placeholder.
 */
export const digestPlaceholder = `${versionPlaceholder}_BY_DIGEST`;

/** A version, and the digest of its image where it is known. */
export const digestVersionPattern = new RegExp(
  `${versionPattern.source.slice(0, -1)}(?:@sha256:[0-9a-f]{64})?$`,
);

/**
 * Returns a printed manifest with its version filled in, exactly as the deploy job does it: images get the digest, too,
 * if one is given.
 */
export function fillVersion(manifest: string, version: string): string {
  if (!digestVersionPattern.test(version)) throw new Error(`not a version: ${version}`);
  const tag = version.replace(/@.*/, '');
  return manifest.replaceAll(digestPlaceholder, version).replaceAll(versionPlaceholder, tag);
}

/** One Kubernetes object: its manifest, and the file that it is printed to. */
export interface KubernetesObject {
  readonly kind: 'kubernetes-object';
  /** What the API server knows it by. */
  readonly id: ObjectId;
  /** Name of its file inside its folder, such as `50-deployment-web.yaml`; files sort in the order of applying. */
  readonly file: string;
  /** Lines of the comment at the top of the file, without `#`. Empty for none. */
  readonly comments: readonly Valued<string>[];
  readonly manifest: Traceable;
  readonly origin: Origin;
}

/** What identifies an object in a cluster. */
export interface ObjectId {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** Absent for objects of the whole cluster. */
  readonly namespace?: string;
}

/** Returns the name of an object, with the places that it comes from. */
export function objectName({ id, manifest }: KubernetesObject): Valued<string> {
  const origin = nameOrigin(manifest);
  return origin === undefined ? id.name : sourced(id.name, origin);
}

/** Returns the name of an object's file, with the places that its kind, name and namespace come from. */
export function fileName({ file, manifest }: KubernetesObject): Valued<string> {
  const origins: Origin[] = [];
  const add = (found: Traceable | undefined): void => {
    if (found instanceof Sourced) origins.push(found.origin);
  };
  const metadata = field(manifest, 'metadata');
  add(field(manifest, 'kind'));
  add(field(metadata, 'name'));
  const namespace = field(metadata, 'namespace');
  if (isElsewhere(file, namespace)) add(namespace);
  return origins.length === 0 ? file : sourced(file, fromSeveral(origins));
}

/** Returns the kind of an object, with the place that it comes from. */
export function objectKind({ id, manifest }: KubernetesObject): Valued<string> {
  const kind = field(manifest, 'kind');
  return kind instanceof Sourced ? sourced(id.kind, kind.origin) : id.kind;
}

/** Returns the namespace of an object, with the place that it comes from; undefined for the whole cluster. */
export function objectNamespace({ id, manifest }: KubernetesObject): Valued<string> | undefined {
  if (id.namespace === undefined) return undefined;
  const namespace = field(field(manifest, 'metadata'), 'namespace');
  return namespace instanceof Sourced ? sourced(id.namespace, namespace.origin) : id.namespace;
}

/** Returns the labels of an object with the places that they come from; undefined without any. */
export function objectLabels({ manifest }: KubernetesObject): Traceable | undefined {
  return field(field(manifest, 'metadata'), 'labels');
}

function nameOrigin(manifest: Traceable): Origin | undefined {
  const name = field(field(manifest, 'metadata'), 'name');
  return name instanceof Sourced ? name.origin : undefined;
}

/** The file of an object of another namespace has that in its name. */
function isElsewhere(file: string, namespace: Traceable | undefined): boolean {
  const text = namespace instanceof Sourced ? namespace.value : namespace;
  return typeof text === 'string' && file.endsWith(`-in-${text}.yaml`);
}

function field(tree: Traceable | undefined, name: string): Traceable | undefined {
  if (tree instanceof Sourced) return field(tree.value, name);
  if (typeof tree !== 'object' || tree === null || tree instanceof TracedText || Array.isArray(tree))
    return undefined;
  return (tree as Readonly<Record<string, Traceable | undefined>>)[name];
}

/**
 * Returns an object as one YAML document with its comment on top: what its file holds, and what the deploy job
 * applies. A placeholder that stands alone is quoted, so that a version such as `1.10` or `true` filled in there
 * stays text.
 */
export function printManifest(object: KubernetesObject): TracedText {
  const known = printedObjects.get(object);
  if (known !== undefined) return known;
  const printed = print(object);
  printedObjects.set(object, printed);
  return printed;
}

/** An object is printed for its file and for the jobs that apply it. */
const printedObjects = new WeakMap<KubernetesObject, TracedText>();

function print({ comments, manifest, origin }: KubernetesObject): TracedText {
  const head = commentLines(comments);
  const printed = printYaml(manifest, { head, origin });
  if (!printed.text.includes(versionPlaceholder)) return printed;
  return new TracedText(printed.text.replace(lonePlaceholder, `'${versionPlaceholder}'`), printed.marks);
}

/** The placeholder as the whole value of a key: what stands before it is looked at where it is, and at no other line. */
const lonePlaceholder = new RegExp(`${versionPlaceholder}(?<=^ *[^\\s:]+: ${versionPlaceholder})$`, 'gm');
