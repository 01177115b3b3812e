import type { Emitter } from '../emitter.ts';
import { applicationDockerfile } from './application-dockerfile.ts';

/** The emitter of Dockerfiles. */
export const docker: Emitter = {
  name: 'docker',
  description: 'Dockerfiles of the applications',
  emit: (ir) => ir.images.map(applicationDockerfile),
};
