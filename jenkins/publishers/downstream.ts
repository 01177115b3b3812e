import { joinTexts, type Text, type Valued } from '../../compiler/text/traced-text.ts';
import type { ItemNode } from '../shared/node.ts';
import { orSpec } from '../shared/or-spec.ts';
import {
  type ParameterizedTrigger,
  TRIGGER_PACKAGE,
  triggerCalls,
  triggerContent,
  triggerReason,
} from '../shared/parameterized-trigger.ts';
import { PUBLISHERS, use } from '../shared/plugin-use.ts';
import { saved } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { type Threshold, thresholdContent } from '../shared/threshold.ts';
import { element, from, leaf } from '../shared/xml.ts';
import { type WrittenTrigger, writtenTrigger } from './written-trigger.ts';

/** Starts other jobs. */
export interface Downstream extends ItemNode {
  readonly kind: 'downstream';
  readonly jobs: readonly Text[];
  readonly threshold: Exclude<Threshold, 'ABORTED'>;
}

/** Starts other jobs with parameters. */
export interface DownstreamParameterized extends ItemNode {
  readonly kind: 'downstream-parameterized';
  readonly triggers: readonly ConditionalTrigger[];
}

/** A trigger that fires when the build has a result. */
export interface ConditionalTrigger extends ParameterizedTrigger {
  readonly condition?:
    | 'ALWAYS'
    | 'SUCCESS'
    | 'UNSTABLE'
    | 'UNSTABLE_OR_BETTER'
    | 'UNSTABLE_OR_WORSE'
    | 'FAILED'
    | undefined;
  readonly triggerWithNoParameters?: Valued<boolean> | undefined;
}

/** Starts other jobs after the build. */
export const downstream: Thing<Downstream> = {
  kind: 'downstream',
  needs: 'core',
  xml: ({ jobs, threshold }) =>
    element('hudson.tasks.BuildTrigger', [
      leaf('childProjects', joinTexts(jobs, ', ')),
      element('threshold', [...thresholdContent(threshold), saved(leaf('completeBuild', true))]),
    ]),
  dsl: ({ jobs, threshold }, dsl) => dsl.call('downstream', joinTexts(jobs, ', '), threshold),
};

/** Starts other jobs after the build with parameters, by the Parameterized Trigger plugin. */
const made: Thing<DownstreamParameterized> = {
  kind: 'downstream-parameterized',
  needs: use(PUBLISHERS, 'downstreamParameterized', triggerReason),
  xml: ({ triggers }) =>
    element(`${TRIGGER_PACKAGE}.BuildTrigger`, [
      element(
        'configs',
        triggers.map((trigger) => {
          const { origin, condition = 'SUCCESS', triggerWithNoParameters = false } = trigger;
          const content = triggerContent(trigger, condition, triggerWithNoParameters);
          return from(origin, element(`${TRIGGER_PACKAGE}.BuildTriggerConfig`, content));
        }),
      ),
    ]),
  dsl: ({ triggers }, dsl) =>
    triggerCalls(triggers, dsl, ({ condition, triggerWithNoParameters }) => {
      dsl.given('condition', condition);
      dsl.given('triggerWithNoParameters', triggerWithNoParameters);
    }),
};

/** The same by what the compiler makes, or as a spec says. */
export const downstreamParameterized = orSpec<DownstreamParameterized, WrittenTrigger>(made, writtenTrigger);
