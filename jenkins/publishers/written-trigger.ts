import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type {
  ParameterizedBuild,
  TriggerParameterizedBuildsPublisher,
} from '../../schema/generated/located.ts';
import { handedOnElements, noteHandedOn } from '../shared/handed-on.ts';
import { TRIGGER_PACKAGE } from '../shared/parameterized-trigger.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, typed } from '../shared/xml.ts';
import { elementsOfSpecs, joined } from './spec-elements.ts';

/** The publisher that a spec asks for. */
export type WrittenTrigger = SpecNode<'downstream-parameterized', TriggerParameterizedBuildsPublisher>;

/** Starts other jobs with parameters as a spec says, with the elements that `BuildTriggerConfig` saves (read 2026-08). */
export const writtenTrigger: Pick<Thing<WrittenTrigger>, 'xml' | 'inside'> = {
  xml: ({ spec }) =>
    element(`${TRIGGER_PACKAGE}.BuildTrigger`, [elementsOfSpecs('configs', spec.triggers, configElement)]),
  inside: ({ spec }, needs) => {
    for (const trigger of spec.triggers) noteHandedOn(trigger, trigger.$, needs);
  },
};

function configElement(trigger: ParameterizedBuild): XmlElement {
  const configs = handedOnElements(trigger);
  return element(`${TRIGGER_PACKAGE}.BuildTriggerConfig`, [
    configs.length === 0 ? typed('configs', 'java.util.Collections$EmptyList') : element('configs', configs),
    joined('projects', trigger.project, ', '),
    leaf('condition', trigger.condition),
    leaf('triggerWithNoParameters', trigger.trigger_with_no_params),
    leaf('triggerFromChildProjects', trigger.trigger_from_child_projects),
  ]);
}
