import type { Emitter } from '../emitter.ts';
import { applicationDockerfile } from './application-dockerfile.ts';
import { controllerDockerfile } from './controller-dockerfile.ts';

/** The emitter of Dockerfiles. That of the controller names the files that it copies. */
export const docker: Emitter<'controller' | 'images', 'init-groovy' | 'job-dsl'> = {
  name: 'docker',
  description: 'Dockerfiles of the controller and of the applications',
  needs: ['controller', 'images'],
  emit: (ir) => ir.images.map(applicationDockerfile),
  afterFiles: {
    reads: ['init-groovy', 'job-dsl'],
    emit: ({ controller }, filesOf) => [
      controllerDockerfile(controller, {
        initScripts: filesOf('init-groovy'),
        jobDsl: controller.image.jobDslFolder === undefined ? [] : filesOf('job-dsl'),
      }),
    ],
  },
};
