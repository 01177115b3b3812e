import type { Host } from '../../host/host.ts';
import type { Tree } from '../../import/tree.ts';
import { childNamed, field, withChild, without } from '../../import/tree-parts.ts';
import { xmlText } from '../../import/xml-text.ts';
import { getConfig } from '../../jenkins-server/answers.ts';
import type { JenkinsClient } from '../../jenkins-server/jenkins-client.ts';
import { MASKED_SECRET } from '../../jenkins-server/masked-secrets.ts';
import { itemPath } from '../../jenkins-server/server-address.ts';
import type { Asked } from '../../jenkins-server/server-failure.ts';
import { viewPath } from '../../jenkins-server/server-writes.ts';
import type { LiveKind } from '../live-plan.ts';
import type { Marker } from '../marker.ts';
import { compareConfigs, configText, configTree, isHiddenSecret, markerIn } from '../same.ts';
import { withServerParts } from '../server-parts.ts';

/** The most bytes of a configuration. */
const MOST_OF_CONFIG = 64 * 1024 * 1024;

/** Returns the name of the folder that something is in; empty for the root. */
export function folderOf(name: string): string {
  return name.slice(0, Math.max(0, name.lastIndexOf('/')));
}

/** Returns a name without those of its folders. */
export function leafOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

/** Returns where something stands below the address of the server. */
export function pathOf(kind: LiveKind, name: string): string {
  return kind === 'view' ? viewPath(folderOf(name), leafOf(name)) : itemPath(name);
}

/** Returns the configuration of something as it is now; undefined when it is not there, or may not be seen. */
export async function readLive(
  client: JenkinsClient,
  kind: LiveKind,
  name: string,
): Promise<Asked<string | undefined>> {
  const asked = await getConfig(client, pathOf(kind, name), MOST_OF_CONFIG);
  return !asked.ok && asked.failure.kind === 'missing' ? { ok: true, value: undefined } : asked;
}

/** Returns the digest of a configuration, by which a plan knows it again. */
export function configDigest(sha256: Host['sha256'], xml: string): string {
  return sha256(configText(xml) ?? xml);
}

/** Returns whether a configuration is the one that a plan saw. A view of a folder was seen in that of the folder, without its name. */
export function isAsSeen(sha256: Host['sha256'], kind: LiveKind, xml: string, digest: string): boolean {
  if (configDigest(sha256, xml) === digest) return true;
  const tree = kind === 'view' ? configTree(xml) : undefined;
  return tree !== undefined && configDigest(sha256, xmlText(without(tree, 'name'))) === digest;
}

/**
 * Returns whether a server has what is to be sent, its marker included. What is encrypted already is sent as it is and so
 * has to be the same; any other secret cannot be compared.
 */
export function isAsWanted(live: string, own: string): boolean {
  const [there, wanted] = [configTree(live), configTree(own)];
  if (there === undefined || wanted === undefined) return false;
  const encrypted = own.match(/\{AQ[\w+/=]+\}/g) ?? [];
  return (
    compareConfigs(there, wanted).isSame &&
    isSameMarker(markerIn(there), markerIn(wanted)) &&
    encrypted.every((secret) => live.includes(secret))
  );
}

function isSameMarker(a: Marker | undefined, b: Marker | undefined): boolean {
  return a?.project === b?.project && a?.name === b?.name;
}

/** Returns whether a server shows a secret as encrypted that is plain in what was sent. */
export function hasPlainSecrets(live: string, own: string): boolean {
  const [there, wanted] = [configTree(live), configTree(own)];
  return there !== undefined && wanted !== undefined && hidesPlain(there, wanted);
}

function hidesPlain(live: Tree, own: Tree): boolean {
  if (own.children.length === 0) return isHiddenSecret(live.text) && !isHiddenSecret(own.text);
  const counts = new Map<string, number>();
  return own.children.some((child) => {
    let nth = counts.get(child.name) ?? 0;
    counts.set(child.name, nth + 1);
    const other = live.children.find(({ name }) => name === child.name && nth-- === 0);
    return other !== undefined && hidesPlain(other, child);
  });
}

/**
 * Returns what is sent in place of a configuration: ours, with what only the server knows of the item. That is also what stands
 * behind a secret: it counts as the one that we have in its place, so no plan shows it, and it stays.
 */
export function uploadText(live: string, own: string): string {
  const [there, wanted] = [configTree(live), configTree(own)];
  if (there === undefined || wanted === undefined) return own;
  const merged = withServerSecrets(withServerParts(wanted, there), there);
  return merged === wanted ? own : document(merged);
}

function withServerSecrets(own: Tree, live: Tree): Tree {
  if (own.children.length === 0) {
    const isOurs = own.text === '' || isHiddenSecret(own.text);
    const isEncrypted = isHiddenSecret(live.text) && live.text !== MASKED_SECRET;
    return isEncrypted && !isOurs ? { ...own, text: live.text } : own;
  }
  const counts = new Map<string, number>();
  const children = own.children.map((child) => {
    const nth = counts.get(child.name) ?? 0;
    counts.set(child.name, nth + 1);
    const other = counterpart(child, nth, live);
    return other === undefined ? child : withServerSecrets(child, other);
  });
  return children.every((child, at) => child === own.children[at]) ? own : { ...own, children };
}

/** What tells the entries of a list apart: the secret of one must not become that of another. */
const NAMES = ['name', 'id', 'key', 'var', 'variable'];

function counterpart(child: Tree, nth: number, live: Tree): Tree | undefined {
  const alike = live.children.filter(({ name }) => name === child.name);
  const named = NAMES.find((each) => childNamed(child, each) !== undefined);
  if (named === undefined) return alike[nth];
  const text = childNamed(child, named)?.text;
  return alike.find((other) => childNamed(other, named)?.text === text);
}

function document(tree: Tree): string {
  return `<?xml version="1.1" encoding="UTF-8"?>\n${xmlText(tree)}\n`;
}

/** Returns a configuration of which the job rests; undefined for what is no XML. */
export function withDisabled(xml: string, isDisabled: boolean): string | undefined {
  const tree = configTree(xml);
  return tree && document(withChild(tree, field('disabled', String(isDisabled))));
}

/** Returns whether a job rests. */
export function isDisabled(xml: string): boolean {
  const tree = configTree(xml);
  return tree !== undefined && childNamed(tree, 'disabled')?.text === 'true';
}

/** Elements whose texts Jenkins keeps as secrets, whatever plugin has them, by their names. */
const SECRET_NAME = /pass(?:word|phrase|wd)?$|token$|secret$|apikey$/i;

/**
 * Returns a configuration without the elements that look like plain secrets; undefined when there are none. `createItem` leaves
 * what it is sent on the disk as it is, so a job is made without them and gets them with the next save.
 */
export function withoutPlainSecrets(xml: string): string | undefined {
  const tree = configTree(xml);
  if (tree === undefined) return undefined;
  const made = dropSecrets(tree);
  return made === tree ? undefined : document(made);
}

function dropSecrets(tree: Tree): Tree {
  const children = tree.children.flatMap((child) => (isPlainSecret(tree, child) ? [] : [dropSecrets(child)]));
  const isSame =
    children.length === tree.children.length && children.every((child, at) => child === tree.children[at]);
  return isSame ? tree : { ...tree, children };
}

function isPlainSecret(owner: Tree, { name, children, text }: Tree): boolean {
  if (children.length > 0 || text === '' || isHiddenSecret(text)) return false;
  const isPassword = name === 'defaultValue' && owner.name.endsWith('PasswordParameterDefinition');
  return isPassword || SECRET_NAME.test(name);
}
