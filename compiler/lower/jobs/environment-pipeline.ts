import type { PipelineJob } from '../../../jenkins/items/pipeline.ts';
import { versionParameter } from '../../link/version-parameter.ts';
import type { EnvironmentIr } from '../../model/kubernetes/environment.ts';
import { versionPattern } from '../../model/kubernetes/kubernetes-object.ts';
import { countBreaks } from '../../print/lines.ts';
import { fromPolicy, fromSeveral, type Origin } from '../../text/origin.ts';
import { sourced } from '../../text/sourced.ts';
import { joined, joinTexts, TracedText } from '../../text/traced-text.ts';
import { chunks } from '../../util/chunks.ts';
import { environmentPipelineName, type JobScope } from './job-scope.ts';

import { mailRecipients } from './notifications.ts';
import { pipelineJob } from './pipeline-job.ts';
import {
  exclusively,
  fixedPart,
  inMethod,
  inOrder,
  inStage,
  type ScriptPart,
  scriptPart,
  withMail,
} from './pipeline-script.ts';
import { type PromotionStop, promotionStops } from './promotion-stops.ts';
import { GROUP_SIZE, statementGroups } from './statement-groups.ts';
import { applicationParameters } from './version-parameters.ts';

/**
 * Returns the job that takes versions of applications through the environments, in file order: deploy, then tests.
 * A failed deployment ends it; a failed test does too, unless the settings say `report` (the original never waited
 * for tests, B16). A manual environment asks for approval, holding no agent, and later environments go on after it
 * (the original stopped there for good, B17).
 */
export function environmentPipeline(scope: JobScope): PipelineJob {
  const { project, environments } = scope;
  return pipelineJob(scope, {
    family: 'environment_jobs',
    name: sourced(environmentPipelineName, originOf(environments)),
    description: joined`Takes versions of applications of ${project.name} through its environments.`,
    parameters: applicationParameters(scope),
    script: pipelineScript(scope),
    origin: originOf(environments),
  });
}

function pipelineScript(scope: JobScope): ScriptPart {
  const { project } = scope;
  const stops = promotionStops(scope);
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
    withMail(
      mailRecipients(scope),
      inOrder([fixedPart('versions-start.groovy'), versions.calls, promotion.calls]),
    ),
    ...(applications.length === 0
      ? []
      : [scriptPart('version-of.groovy', { pattern: versionPattern.source }, ['error'])]),
    ...versions.methods,
    ...promotion.methods,
    ...stops.flatMap((stop) => deployMethods(scope, stop)),
    ...manual.map((stop, index) => approvalMethod(scope, stop, index + 1)),
    ...(manual.length === 0 ? [] : [because(manual, fixedPart('waiting.groovy'))]),
  ]);
}

/** What all manual environments need is there because of the only one, where there is one. */
function because(manual: readonly PromotionStop[], part: ScriptPart): ScriptPart {
  const [only, ...others] = manual;
  if (only === undefined || others.length > 0) return part;
  const { text, marks } = part.text;
  const whole = { first: 0, last: countBreaks(text) - 1, origin: only.modeOrigin };
  return { ...part, text: new TracedText(text, [whole, ...marks]) };
}

const untilTested = fromPolicy(
  'Tests judge what their own run deployed, not what the next run did meanwhile.',
);

function deployMethods(scope: JobScope, stop: PromotionStop): readonly ScriptPart[] {
  const policy = scope.settings.pipeline.tests;
  const gate = policy.value === 'gate';
  const originOfTest = (origin: Origin) => fromSeveral([policy.origin, origin]);
  const parameters = chunks(stop.services, GROUP_SIZE).map((services, index) => ({
    name: `parameters${stop.number}x${index + 1}`,
    services,
  }));
  const long = parameters.length > 1;
  const parameterMethods = long ? parameters.map(({ name }) => `${name}(versions)`).join(' + ') : '';
  const tests = statementGroups(`tests${stop.number}x`, '', stop.tests, (items) =>
    scriptPart(
      'test-statements.groovy',
      { items: items.map((item) => ({ ...item, gate, origin: originOfTest(item.origin) })) },
      ['build'],
    ),
  );
  const deploy = scriptPart('promote-deploy.groovy', { ...stop, parameterMethods }, ['build']);
  const stages = inOrder([
    inStage(joined`${stop.name} deploy`, deploy, stop.origin),
    ...(stop.tests.length === 0 ? [] : [inStage(joined`${stop.name} test`, tests.calls, stop.origin)]),
  ]);
  const locked = exclusively(scope, stop.name, untilTested, stages);
  return [
    inMethod(`environment${stop.number}(versions)`, stop.name, locked, stop.origin),
    ...(long ? parameters.map((group) => scriptPart('promote-parameters.groovy', group)) : []),
    ...tests.methods,
  ];
}

function approvalMethod(scope: JobScope, stop: PromotionStop, milestone: number): ScriptPart {
  const { submitters, timeout_minutes: minutes } = scope.settings.pipeline.approval;
  const applications = [
    ...new Map(stop.services.map(({ application }) => [application.value, application])).values(),
  ];
  return scriptPart(
    'approve-environment.groovy',
    {
      ...stop,
      milestone,
      stage: joined`${stop.name} approval`,
      message: joined`Deploy to ${stop.name}?`,
      applications,
      minutes,
      submitters: joinTexts(submitters, ','),
    },
    ['stage', 'timeout', 'input', 'milestone'],
  );
}

function originOf(environments: readonly EnvironmentIr[]): Origin {
  return fromSeveral(environments.map(({ origin }) => origin));
}
