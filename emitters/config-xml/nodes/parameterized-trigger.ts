import { joinTexts } from '../../../compiler/ir/items/join-texts.ts';
import type { ParameterizedTrigger, TriggerBlock } from '../../../compiler/ir/items/parameterized-trigger.ts';
import { plainText, plainValue } from '../../../compiler/ir/items/text.ts';
import type { Threshold } from '../../../compiler/ir/items/threshold.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { element, from, leaf, typed } from '../element.ts';
import { completeThresholdContent } from './threshold.ts';

const PACKAGE = 'hudson.plugins.parameterizedtrigger';

/** Returns a trigger of a publisher, which starts jobs when the build has a result. */
export function publisherTrigger(trigger: ParameterizedTrigger): XmlElement {
  const { origin, jobs, condition = 'SUCCESS', triggerWithNoParameters } = trigger;
  return from(
    origin,
    element(`${PACKAGE}.BuildTriggerConfig`, [
      leaf('projects', joinTexts(jobs, ', ')),
      leaf('condition', condition),
      leaf('triggerWithNoParameters', triggerWithNoParameters ?? false),
      parameterConfigs(trigger),
    ]),
  );
}

/** Returns a trigger of a build step, which may wait for the jobs. The engine fixes its condition. */
export function builderTrigger(trigger: ParameterizedTrigger): XmlElement {
  const { origin, jobs, block } = trigger;
  return from(
    origin,
    element(`${PACKAGE}.BlockableBuildTriggerConfig`, [
      leaf('projects', joinTexts(jobs, ', ')),
      leaf('condition', 'ALWAYS'),
      leaf('triggerWithNoParameters', false),
      parameterConfigs(trigger),
      ...(block === undefined ? [] : [from(block.origin, element('block', blockContent(block)))]),
    ]),
  );
}

function parameterConfigs({ currentBuild, predefined = [] }: ParameterizedTrigger): XmlElement {
  const configs: XmlElement[] = [];
  if (currentBuild !== undefined && plainValue(currentBuild))
    configs.push(element(`${PACKAGE}.CurrentBuildParameters`));
  if (predefined.length > 0) {
    const lines = predefined.map(({ name, value }) => `${plainText(name)}=${plainText(value)}`).join('\n');
    configs.push(element(`${PACKAGE}.PredefinedBuildParameters`, [leaf('properties', lines)]));
  }
  return configs.length === 0
    ? typed('configs', 'java.util.Collections$EmptyList')
    : element('configs', configs);
}

function blockContent({ buildStepFailure, unstable, failure }: TriggerBlock): XmlElement[] {
  return [
    ...threshold('buildStepFailureThreshold', buildStepFailure),
    ...threshold('unstableThreshold', unstable),
    ...threshold('failureThreshold', failure),
  ];
}

function threshold(name: string, value: Threshold | undefined): XmlElement[] {
  return value === undefined ? [] : [element(name, completeThresholdContent(value))];
}
