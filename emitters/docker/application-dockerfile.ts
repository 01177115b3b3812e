import type { Artifact } from '../../compiler/model/artifact.ts';
import type { ApplicationImage } from '../../compiler/model/images/application-image.ts';
import { printDockerfile } from '../../compiler/model/images/print-dockerfile.ts';

/** Returns the Dockerfile of an application. */
export function applicationDockerfile(image: ApplicationImage): Artifact {
  return {
    path: `images/${image.application.value}/Dockerfile`,
    content: printDockerfile(image.dockerfile),
    origin: image.origin,
  };
}
