import type { Artifact } from '../../compiler/model/artifact.ts';
import { onlyInitScripts } from '../../compiler/model/controller/scripts/init-script-files.ts';
import { onlyPipelines } from '../../compiler/model/job-dsl-files.ts';
import {
  appliedObjects,
  deployedObjects,
  type EnvironmentIr,
} from '../../compiler/model/kubernetes/environment.ts';
import { joined, type Valued } from '../../compiler/text/traced-text.ts';
import type { Emitter } from '../emitter.ts';
import { emitController, emitPart } from './controller/emit-controller.ts';
import { emitFolder, emitObjects } from './emit-folder.ts';

/**
 * The emitter of Kubernetes YAML: the controller and the environments. The controller has its init scripts in a
 * ConfigMap, and its pod is replaced when they or what is in its image are different.
 */
export const kubernetes: Emitter<'controller' | 'environments' | 'plugins', 'init-groovy' | 'job-dsl'> = {
  name: 'kubernetes',
  description: 'Kubernetes YAML of the controller and of the environments',
  needs: ['controller', 'environments', 'plugins'],
  emit: (ir) => ir.environments.flatMap(emitEnvironment),
  afterFiles: {
    reads: ['init-groovy', 'job-dsl'],
    emit: ({ controller, environments, plugins }, filesOf) =>
      controller.role.kind === 'part'
        ? emitPart(controller, controller.role.hosting, {
            environments,
            initScripts: onlyInitScripts(filesOf('init-groovy')),
          })
        : emitController(controller, {
            environments,
            plugins: plugins.plugins,
            initScripts: onlyInitScripts(filesOf('init-groovy')),
            jobDsl: controller.image.jobDslFolder === undefined ? [] : filesOf('job-dsl'),
            hasPipelines: onlyPipelines(filesOf('job-dsl')).length > 0,
          }),
  },
};

/**
 * Returns the files of one environment: what `service-manage` applies, with a kustomization.yaml, and in the folder
 * `deployments` what only the deploy job applies.
 */
export function emitEnvironment(environment: EnvironmentIr): readonly Artifact[] {
  const folder = `kubernetes/environments/${environment.slug}`;
  const deployed = deployedObjects(environment);
  const name = environment.name.map((text) => text.replace(/\s+/g, ' '));
  const because = [environment.name.origin];
  const comments: Valued<string>[] = [joined`Environment ${name}, as the job service-manage applies it.`];
  if (deployed.length > 0) {
    comments.push(
      joined`Not listed: what is in deployments/. It awaits a version or a colour, which the job ${name}-deploy decides on.`,
    );
  }
  return [
    ...emitFolder(folder, {
      comments,
      namespace: environment.namespace,
      origin: environment.origin,
      because,
      objects: appliedObjects(environment),
    }),
    ...emitObjects(`${folder}/deployments`, deployed, because),
  ];
}
