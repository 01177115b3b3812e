import { classOfElement } from '../../compiler/plugins/xstream-name.ts';
import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { ConditionalStepBuilder } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import { element, typed } from '../shared/xml.ts';
import { conditionElement } from './conditions.ts';

/** The plugin of conditional steps. */
export const conditionalStepPlugin = elementsOf('conditional-buildstep', 'jobs run steps on conditions');

const PACKAGE = 'org.jenkinsci.plugins.conditionalbuildstep';

const runners = {
  fail: 'Fail',
  'mark-unstable': 'Unstable',
  'run-and-mark-unstable': 'RunUnstable',
  run: 'Run',
  'dont-run': 'DontRun',
} as const;

/**
 * Returns the element of a conditional step, as Jenkins saves it: one step stands in SingleConditionalBuilder, several
 * in ConditionalBuilder.
 */
export function conditionalStepElement(
  { condition, on_evaluation_failure: failure }: ConditionalStepBuilder,
  steps: readonly XmlElement[],
): XmlElement {
  const runner = typed(
    'runner',
    `org.jenkins_ci.plugins.run_condition.BuildStepRunner$${runners[failure.value]}`,
  );
  const [step, ...others] = steps;
  return step === undefined || others.length > 0
    ? element(`${PACKAGE}.ConditionalBuilder`, [
        runner,
        conditionElement('runCondition', condition),
        element('conditionalbuilders', steps),
      ])
    : element(`${PACKAGE}.singlestep.SingleConditionalBuilder`, [
        conditionElement('condition', condition),
        typedStep(step),
        runner,
      ]);
}

/** The class of a step is the name of its element, but for XStream's escapes. */
function typedStep(step: XmlElement): XmlElement {
  return {
    ...step,
    name: 'buildStep',
    attributes: { class: classOfElement(step.name), ...step.attributes },
  };
}
