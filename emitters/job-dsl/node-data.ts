import type { Builder } from '../../compiler/ir/items/builders.ts';
import { joinTexts } from '../../compiler/ir/items/join-texts.ts';
import type { ParameterizedTrigger } from '../../compiler/ir/items/parameterized-trigger.ts';
import type { Property } from '../../compiler/ir/items/properties.ts';
import type { Publisher } from '../../compiler/ir/items/publishers.ts';
import type { Scm } from '../../compiler/ir/items/scm.ts';
import { plainValue } from '../../compiler/ir/items/text.ts';
import type { Trigger } from '../../compiler/ir/items/triggers.ts';
import { chunks } from '../../compiler/util/chunks.ts';
import { BLOCK_SIZE } from './limits.ts';

/** Returns what the template of a trigger prints: the engine takes several jobs as one text. */
export function triggerData(trigger: Trigger): object {
  return trigger.kind === 'upstream' ? { ...trigger, jobs: joinTexts(trigger.jobs, ', ') } : trigger;
}

/** Returns what the template of a checkout prints. */
export function scmData(scm: Scm): object {
  return { ...scm, branches: (scm.branches ?? []).map((name) => ({ name })) };
}

/** Returns what the template of a property prints. */
export function propertyData(property: Property): object {
  return property.kind === 'parameters'
    ? { ...property, parameters: chunks(property.parameters, BLOCK_SIZE) }
    : property;
}

/** Returns what the template of a build step prints. */
export function builderData(builder: Builder): object {
  return builder.kind === 'trigger'
    ? { ...builder, triggers: builder.triggers.map(parameterizedTriggerData) }
    : builder;
}

/** Returns what the template of a publisher prints. */
export function publisherData(publisher: Publisher): object {
  switch (publisher.kind) {
    case 'archive-artifacts':
      return publisher.excludes === undefined
        ? publisher
        : { ...publisher, excludes: joinTexts(publisher.excludes, ',') };
    case 'downstream':
      return { ...publisher, jobs: joinTexts(publisher.jobs, ', ') };
    case 'downstream-parameterized':
      return { ...publisher, triggers: publisher.triggers.map(parameterizedTriggerData) };
    case 'mailer':
      return {
        ...publisher,
        recipients: joinTexts(publisher.recipients, ' '),
        dontNotifyEveryUnstableBuild: publisher.dontNotifyEveryUnstableBuild ?? false,
        sendToIndividuals: publisher.sendToIndividuals ?? false,
      };
    default:
      return publisher;
  }
}

function parameterizedTriggerData(trigger: ParameterizedTrigger): object {
  const currentBuild = trigger.currentBuild !== undefined && plainValue(trigger.currentBuild);
  return {
    ...trigger,
    jobs: joinTexts(trigger.jobs, ', '),
    currentBuild,
    hasParameters: currentBuild || (trigger.predefined ?? []).length > 0,
  };
}
