import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts, plainText } from '../../compiler/text/traced-text.ts';
import { sha256 } from '../../compiler/util/sha256.ts';
import type {
  ActiveChoicesParameter,
  ActiveChoicesReactiveParameter,
  DynamicReferenceParameter,
  MatrixCombinationsParameter,
} from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import { secureScript } from '../shared/secure-script.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { leaf, optional, typed } from '../shared/xml.ts';
import { parameterElement } from './spec-parameter.ts';

const needs = elementsOf('uno-choice', 'jobs ask for values that scripts find', '2.0');

const choiceTypes = {
  'single-select': 'PT_SINGLE_SELECT',
  'multi-select': 'PT_MULTI_SELECT',
  'radio-buttons': 'PT_RADIO',
  checkboxes: 'PT_CHECKBOX',
} as const;

const elementTypes = {
  'input-text-box': 'ET_TEXT_BOX',
  'numbered-list': 'ET_ORDERED_LIST',
  'bullet-items-list': 'ET_UNORDERED_LIST',
  'formatted-html': 'ET_FORMATTED_HTML',
  'formatted-hidden-html': 'ET_FORMATTED_HIDDEN_HTML',
} as const;

/** Values that a script finds, by the Active Choices plugin. */
export const activeChoices: Thing<SpecNode<'active-choices', ActiveChoicesParameter>> = {
  kind: 'active-choices',
  needs,
  xml: ({ spec }) =>
    parameterElement('org.biouno.unochoice.ChoiceParameter', spec, [...scripted(spec), ...shown(spec)]),
};

/** Values that a script finds from those of other parameters, by the Active Choices plugin. */
export const activeChoicesReactive: Thing<
  SpecNode<'active-choices-reactive', ActiveChoicesReactiveParameter>
> = {
  kind: 'active-choices-reactive',
  needs,
  xml: ({ spec }) =>
    parameterElement('org.biouno.unochoice.CascadeChoiceParameter', spec, [
      ...scripted(spec),
      ...referencing(spec),
      ...shown(spec),
    ]),
};

/** What a script makes of other parameters, by the Active Choices plugin. */
export const dynamicReference: Thing<SpecNode<'dynamic-reference', DynamicReferenceParameter>> = {
  kind: 'dynamic-reference',
  needs,
  xml: ({ spec }) =>
    parameterElement('org.biouno.unochoice.DynamicReferenceParameter', spec, [
      ...scripted(spec),
      ...referencing(spec),
      leaf(
        'choiceType',
        spec.choice_type.map((type) => elementTypes[type]),
      ),
      leaf('omitValueField', spec.omit_value_field),
    ]),
};

/** Combinations of a matrix, by the Matrix Combinations plugin. */
export const matrixCombinations: Thing<SpecNode<'matrix-combinations', MatrixCombinationsParameter>> = {
  kind: 'matrix-combinations',
  needs: elementsOf('matrix-combinations-parameter', 'builds choose combinations of a matrix', '1.0.6'),
  xml: ({ spec }) =>
    parameterElement(
      'hudson.plugins.matrix__configuration__parameter.MatrixCombinationsParameterDefinition',
      spec,
      optional('defaultCombinationFilter', spec.filter),
    ),
};

type ScriptedParameter = ActiveChoicesParameter | ActiveChoicesReactiveParameter | DynamicReferenceParameter;

function scripted(spec: ScriptedParameter): XmlElement[] {
  return [
    leaf('randomName', randomName(plainText(spec.name))),
    leaf('visibleItemCount', spec.visible_items),
    typed('script', 'org.biouno.unochoice.model.GroovyScript', [
      ...secureScript('secureScript', spec.script),
      ...secureScript('secureFallbackScript', spec.fallback_script ?? { script: '', sandbox: true }),
    ]),
  ];
}

function referencing(spec: ActiveChoicesReactiveParameter | DynamicReferenceParameter): XmlElement[] {
  return [
    typed('parameters', 'linked-hash-map'),
    leaf('referencedParameters', joinTexts(spec.referenced_parameters, ',')),
  ];
}

function shown(spec: ActiveChoicesParameter | ActiveChoicesReactiveParameter): XmlElement[] {
  return [
    leaf(
      'choiceType',
      spec.choice_type.map((type) => choiceTypes[type]),
    ),
    leaf('filterable', spec.enable_filters),
    leaf('filterLength', spec.filter_starts_at),
  ];
}

/**
 * Returns the name of the field in the form, which tells the parameters of a job apart. The plugin takes the nanoseconds
 * of the clock; this number is the same for the same name.
 */
function randomName(name: string): string {
  return `choice-parameter-${Number.parseInt(sha256(name).slice(0, 12), 16)}`;
}
