import type { Emitter } from '../emitter.ts';
import { applicationDockerfile } from './application-dockerfile.ts';
import { controllerDockerfile } from './controller-dockerfile.ts';

/** The emitter of Dockerfiles. */
export const docker: Emitter<'controller' | 'images'> = {
  name: 'docker',
  description: 'Dockerfiles of the controller and of the applications',
  needs: ['controller', 'images'],
  emit: (ir) => [controllerDockerfile(ir.controller), ...ir.images.map(applicationDockerfile)],
};
