import type { PipelineJob } from '../../../jenkins/items/pipeline.ts';
import type { StringParameter } from '../../../jenkins/parameters/simple-parameters.ts';
import type { PipelineTrigger } from '../../../jenkins/properties/pipeline-triggers.ts';
import type { LinkedApplication } from '../../link/project.ts';
import { versionParameter } from '../../link/version-parameter.ts';
import type { ApplicationImage, GeneratedImage } from '../../model/images/application-image.ts';
import { printDockerfile } from '../../model/images/dockerfile.ts';
import { groovyLiteral } from '../../print/groovy-literal.ts';
import { shellWord } from '../../print/shell-word.ts';
import { fromPolicy, fromSeveral } from '../../text/origin.ts';
import { sourced } from '../../text/sourced.ts';
import { joined, mapValue, originsOf } from '../../text/traced-text.ts';
import { startsImage } from './components/started-images.ts';
import { copiedArtifacts } from './images/copied-artifacts.ts';
import { repositoryImageScript } from './images/repository-image-script.ts';
import { environmentPipelineName, imageJobName, type JobScope } from './job-scope.ts';
import { checkNotifications, recipientsOf } from './notifications.ts';
import { pipelineJob } from './pipeline-job.ts';
import {
  inOrder,
  inStage,
  inTime,
  onAgent,
  type ScriptPart,
  scriptPart,
  withNotifications,
} from './pipeline-script.ts';
import { isPromoted } from './promotion-stops.ts';
import { renderScript } from './render-script.ts';
import { previewOfPush, versionOfBuild } from './requests/preview-of-push.ts';

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
    ...(image.dockerfile === undefined
      ? {
          parameters: [commitParameter],
          properties: [{ kind: 'disable-concurrent-builds', origin: inOrderOfCommits }],
          script: repositoryImageScript(scope, application, image),
        }
      : { triggers: upstream(application), script: imageScript(scope, application, image) }),
    origin: spec.$.origin,
  });
}

const inOrderOfCommits = fromPolicy('An older commit never reaches the environments after a newer one.');

const commitParameter: StringParameter = {
  kind: 'string',
  name: 'COMMIT',
  defaultValue: '',
  description: 'Commit to build. Empty for the head of the branch',
  origin: fromPolicy('What was tested is what is built: the job of the component names the commit.'),
};

const fresh = fromPolicy(
  'A package of the same version may be newer than the one in a layer of an earlier build, so no layer is reused.',
);

/** A component that starts the job itself would start it twice. */
function upstream(application: LinkedApplication): readonly PipelineTrigger[] {
  const producers = application.producers.filter(({ component }) => !startsImage(application, component));
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
  application: LinkedApplication,
  { push: image, version, dockerfile }: GeneratedImage,
): ScriptPart {
  const { spec } = application;
  const { build_timeout_minutes: minutes } = scope.settings.pipeline;
  const tag = mapValue(joined`${image}:${version}`, shellWord);
  const build = scriptPart(
    'image-build.groovy',
    { push: joined`docker push ${tag}`, pushBuild: joined`docker push ${tag}-"$BUILD_NUMBER"` },
    ['stage', 'writeFile', 'sh'],
  );
  const copied = copiedArtifacts(application, 'image');
  const fetched = copied.length === 0 ? [] : [inStage('Files', inOrder(copied))];
  const built = versionOfBuild(mapValue(version, groovyLiteral));
  const promotion = scriptPart(
    'image-promotion.groovy',
    { job: environmentPipelineName, parameter: spec.name.map(versionParameter), version: built },
    ['build'],
  );
  const about = joined`Builds the image ${image} and hands its version to the environments.`;
  return inOrder([
    scriptPart('head.groovy', { text: about }),
    withNotifications(
      recipientsOf(scope, spec.notifications),
      inOrder([
        inTime(minutes, onAgent(scope, 'dind', 'docker', inOrder([...fetched, build]))),
        ...(isPromoted(scope) ? [promotion] : []),
        ...previewOfPush(scope, application, built),
      ]),
    ),
    scriptPart('image-methods.groovy', {
      get dockerfile() {
        return printDockerfile(dockerfile);
      },
      get buildScript() {
        return renderScript('docker-build.sh', { image, version, fresh });
      },
    }),
  ]);
}
