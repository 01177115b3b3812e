import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { ItemNode } from '../shared/node.ts';
import {
  type ParameterizedTrigger,
  TRIGGER_PACKAGE,
  triggerCalls,
  triggerContent,
  triggerReason,
} from '../shared/parameterized-trigger.ts';
import { STEPS, use } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { completeThresholdContent, type Threshold } from '../shared/threshold.ts';
import { element, from } from '../shared/xml.ts';

/** Starts other jobs with parameters. */
export interface TriggerBuilder extends ItemNode {
  readonly kind: 'trigger';
  readonly triggers: readonly BlockableTrigger[];
}

/** A trigger that may wait for the jobs. */
export interface BlockableTrigger extends ParameterizedTrigger {
  readonly block?: TriggerBlock | undefined;
}

/** Which results of the started jobs fail the step, fail the build, or make it unstable. */
export interface TriggerBlock extends ItemNode {
  readonly buildStepFailure?: Threshold | undefined;
  readonly failure?: Threshold | undefined;
  readonly unstable?: Threshold | undefined;
}

/** Starts other jobs as a build step; the engine fixes the condition. */
export const triggerBuilder: Thing<TriggerBuilder> = {
  kind: 'trigger',
  needs: use(STEPS, 'downstreamParameterized', triggerReason),
  xml: ({ triggers }) =>
    element(`${TRIGGER_PACKAGE}.TriggerBuilder`, [element('configs', triggers.map(triggerElement))]),
  dsl: ({ triggers }, dsl) =>
    triggerCalls(triggers, dsl, ({ block }) => {
      if (block === undefined) return;
      dsl.from(block.origin, () =>
        dsl.block('block', () => {
          dsl.given('buildStepFailure', block.buildStepFailure);
          dsl.given('failure', block.failure);
          dsl.given('unstable', block.unstable);
        }),
      );
    }),
};

function triggerElement(trigger: BlockableTrigger): XmlElement {
  const { origin, block } = trigger;
  return from(
    origin,
    element(`${TRIGGER_PACKAGE}.BlockableBuildTriggerConfig`, [
      ...triggerContent(trigger, 'ALWAYS', false),
      ...(block === undefined ? [] : [from(block.origin, element('block', blockContent(block)))]),
    ]),
  );
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
