import type { ApplicationImage } from '../../compiler/ir/images/application-image.ts';
import { printDockerfile } from '../../compiler/ir/images/print-dockerfile.ts';
import type { Artifact } from '../emitter.ts';

/** Returns the Dockerfile of an application. */
export function applicationDockerfile(image: ApplicationImage): Artifact {
  return {
    path: `images/${image.application.value}/Dockerfile`,
    content: printDockerfile(image.dockerfile),
    origin: image.origin,
  };
}
