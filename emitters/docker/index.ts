import type { Artifact } from '../../compiler/model/artifact.ts';
import {
  onlyInitScripts,
  onlyStartFiles,
} from '../../compiler/model/controller/scripts/init-script-files.ts';
import type { GeneratedImage } from '../../compiler/model/images/application-image.ts';
import { printDockerfile } from '../../compiler/model/images/dockerfile.ts';
import { onlyJobDsl, onlyPipelines } from '../../compiler/model/job-dsl-files.ts';
import { fromSeveral } from '../../compiler/text/origin.ts';
import type { Emitter } from '../emitter.ts';
import { controllerDockerfile } from './controller-dockerfile.ts';

/** The emitter of Dockerfiles. That of the controller names the files that it copies. */
export const docker: Emitter<'controller' | 'images', 'init-groovy' | 'job-dsl'> = {
  name: 'docker',
  description: 'Dockerfiles of the controller and of the applications',
  needs: ['controller', 'images'],
  emit: (ir) =>
    ir.images.flatMap((image) => (image.dockerfile === undefined ? [] : [applicationDockerfile(image)])),
  afterFiles: {
    reads: ['init-groovy', 'job-dsl'],
    emit: ({ controller }, filesOf) =>
      controller.role.kind === 'part'
        ? []
        : [
            controllerDockerfile(controller, {
              initScripts: onlyInitScripts(filesOf('init-groovy')),
              startFiles: onlyStartFiles(filesOf('init-groovy')),
              ...(controller.image.jobDslFolder === undefined
                ? { jobDsl: [], pipelines: [] }
                : { jobDsl: onlyJobDsl(filesOf('job-dsl')), pipelines: onlyPipelines(filesOf('job-dsl')) }),
            }),
          ],
  },
};

/** Returns the Dockerfile of an application that is made of the specs. */
export function applicationDockerfile(image: GeneratedImage): Artifact {
  return {
    path: `images/${image.application.value}/Dockerfile`,
    content: printDockerfile(image.dockerfile),
    origin: fromSeveral([image.origin, image.application.origin]),
  };
}
