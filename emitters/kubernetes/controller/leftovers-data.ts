import type { Controller } from '../../../compiler/model/controller/controller.ts';
import { partOfLabel } from '../../../compiler/model/controller/kubernetes/controller-labels.ts';
import { kindName, listedKinds } from '../../../compiler/model/kubernetes/deploy-rights.ts';
import {
  type KubernetesObject,
  objectName,
  objectNamespace,
} from '../../../compiler/model/kubernetes/kubernetes-object.ts';
import { joined, joinTexts, plainValue } from '../../../compiler/text/traced-text.ts';
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
  const shared =
    role.kind === 'shared' ? project : role.kind === 'part' ? role.hosting.controller : undefined;
  return {
    goTemplate,
    controllerKinds:
      controller.externalSecrets.length === 0
        ? controllerKinds
        : `externalsecret.external-secrets.io,${controllerKinds}`,
    controller: shared,
    part: role.kind === 'part' ? role.hosting.slug : undefined,
    mine:
      shared &&
      `bitesize/controller=${shared.value}${projects.length === 0 ? '' : `,bitesize/project notin (${projects.join(',')})`}`,
    environmentKinds: listedKinds.map(kindName).join(','),
    // A project with environments has a name that is a label as it is.
    project: project.map(partOfLabel),
    namespaces: joinTexts(namespaces, ' '),
    wanted: objects
      .map((object) => {
        const { apiVersion, kind } = object.id;
        const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
        const known = kindName({ group, singular: kind.toLowerCase() });
        const line = joined`${known} ${objectNamespace(object) ?? '-'} ${objectName(object)}`;
        return { line, origin: object.origin };
      })
      .sort((a, b) => compareText(plainValue(a.line), plainValue(b.line))),
  };
}
