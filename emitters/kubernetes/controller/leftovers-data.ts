import type { Controller } from '../../../compiler/model/controller/controller.ts';
import { partOfLabel } from '../../../compiler/model/controller/kubernetes/controller-labels.ts';
import { kindName, listedKinds } from '../../../compiler/model/kubernetes/deploy-rights.ts';
import {
  type KubernetesObject,
  objectName,
  objectNamespace,
} from '../../../compiler/model/kubernetes/kubernetes-object.ts';
import type { Origin } from '../../../compiler/text/origin.ts';
import {
  joined,
  joinTexts,
  originsOf,
  plainValue,
  TracedText,
  type Valued,
} from '../../../compiler/text/traced-text.ts';
import { compareText } from '../../../compiler/util/compare-text.ts';

/** Every kind that a controller may have had: what runs first, so that a second Jenkins ends before its rights. */
const controllerKinds = [
  'statefulset.apps',
  'deployment.apps',
  'cronjob.batch',
  'ingress.networking.k8s.io',
  'networkpolicy.networking.k8s.io',
  'poddisruptionbudget.policy',
  'service',
  'configmap',
  'rolebinding.rbac.authorization.k8s.io',
  'role.rbac.authorization.k8s.io',
  'clusterrolebinding.rbac.authorization.k8s.io',
  'clusterrole.rbac.authorization.k8s.io',
  'serviceaccount',
  'persistentvolumeclaim',
  'namespace',
].join(',');

/** Prints kind, API version, namespace (`-` for the whole cluster) and name of each object that nobody else owns. */
const goTemplate =
  '{{range .items}}{{if not .metadata.ownerReferences}}{{.kind}} {{.apiVersion}} ' +
  '{{if .metadata.namespace}}{{.metadata.namespace}}{{else}}-{{end}} {{.metadata.name}}{{"\\n"}}{{end}}{{end}}';

/** Returns what the script that finds what earlier specs left in the cluster is rendered with. */
export function leftoversData(controller: Controller, objects: readonly KubernetesObject[]): object {
  const { project, deployment } = controller;
  const namespaces = deployment.deployTargets.map(({ namespace }) => namespace);
  const { role } = controller;
  const projects = role.kind === 'shared' ? role.served.map(({ hosting }) => hosting.slug.value) : [];
  const shared = role.kind === 'shared' ? project : undefined;
  const served = role.kind === 'shared' ? role.served.map((each) => each.controller) : [];
  const external = [controller, ...served].some((each) => each.externalSecrets.length > 0);
  return {
    goTemplate,
    controllerKinds: external ? `externalsecret.external-secrets.io,${controllerKinds}` : controllerKinds,
    controller: shared,
    mine:
      shared &&
      `bitesize/controller=${shared.value}${projects.length === 0 ? '' : `,bitesize/project notin (${projects.join(',')})`}`,
    environmentKinds: listedKinds.map(kindName).join(','),
    // A project with environments has a name that is a label as it is.
    project: project.map(partOfLabel),
    namespaces: joinTexts(namespaces, ' '),
    wanted: wantedObjects(objects),
  };
}

/**
 * Returns the list of what the cluster has of a project on a shared controller, for the script of the controller: kind,
 * namespace and name of each object, below the project as its environments are labelled, and their namespaces.
 */
export function objectsList(
  { project, deployment: { deployTargets } }: Controller,
  objects: readonly KubernetesObject[],
): TracedText {
  const namespaces = joinTexts(
    deployTargets.map(({ namespace }) => namespace),
    ' ',
  );
  const wanted = wantedObjects(objects);
  const head = [
    joined`# project: ${project.map(partOfLabel)}`,
    ...(deployTargets.length === 0 ? [] : [joined`# environments: ${namespaces}`]),
  ];
  const lines = [...head, ...wanted.map(({ line }) => line)];
  return new TracedText(
    lines.map((line) => `${plainValue(line)}\n`).join(''),
    [
      ...lines.map((line, at) => originsOf(line).map((origin) => ({ first: at, last: at, origin }))),
      ...wanted.map(({ origin }, at) => [{ first: at + head.length, last: at + head.length, origin }]),
    ].flat(),
  );
}

function wantedObjects(
  objects: readonly KubernetesObject[],
): readonly { readonly line: Valued<string>; readonly origin: Origin }[] {
  return objects
    .map((object) => {
      const { apiVersion, kind } = object.id;
      const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
      const known = kindName({ group, singular: kind.toLowerCase() });
      const line = joined`${known} ${objectNamespace(object) ?? '-'} ${objectName(object)}`;
      return { line, origin: object.origin };
    })
    .sort((a, b) => compareText(plainValue(a.line), plainValue(b.line)));
}
