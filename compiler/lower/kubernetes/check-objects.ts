import { diagnose } from '../../diagnostics/diagnose.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import type { KubernetesObject } from '../../model/kubernetes/kubernetes-object.ts';
import { plain } from '../../print/yaml.ts';
import { spanOf } from '../../text/span-of.ts';
import { checkPlaceholder, mayContainPlaceholder } from './check-placeholder.ts';
import { objectNameProblem } from './object-name-problem.ts';

/** Reports objects with names that the API server refuses, and objects of all environments that are the same one. */
export function checkObjects(
  environments: readonly EnvironmentIr[],
  report: (diagnostic: Diagnostic) => void,
): void {
  const first = new Map<string, KubernetesObject>();
  const named = new Set<string>();
  for (const { services, origin } of environments) {
    if (!mayContainPlaceholder(origin)) continue;
    for (const rollout of services.flatMap(({ rollouts }) => rollouts)) checkPlaceholder(rollout, report);
  }
  for (const object of environments.flatMap(allObjects)) {
    const { id } = object;
    const place = `${id.namespace} ${id.name}`;
    if (!named.has(place) && checkName(object, report)) named.add(place);
    const { apiVersion, kind, name, namespace = '' } = object.id;
    const key = [apiVersion.replace(/\/[^/]*$/, ''), kind, namespace, name].join(' ');
    const known = first.get(key);
    if (known === undefined) first.set(key, object);
    else if (!isSame(known, object)) reportSame(known, object, report);
  }
}

function allObjects({ shared, services }: EnvironmentIr): readonly KubernetesObject[] {
  return [
    ...shared,
    ...services.flatMap(({ objects, rollouts }) => [...objects, ...rollouts.map(({ object }) => object)]),
  ];
}

/** Returns whether the name was reported: once is enough for all objects of a service. */
function checkName({ id, origin }: KubernetesObject, report: (diagnostic: Diagnostic) => void): boolean {
  const problem = objectNameProblem(id.kind, id.name);
  if (problem === undefined) return false;
  const parameters = { kind: id.kind, name: id.name, problem };
  report(
    diagnose('kubernetes/object-name', parameters, spanOf(origin), {
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
  object: KubernetesObject,
  report: (diagnostic: Diagnostic) => void,
): void {
  const { kind, name, namespace = '' } = object.id;
  const span = spanOf(known.origin);
  report(
    diagnose('kubernetes/same-object', { kind, name, namespace }, spanOf(object.origin), {
      labels: span === undefined ? [] : [{ span, text: 'the first one is made of this' }],
      help: 'use another name, or another namespace for one of the environments',
    }),
  );
}
