import { controllerComponent } from '../../../compiler/lower/controller/kubernetes/labels.ts';
import { controllerObject } from '../../../compiler/lower/controller/kubernetes/object.ts';
import { scriptsConfigMapName } from '../../../compiler/lower/controller/kubernetes/stateful-set.ts';
import type { Controller } from '../../../compiler/model/controller/controller.ts';
import type { KubernetesObject } from '../../../compiler/model/kubernetes/kubernetes-object.ts';
import { fromPolicy } from '../../../compiler/text/origin.ts';
import type { InitScriptFile } from '../../init-groovy/render-init-scripts.ts';

/** Bytes that Kubernetes allows in a ConfigMap (`MaxSecretSize` of its validation, 1 MiB). */
const limit = 1024 * 1024;

/**
 * Returns the ConfigMap of the init scripts. The settings are held to a size that keeps it below what Kubernetes
 * allows (`controller/too-large`), so a larger one is a mistake of the compiler.
 */
export function scriptsConfigMap(
  controller: Controller,
  scripts: readonly InitScriptFile[],
): KubernetesObject {
  const bytes = scripts.reduce((sum, { content }) => sum + new TextEncoder().encode(content.text).length, 0);
  if (bytes >= limit) throw new Error(`the init scripts have ${bytes} bytes, more than a ConfigMap can hold`);
  return controllerObject(controller, {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name: scriptsConfigMapName(controller),
    namespace: controller.deployment.namespace,
    component: controllerComponent,
    body: { data: Object.fromEntries(scripts.map(({ name, content }) => [name, content])) },
    comments: ['The init scripts of Jenkins: the same as in jenkins/init.groovy.d/.'],
    origin: fromPolicy('A changed setting then needs no new image, and no copy on the volume can go stale.'),
  });
}
