import { baseName, folderOf } from '../../../host/path.ts';
import type { LinkedApplication } from '../../../link/project.ts';
import { versionParameter } from '../../../link/version-parameter.ts';
import type { RepositoryImage } from '../../../model/images/application-image.ts';
import { groovyLiteral } from '../../../print/groovy-literal.ts';
import { printYaml } from '../../../print/yaml.ts';
import { fromPolicy, fromSeveral, type Origin } from '../../../text/origin.ts';
import { joined, mapValue } from '../../../text/traced-text.ts';
import { controllerNames } from '../../controller/controller-names.ts';
import { agentCloud } from '../../hosted-names.ts';
import type { BuildPurpose } from '../components/component-places.ts';
import { environmentPipelineName, type JobScope } from '../job-scope.ts';
import { recipientsOf } from '../notifications.ts';
import {
  inContainer,
  inOrder,
  inStage,
  inTime,
  onNode,
  type ScriptPart,
  scriptPart,
  within,
  withNotifications,
} from '../pipeline-script.ts';
import { isPromoted } from '../promotion-stops.ts';
import { renderScript } from '../render-script.ts';
import { previewOfPush, versionByDigest } from '../requests/preview-of-push.ts';
import { builderAgent, builderContainer, builderPod } from './builder-pod.ts';
import { placedArtifacts } from './copied-artifacts.ts';

const cached = fromPolicy(
  'Layers are kept in the registry: the next build runs on another node, which has none of them.',
);

/**
 * Returns the script that builds an image with a Dockerfile of a repository: it checks out the commit that it is given,
 * or the head of the branch, builds with BuildKit, pushes, and hands the commit and the digest to
 * `environment-pipeline`. The same commit on the same base images gives the same image, of which the registry has every
 * part already: files get the time of the commit, and what is there is not pushed again.
 */
export function repositoryImageScript(
  scope: JobScope,
  application: LinkedApplication,
  image: RepositoryImage,
): ScriptPart {
  const { push, build, origin } = image;
  const { build_timeout_minutes: minutes } = scope.settings.pipeline;
  const { privilegedNamespace } = controllerNames(scope.project);
  const placed = placedArtifacts(application, build);
  const takesFiles = startsWithoutCommit(application);
  const stages = inOrder([
    scriptPart('repository-image.groovy', { ...build, takesFiles }, ['stage', 'checkout', 'scmGit', 'sh']),
    inStage(
      'Build',
      inOrder([
        ...placed.calls,
        inContainer(
          builderContainer,
          scriptPart('repository-image-build.groovy', { image: push }, ['withEnv', 'sh', 'error', 'echo']),
        ),
      ]),
    ),
  ]);
  const pod = joined`podTemplate(cloud: ${mapValue(agentCloud(scope.project), groovyLiteral)}, namespace: ${mapValue(privilegedNamespace, groovyLiteral)}, yaml: pod())`;
  const promotion = scriptPart(
    'repository-image-promotion.groovy',
    {
      job: environmentPipelineName,
      parameter: application.spec.name.map(versionParameter),
      version: versionByDigest,
    },
    ['stage', 'build'],
  );
  return inOrder([
    scriptPart('head.groovy', {
      text: joined`Builds the image ${push} with a Dockerfile of its repository, and hands it to the environments by its digest.`,
    }),
    withNotifications(
      recipientsOf(scope, application.spec.notifications),
      inOrder([
        scriptPart(
          'repository-image-start.groovy',
          { takesFiles },
          takesFiles === undefined ? ['error'] : ['error', 'echo'],
        ),
        inTime(minutes, within(pod, ['podTemplate'], onNode('POD_LABEL', stages))),
        ...(isPromoted(scope) ? [promotion] : []),
        ...previewOfPush(scope, application, versionByDigest),
      ]),
      { maySkip: takesFiles !== undefined },
    ),
    scriptPart('repository-image-methods.groovy', {
      buildScript: renderScript('buildkit-build.sh', buildData(image, 'push')),
      digestScript: renderScript('image-digest.sh', {}),
    }),
    ...placed.methods,
    scriptPart('pod-method.groovy', {
      about: 'BuildKit beside the agent, without root.',
      pod: printYaml(builderPod(scope.settings, builderAgent(scope.agents, build.agent)), { origin }),
    }),
  ]);
}

/**
 * Returns what says that an image takes files of other components than that of the Dockerfile: their builds start the image
 * job, too, and know no commit of its repository. Undefined without any.
 */
function startsWithoutCommit({ build, files }: LinkedApplication): Origin | undefined {
  const others = files.filter(({ component }) => component !== build?.component);
  return others.length === 0 ? undefined : fromSeveral(others.map(({ spec }) => spec.$.origin));
}

/**
 * Returns what the script of BuildKit is rendered with: it is given the folder of the Dockerfile and its name. The layers
 * of a pull request are kept apart: what its commands leave in a layer or in a cache mount, the builds of the branch
 * would take for the result of the same commands.
 */
export function buildData(
  { push, version, build }: Pick<RepositoryImage, 'push' | 'version' | 'build'>,
  purpose: BuildPurpose,
): object {
  const { context, path, target, args } = build;
  return {
    image: push,
    version,
    context,
    folder: path.map((text) => folderOf(text) || '.'),
    file: path.map(baseName),
    target,
    args: args.map(({ name, value }) => ({
      argument: value.map((text) => `build-arg:${name}=${text}`),
      origin: value.origin,
    })),
    cached,
    isRequest: purpose === 'pull-request',
  };
}
