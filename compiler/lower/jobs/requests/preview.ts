import { diagnose } from '../../../diagnostics/diagnose.ts';
import type { LinkedApplication, LinkedRequests } from '../../../link/project.ts';
import { versionParameter } from '../../../link/version-parameter.ts';
import type { RepositoryImage } from '../../../model/images/application-image.ts';
import { groovyLiteral } from '../../../print/groovy-literal.ts';
import { printYaml } from '../../../print/yaml.ts';
import { fromPolicy, fromSeveral, spanOf } from '../../../text/origin.ts';
import { joined, mapValue } from '../../../text/traced-text.ts';
import { controllerNames } from '../../controller/controller-names.ts';
import { agentCloud } from '../../hosted-names.ts';
import type { ScriptWithMethods } from '../components/component-pod.ts';
import { builderAgent, builderContainer, builderPod } from '../images/builder-pod.ts';
import { buildData } from '../images/repository-image-script.ts';
import { deployJobName, type JobScope, testJobName } from '../job-scope.ts';
import {
  exclusively,
  inContainer,
  inMethod,
  inOrder,
  inStage,
  inTime,
  onNode,
  type ScriptPart,
  scriptPart,
  when,
  within,
} from '../pipeline-script.ts';
import { passedVersions } from '../promotion-stops.ts';
import { renderScript } from '../render-script.ts';

/** An image that a pull request is deployed with. */
interface PreviewImage {
  readonly application: LinkedApplication;
  readonly image: RepositoryImage;
  /** Names its methods. */
  readonly number: number;
}

const oneAtATime = fromPolicy('The environment shows one pull request, until its tests have judged it.');

/**
 * Returns what happens after the checks of a pull request of an own branch that has an environment: the images of the
 * component are built with what was checked, deployed there and tested, one pull request at a time. Their tags say
 * which pull request and commit they are of; nothing promotes them. Undefined without an environment.
 */
export function preview(scope: JobScope, requests: LinkedRequests): ScriptWithMethods | undefined {
  const { component, environment } = requests;
  const lowered = scope.environments.find(({ name }) => name.value === environment?.spec.name.value);
  if (environment === undefined || lowered === undefined) return undefined;
  const images = previewImages(scope, requests);
  const parameters = new Map(
    images.map(({ application: { spec }, number }) => [versionParameter(spec.name.value), number]),
  );
  const services = passedVersions(scope, lowered).flatMap(({ parameter, application, origin }) => {
    const number = parameters.get(application.value);
    return number === undefined ? [] : [{ parameter, number, version: `image${number}`, origin }];
  });
  const { name, tests } = environment.spec;
  if (services.length === 0) {
    reportNothing(scope, requests);
    return undefined;
  }
  const { spec } = requests;
  const origin = fromSeveral([spec.environment?.origin ?? spec.$.origin, environment.spec.$.origin]);
  const used = images.filter(({ number }) => services.some((service) => service.number === number));
  const built = used.map(({ number }) =>
    scriptPart('statement.groovy', { call: `def image${number} = buildImage${number}()` }),
  );
  const stages = inOrder([
    inStage(
      joined`${name} deploy`,
      scriptPart('preview-deploy.groovy', { job: deployJobName(name).map(besides), services }, ['build']),
      origin,
    ),
    ...(tests.length === 0
      ? []
      : [
          inStage(
            joined`${name} test`,
            scriptPart(
              'test-statements.groovy',
              {
                items: tests.map((test) => ({
                  job: testJobName(name, test.name).map(besides),
                  gate: true,
                  origin: test.$.origin,
                })),
              },
              ['build'],
            ),
            origin,
          ),
        ]),
  ]);
  const about = joined`Builds the images of component ${component.name}, and deploys them to ${name}.`;
  return {
    part: when(
      "!nothingToBuild && currentBuild.currentResult == 'SUCCESS'",
      scriptPart('statement.groovy', { call: 'preview()' }),
      origin,
    ),
    methods: [
      inMethod('preview()', about, inOrder([...built, exclusively(scope, name, oneAtATime, stages)]), origin),
      ...used.flatMap((each) => imageMethods(scope, each)),
    ],
  };
}

/** The job of a pull request is inside of the multibranch job; the others are beside that, in whichever folder. */
function besides(job: string): string {
  return `../${job}`;
}

/** Images that take files of components need the build of a push, which keeps them. */
function previewImages(scope: JobScope, { component }: LinkedRequests): readonly PreviewImage[] {
  return scope.project.applications.flatMap((application, index) => {
    const image = scope.images.find((each) => each.application.value === application.spec.name.value);
    if (application.build?.component !== component || application.files.length > 0) return [];
    return image !== undefined && 'build' in image ? [{ application, image, number: index + 1 }] : [];
  });
}

function reportNothing(scope: JobScope, { component, spec, environment }: LinkedRequests): void {
  const parameters = {
    component: component.name.value,
    environment: environment?.spec.name.value ?? '',
  };
  scope.report(
    diagnose('request/no-image', parameters, spec.environment && spanOf(spec.environment.origin), {
      help: [
        'add a service whose application is built of the component (`build: {component: ...}` in application.bitesize), without `version` and without `files`',
        'or remove `environment`, for checks only',
      ],
    }),
  );
}

function imageMethods(scope: JobScope, { application, image, number }: PreviewImage): readonly ScriptPart[] {
  const { build_timeout_minutes: minutes } = scope.settings.pipeline;
  const { privilegedNamespace } = controllerNames(scope.project);
  const pod = joined`podTemplate(cloud: ${mapValue(agentCloud(scope.project), groovyLiteral)}, namespace: ${mapValue(privilegedNamespace, groovyLiteral)}, yaml: imagePod${String(number)}())`;
  const build = inContainer(
    builderContainer,
    scriptPart('preview-build.groovy', { number }, ['withEnv', 'sh', 'error']),
  );
  const stage = inStage(
    joined`Image ${application.spec.name}`,
    inOrder([scriptPart('preview-checkout.groovy', {}, ['checkout', 'sh']), build]),
    image.origin,
  );
  const { version: _, ...withoutVersion } = image;
  return [
    inMethod(
      `buildImage${number}()`,
      joined`Returns tag and digest of the image ${image.push}, built with what was checked.`,
      inOrder([
        scriptPart('statement.groovy', { call: "def built = ''" }),
        inTime(minutes, within(pod, ['podTemplate'], onNode('POD_LABEL', stage))),
        scriptPart('statement.groovy', { call: 'return built' }),
      ]),
      image.origin,
    ),
    scriptPart('preview-methods.groovy', {
      number,
      buildScript: renderScript('buildkit-build.sh', buildData(withoutVersion, 'pull-request')),
      digestScript: renderScript('image-digest.sh', {}),
      pod: printYaml(builderPod(scope.settings, builderAgent(scope.agents, image.build.agent)), {
        origin: image.origin,
      }),
    }),
  ];
}
