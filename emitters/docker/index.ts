import type { Emitter } from '../emitter.ts';
import { applicationDockerfile } from './application-dockerfile.ts';
import { controllerDockerfile } from './controller-dockerfile.ts';

/** The emitter of Dockerfiles. */
export const docker: Emitter<'controller' | 'images' | 'items' | 'ownScripts'> = {
  name: 'docker',
  description: 'Dockerfiles of the controller and of the applications',
  needs: ['controller', 'images', 'items', 'ownScripts'],
  emit: (ir) => [controllerDockerfile(ir), ...ir.images.map(applicationDockerfile)],
};
