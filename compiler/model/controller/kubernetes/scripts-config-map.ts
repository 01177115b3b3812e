import { fromPolicy, fromSeveral } from '../../../text/origin.ts';
import { type Sourced, sourced } from '../../../text/sourced.ts';
import type { Traceable, TracedText } from '../../../text/traced-text.ts';
import { utf8Length } from '../../../util/utf8-length.ts';
import type { KubernetesObject } from '../../kubernetes/kubernetes-object.ts';
import { controllerComponent, type ObjectScope } from './controller-labels.ts';
import { controllerObject } from './controller-object.ts';

/*
 * A pod has to be replaced when a text changes that only emitters print: the init scripts, and what is in the image.
 * The lowered manifests hold these texts in the place of what follows from the content, and the emitter of the
 * controller's objects fills them in. Both are valid where they stand, and nobody writes them by accident.
 */

/** Stands for the tag of the controller's image. */
export const imageTagPlaceholder = 'BITESIZE_TAG_OF_THE_CONTENT';

/** Stands for the checksum of the init scripts. */
export const scriptsChecksumPlaceholder = 'BITESIZE_CHECKSUM_OF_THE_INIT_SCRIPTS';

/** Bytes that Kubernetes allows in a ConfigMap (`MaxSecretSize` of its validation, 1 MiB). */
const limit = 1024 * 1024;

/** Returns the name of the ConfigMap that holds the init scripts. */
export function scriptsConfigMapName({ deployment: { name } }: ObjectScope): Sourced<string> {
  return name.map((text) => `${text}-init-scripts`);
}

/**
 * Returns the ConfigMap of the init scripts, given by the names of their files with why there are such files: only
 * emitters know their texts. The
 * settings are held to a size that keeps it below what Kubernetes allows (`controller/too-large`), so a larger one is
 * a mistake of the compiler.
 */
export function scriptsConfigMap(
  scope: ObjectScope,
  scripts: Readonly<Record<string, Sourced<TracedText>>>,
): KubernetesObject {
  const bytes = Object.values(scripts).reduce((sum, { value }) => sum + utf8Length(value.text), 0);
  const entries = Object.entries(scripts).map(
    ([name, { value, origin }]) => [name, sourced<Traceable>(value, origin)] as const,
  );
  if (bytes >= limit) throw new Error(`the init scripts have ${bytes} bytes, more than a ConfigMap can hold`);
  return controllerObject(scope, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name: scriptsConfigMapName(scope),
    namespace: scope.deployment.namespace,
    component: controllerComponent,
    body: { data: Object.fromEntries(entries) },
    comments: ['The init scripts of Jenkins: the same as in jenkins/init.groovy.d/.'],
    origin: fromPolicy('A changed setting then needs no new image, and no copy on the volume can go stale.'),
  });
}

/** Returns the name of the ConfigMap that holds the init scripts of a project on a shared controller. */
export function projectConfigMapName(
  { deployment: { name } }: ObjectScope,
  slug: Sourced<string>,
): Sourced<string> {
  return sourced(`${name.value}-project-${slug.value}`, fromSeveral([name.origin, slug.origin]));
}

/**
 * Returns the ConfigMap of the init scripts of a project on a shared controller, without its data: kustomize puts the files
 * into it. Jenkins has the scripts of all projects in one folder, so their names tell the projects apart.
 */
export function projectConfigMap(scope: ObjectScope, slug: Sourced<string>): KubernetesObject {
  return controllerObject(scope, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name: projectConfigMapName(scope, slug),
    namespace: scope.deployment.namespace,
    component: controllerComponent,
    body: {},
    origin: fromPolicy('A change in one project changes nothing of the others.'),
  });
}

/** Returns the name of the ConfigMap that holds the files of the project's own. */
export function startFilesConfigMapName({ deployment: { name } }: ObjectScope): Sourced<string> {
  return name.map((text) => `${text}-start-files`);
}

/** Returns the ConfigMap of the files of the project's own that init scripts read; nothing when there are none. */
export function startFilesConfigMap(scope: ObjectScope): readonly KubernetesObject[] {
  const { startFiles, deployment } = scope;
  if (startFiles.length === 0) return [];
  return [
    controllerObject(scope, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      name: startFilesConfigMapName(scope),
      namespace: deployment.namespace,
      component: controllerComponent,
      body: { data: Object.fromEntries(startFiles.map(({ name, text }) => [name, text])) },
      comments: ["Files of the project's own that init scripts read: the same as in jenkins/start-files/."],
      origin: fromSeveral(startFiles.map(({ origin }) => origin)),
    }),
  ];
}
