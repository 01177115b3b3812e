import type { Artifact } from '../../compiler/ir/artifact.ts';
import type { ApplicationImage } from '../../compiler/ir/images/application-image.ts';
import { printDockerfile } from '../../compiler/ir/images/print-dockerfile.ts';

/** Returns the Dockerfile of an application. */
export function applicationDockerfile(image: ApplicationImage): Artifact {
  return {
    path: `images/${image.application.value}/Dockerfile`,
    content: printDockerfile(image.dockerfile),
    origin: image.origin,
  };
}
