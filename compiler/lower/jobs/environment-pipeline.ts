import type { PipelineJob } from '../../../jenkins/items/pipeline.ts';
import { versionParameter } from '../../link/version-parameter.ts';
import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import { fromPolicy, fromSeveral, type Origin } from '../../text/origin.ts';
import { distinct, sourced } from '../../text/sourced.ts';
import { joined, joinTexts } from '../../text/traced-text.ts';
import { chunks } from '../../util/chunks.ts';
import { deploysByDigest } from '../images/image-name.ts';
import { deploysPinned } from './applied-rollouts.ts';
import { promotionConstants } from './class-size.ts';
import { environmentPipelineName, type JobScope } from './job-scope.ts';
import { recipientsOf } from './notifications.ts';
import { pipelineJob } from './pipeline-job.ts';
import {
  because,
  exclusively,
  fixedPart,
  ifVersions,
  inMethod,
  inOrder,
  inStage,
  type ScriptPart,
  scriptPart,
  withNotifications,
} from './pipeline-script.ts';
import { type PromotionStop, promotionStops } from './promotion-stops.ts';
import { GROUP_SIZE, statementGroups } from './statement-groups.ts';
import { applicationParameters, versionMethod } from './version-parameters.ts';

/**
 * Returns the job that takes versions of applications through the environments, in file order: deploy, then tests.
 * A failed deployment ends it; a failed test does too, unless the settings say `report` (the original never waited
 * for tests, B16). A manual environment asks for approval, holding no agent, and later environments go on after it
 * (the original stopped there for good, B17).
 */
export function environmentPipeline(scope: JobScope): PipelineJob {
  const { project, environments } = scope;
  const stops = promotionStops(scope);
  return pipelineJob(scope, {
    family: 'environment_jobs',
    name: sourced(environmentPipelineName, originOf(environments)),
    description: joined`Takes versions of applications of ${project.name} through its environments.`,
    parameters: applicationParameters(scope),
    script: pipelineScript(scope, stops),
    constants: promotionConstants(project.applications.length, stops),
    origin: originOf(environments),
  });
}

function pipelineScript(scope: JobScope, stops: readonly PromotionStop[]): ScriptPart {
  const { project } = scope;
  const manual = stops.filter((stop) => stop.manual);
  const applications = project.applications.map(({ spec: { name, $ } }) => ({
    name: name.map(versionParameter),
    parameter: name.map(versionParameter),
    origin: $.origin,
  }));
  const versions = statementGroups('versions', 'versions', applications, (items) =>
    scriptPart('version-statements.groovy', { items }),
  );
  const promotion = statementGroups('promotion', 'versions', stops, (items) =>
    scriptPart('promotion-statements.groovy', { items }),
  );
  const names = joinTexts(
    stops.map(({ name }) => name),
    ', ',
  );
  const about = joined`Takes versions of applications through ${names}.`;
  return inOrder([
    scriptPart('head.groovy', { text: about }),
    withNotifications(
      recipientsOf(scope),
      inOrder([
        fixedPart('versions-start.groovy'),
        versions.calls,
        ...promotionParts(scope, inOrder([...announcement(stops[0]), promotion.calls])),
      ]),
    ),
    ...(applications.length === 0 ? [] : [versionMethod(scope)]),
    ...versions.methods,
    ...promotion.methods,
    ...stops.flatMap((stop, index) => deployMethods(scope, stop, stops[index + 1])),
    ...(stops.some((stop) => longList(stop).length > 0) ? [fixedPart('parameters-of.groovy')] : []),
    ...manual.map((stop) => because([stop.modeOrigin], approvalMethod(scope, stop))),
    ...(manual.length === 0
      ? []
      : [
          because(
            manual.map(({ modeOrigin }) => modeOrigin),
            fixedPart('waiting.groovy'),
          ),
        ]),
  ]);
}

/** Without a version there is nothing to take anywhere, unless a deploy job has versions from the spec itself. */
function promotionParts({ project, environments }: JobScope, promotion: ScriptPart): readonly ScriptPart[] {
  if (environments.some(deploysPinned) || project.applications.length === 0) return [promotion];
  return ifVersions(promotion);
}

/**
 * Returns what a run says before it waits for an approval. It does so while it still holds the environment before:
 * the next run comes there later, so it never ends a run without taking along what that one waits with.
 */
function announcement(next: PromotionStop | undefined): readonly ScriptPart[] {
  return next?.manual ? [scriptPart('announce-waiting.groovy', next)] : [];
}

const untilTested = fromPolicy(
  'Tests judge what their own run deployed, not what the next run did meanwhile.',
);

function deployMethods(
  scope: JobScope,
  stop: PromotionStop,
  next: PromotionStop | undefined,
): readonly ScriptPart[] {
  const policy = scope.settings.pipeline.tests;
  const gate = policy.value === 'gate';
  const originOfTest = (origin: Origin) => fromSeveral([policy.origin, origin]);
  const parts = longList(stop);
  const parameterMethods = parts.map(({ name }) => `parametersOf(${name}(), versions)`).join(' + ');
  const tests = statementGroups(`tests${stop.number}x`, '', stop.tests, (items) =>
    scriptPart(
      'test-statements.groovy',
      { items: items.map((item) => ({ ...item, gate, origin: originOfTest(item.origin) })) },
      ['build'],
    ),
  );
  const deploy = scriptPart('promote-deploy.groovy', { ...stop, parameterMethods }, ['build']);
  const stages = inOrder([
    ...(stop.manual ? [because([stop.modeOrigin], scriptPart('end-older.groovy', stop, ['milestone']))] : []),
    inStage(joined`${stop.name} deploy`, deploy, stop.origin),
    ...(stop.tests.length === 0 ? [] : [inStage(joined`${stop.name} test`, tests.calls, stop.origin)]),
    ...announcement(next),
  ]);
  const locked = exclusively(scope, stop.name, untilTested, stages);
  return [
    inMethod(`environment${stop.number}(versions)`, stop.name, locked, stop.origin),
    ...parts.map((part) => scriptPart('promote-parameters.groovy', part)),
    ...tests.methods,
  ];
}

/** Returns the services of a stop as parts with the names of the methods that hold them; none for a short list. */
function longList(
  stop: PromotionStop,
): readonly { readonly name: string; readonly services: PromotionStop['services'] }[] {
  if (stop.services.length <= GROUP_SIZE) return [];
  return chunks(stop.services, GROUP_SIZE).map((services, index) => ({
    name: `services${stop.number}x${index + 1}`,
    services,
  }));
}

function approvalMethod(scope: JobScope, stop: PromotionStop): ScriptPart {
  const { submitters, timeout_minutes: minutes } = scope.settings.pipeline.approval;
  const applications = distinct(stop.services.map(({ application }) => application));
  const parts = longList(stop).map(({ name }) => `${name}().values()`);
  return scriptPart(
    'approve-environment.groovy',
    {
      ...stop,
      stage: joined`${stop.name} approval`,
      message: joined`Deploy to ${stop.name}?`,
      digests: deploysByDigest(scope.project),
      applications,
      longList: parts.length > 0 ? `(${parts.join(' + ')}).unique()` : '',
      minutes,
      submitters: joinTexts(submitters, ','),
    },
    ['stage', 'timeout', 'input'],
  );
}

function originOf(environments: readonly EnvironmentIr[]): Origin {
  return fromSeveral(environments.map(({ origin }) => origin));
}
