import type { PipelineJob } from '../../../jenkins/items/pipeline.ts';
import type { PipelineTrigger } from '../../../jenkins/properties/pipeline-triggers.ts';
import type { LinkedApplication } from '../../link/project.ts';
import { versionParameter } from '../../link/version-parameter.ts';
import type { ApplicationImage } from '../../model/images/application-image.ts';
import { printDockerfile } from '../../model/images/dockerfile.ts';
import { shellWord } from '../../print/shell-word.ts';
import { fromPolicy, fromSeveral } from '../../text/origin.ts';
import { sourced } from '../../text/sourced.ts';
import { joined, mapValue, originsOf } from '../../text/traced-text.ts';
import { environmentPipelineName, imageJobName, type JobScope } from './job-scope.ts';
import { checkNotifications, recipientsOf } from './notifications.ts';
import { pipelineJob } from './pipeline-job.ts';
import {
  inOrder,
  inTime,
  onAgent,
  type ScriptPart,
  scriptPart,
  withNotifications,
} from './pipeline-script.ts';
import { renderScript } from './render-script.ts';

/**
 * Returns the job that builds the image of an application: writes the compiled Dockerfile, builds, tags
 * `<version>` and `<version>-<build>`, pushes both, and starts `environment-pipeline` with the second one. It runs
 * after every component that makes a package of the image; the plugin kept no other condition either (B18).
 */
export function imageJob(
  scope: JobScope,
  application: LinkedApplication,
  image: ApplicationImage,
): PipelineJob {
  const { spec } = application;
  checkNotifications(scope, spec.notifications);
  return pipelineJob(scope, {
    family: 'image_jobs',
    name: imageJobName(spec.name),
    description: joined`Builds the container image of application ${spec.name} of ${scope.project.name}.`,
    triggers: upstream(application),
    script: imageScript(scope, application, image),
    origin: spec.$.origin,
  });
}

const fresh = fromPolicy(
  'A package of the same version may be newer than the one in a layer of an earlier build, so no layer is reused.',
);

function upstream({ producers }: LinkedApplication): readonly PipelineTrigger[] {
  const jobs = [
    ...new Map(
      producers.map(({ component: { name }, dependency }) => [
        name.value,
        sourced(name.value, fromSeveral([name.origin, ...originsOf(dependency.origin?.build)])),
      ]),
    ).values(),
  ];
  if (jobs.length === 0) return [];
  const origin = fromSeveral(producers.map(({ dependency }) => dependency.$.origin));
  return [{ kind: 'upstream', jobs, threshold: 'SUCCESS', origin }];
}

function imageScript(
  scope: JobScope,
  { spec }: LinkedApplication,
  { push: image, version, dockerfile }: ApplicationImage,
): ScriptPart {
  const { build_timeout_minutes: minutes } = scope.settings.pipeline;
  const tag = mapValue(joined`${image}:${version}`, shellWord);
  const build = scriptPart(
    'image-build.groovy',
    { push: joined`docker push ${tag}`, pushBuild: joined`docker push ${tag}-"$BUILD_NUMBER"` },
    ['stage', 'writeFile', 'sh'],
  );
  const promotion = scriptPart(
    'image-promotion.groovy',
    { job: environmentPipelineName, parameter: spec.name.map(versionParameter), version },
    ['build'],
  );
  const about = joined`Builds the image ${image} and hands its version to the environments.`;
  return inOrder([
    scriptPart('head.groovy', { text: about }),
    withNotifications(
      recipientsOf(scope, spec.notifications),
      inOrder([
        inTime(minutes, onAgent(scope, 'dind', 'docker', build)),
        ...(scope.project.environments.length === 0 ? [] : [promotion]),
      ]),
    ),
    scriptPart('image-methods.groovy', {
      dockerfile: printDockerfile(dockerfile),
      buildScript: renderScript('docker-build.sh', {
        image,
        version,
        fresh,
      }),
    }),
  ]);
}
