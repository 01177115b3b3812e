import type { Emitter } from '../emitter.ts';
import { emitController } from './controller/emit-controller.ts';
import { emitEnvironment } from './emit-environment.ts';

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
    emit: ({ controller, plugins }, filesOf) =>
      emitController(controller, {
        plugins: plugins.plugins,
        initScripts: filesOf('init-groovy'),
        jobDsl: controller.image.jobDslFolder === undefined ? [] : filesOf('job-dsl'),
      }),
  },
};
