import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import {
  type KubernetesObject,
  objectName,
  versionPlaceholder,
} from '../../model/kubernetes/kubernetes-object.ts';
import type { Rollout } from '../../model/kubernetes/service.ts';
import { plain } from '../../print/yaml.ts';
import { type Origin, spanOf } from '../../text/origin.ts';
import { kubernetesNameProblem } from '../../util/kubernetes-name.ts';
import { checkTexts } from './check-texts.ts';

/**
 * Reports objects with names that the API server refuses, texts that do not arrive there, and objects of all
 * environments that are the same one.
 */
export function checkObjects(
  environments: readonly EnvironmentIr[],
  report: (diagnostic: Diagnostic) => void,
): void {
  const first = new Map<string, KubernetesObject>();
  const again = new Map<string, readonly [KubernetesObject, ...KubernetesObject[]]>();
  const named = new Set<string>();
  for (const { services, origin } of environments) {
    if (!mayContainPlaceholder(origin)) continue;
    for (const rollout of services.flatMap(({ rollouts }) => rollouts)) checkPlaceholder(rollout, report);
  }
  const objects = environments.flatMap(allObjects);
  checkTexts(objects, report);
  for (const object of objects) {
    const { id } = object;
    const place = `${id.namespace} ${id.name}`;
    if (!named.has(place) && checkName(object, report)) named.add(place);
    const { apiVersion, kind, name, namespace = '' } = object.id;
    const key = [apiVersion.replace(/\/[^/]*$/, ''), kind, namespace, name].join(' ');
    const known = first.get(key);
    if (known === undefined) first.set(key, object);
    else if (!isSame(known, object)) {
      const from = [namespace, name, spanOf(object.origin)?.start, spanOf(known.origin)?.start].join(' ');
      const others = again.get(from);
      again.set(from, others === undefined ? [known, object] : [...others, object]);
    }
  }
  for (const [known, ...objects] of again.values()) reportSame(known, objects, report);
}

/** Returns every object of an environment. */
export function allObjects({ shared, services }: EnvironmentIr): readonly KubernetesObject[] {
  return [
    ...shared,
    ...services.flatMap(({ objects, rollouts }) => [...objects, ...rollouts.map(({ object }) => object)]),
  ];
}

/** Reports objects of the controller with a name that the API server refuses; `place` is where most names come from. */
export function checkControllerNames(
  objects: readonly KubernetesObject[],
  place: Origin,
  report: (diagnostic: Diagnostic) => void,
): void {
  objects.some((object) => checkName(object, report, place));
}

/**
 * Returns whether the name was reported: once is enough for all objects of a service. `place` is where an object is
 * reported that comes from nothing in a spec.
 */
function checkName(
  object: KubernetesObject,
  report: (diagnostic: Diagnostic) => void,
  place?: Origin,
): boolean {
  const { id, origin } = object;
  const problem = objectNameProblem(id.kind, id.name);
  if (problem === undefined) return false;
  const parameters = { kind: id.kind, name: id.name, problem };
  const name = objectName(object);
  const span =
    (typeof name === 'string' ? undefined : spanOf(name.origin)) ??
    spanOf(origin) ??
    (place && spanOf(place));
  report(
    diagnose('kubernetes/object-name', parameters, span, {
      help: 'change the name in the spec; under blue/green a colour is added to the name of a service',
    }),
  );
  return true;
}

/** Environments of one namespace may share a Namespace and claims, as long as both describe them alike. */
function isSame(a: KubernetesObject, b: KubernetesObject): boolean {
  const shareable = ['Namespace', 'PersistentVolumeClaim'];
  return shareable.includes(a.id.kind) && content(a) === content(b);
}

function content({ manifest }: KubernetesObject): string {
  return JSON.stringify(plain(manifest));
}

function reportSame(
  known: KubernetesObject,
  objects: readonly KubernetesObject[],
  report: (diagnostic: Diagnostic) => void,
): void {
  const [object] = objects;
  if (object === undefined) return;
  const { name, namespace = '' } = object.id;
  const kind = objects
    .map(({ id }) => id.kind)
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1');
  const span = spanOf(known.origin);
  report(
    diagnose('kubernetes/same-object', { kind, name, namespace }, spanOf(object.origin), {
      labels: span === undefined ? [] : [{ span, text: 'the first one is made of this' }],
      help: 'use another name, or another namespace for one of the environments',
    }),
  );
}

/**
 * Returns what is wrong with the name of an object of this kind, or undefined. A Service has a name of RFC 1035; a
 * Deployment and a CronJob give theirs to pods and labels, and a claim is also the name of a volume, so they have
 * shorter ones than other objects.
 */
function objectNameProblem(kind: string, name: string): string | undefined {
  switch (kind) {
    case 'Service':
      return kubernetesNameProblem(name, 'service');
    case 'Deployment':
    case 'Namespace':
    case 'PersistentVolumeClaim':
      return kubernetesNameProblem(name, 'label');
    // Both give their name and eleven characters more to what they make, and that is the value of a label.
    case 'StatefulSet':
    case 'CronJob':
      return kubernetesNameProblem(name, 'label', 52);
    default:
      return kubernetesNameProblem(name, 'subdomain');
  }
}

/** Reports a manifest in which the text of a spec looks like the version placeholder, so that it would be replaced. */
function checkPlaceholder(rollout: Rollout, report: (diagnostic: Diagnostic) => void): void {
  const { object, awaitsVersion } = rollout;
  const foreign = texts(plain(object.manifest)).some(
    (text) => text.includes(versionPlaceholder) && !(awaitsVersion && isOurs(text)),
  );
  if (!foreign) return;
  report(
    diagnose('kubernetes/placeholder', { placeholder: versionPlaceholder }, spanOf(object.origin), {
      help: 'use another text',
    }),
  );
}

/** Whether the file of a spec has the placeholder anywhere; looking at every text of every manifest takes longer. */
function mayContainPlaceholder(origin: Origin): boolean {
  return spanOf(origin)?.file.text.includes(versionPlaceholder) ?? true;
}

/** A whole label, or the tag of an image. */
function isOurs(text: string): boolean {
  return text === versionPlaceholder || text.indexOf(versionPlaceholder) === text.lastIndexOf(':') + 1;
}

function texts(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [key, ...texts(item)]);
}
