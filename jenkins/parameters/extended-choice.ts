import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts } from '../../compiler/text/traced-text.ts';
import type {
  ExtendedChoiceParameter,
  ExtendedChoiceScriptParameter,
} from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { leaf, optional } from '../shared/xml.ts';
import { parameterElement } from './spec-parameter.ts';

const types = {
  'single-select': 'PT_SINGLE_SELECT',
  'multi-select': 'PT_MULTI_SELECT',
  'multi-level-single-select': 'PT_MULTI_LEVEL_SINGLE_SELECT',
  'multi-level-multi-select': 'PT_MULTI_LEVEL_MULTI_SELECT',
  radio: 'PT_RADIO',
  checkbox: 'PT_CHECKBOX',
  textbox: 'PT_TEXTBOX',
  hidden: 'PT_HIDDEN',
  json: 'PT_JSON',
} as const;

/** Names of the elements that say where some values come from. */
interface ScriptNames {
  readonly script: string;
  readonly file: string;
  readonly bindings: string;
  readonly classpath: string;
}

/** One or several of some values, by the Extended Choice Parameter plugin. */
export const extendedChoice: Thing<SpecNode<'extended-choice', ExtendedChoiceParameter>> = {
  kind: 'extended-choice',
  needs: elementsOf('extended-choice-parameter', 'jobs ask for some of several values', '0.49'),
  xml: ({ spec }) =>
    parameterElement(
      'com.cwctravel.hudson.plugins.extended__choice__parameter.ExtendedChoiceParameterDefinition',
      spec,
      [
        leaf('quoteValue', spec.quote_value),
        leaf('saveJSONParameterToFile', spec.save_json_to_file),
        leaf('visibleItemCount', spec.visible_items),
        leaf(
          'type',
          spec.type.map((type) => types[type]),
        ),
        ...(spec.values.length === 0 ? [] : [leaf('value', joinTexts(spec.values, ','))]),
        ...optional('propertyFile', spec.property_file),
        ...scriptElements(spec.groovy, {
          script: 'groovyScript',
          file: 'groovyScriptFile',
          bindings: 'bindings',
          classpath: 'groovyClasspath',
        }),
        ...optional('propertyKey', spec.property_key),
        ...optional('defaultValue', spec.default),
        ...optional('defaultPropertyFile', spec.default_property_file),
        ...scriptElements(spec.default_groovy, {
          script: 'defaultGroovyScript',
          file: 'defaultGroovyScriptFile',
          bindings: 'defaultBindings',
          classpath: 'defaultGroovyClasspath',
        }),
        ...optional('defaultPropertyKey', spec.default_property_key),
        leaf('multiSelectDelimiter', spec.delimiter),
        ...(spec.value_descriptions.length === 0
          ? []
          : [leaf('descriptionPropertyValue', joinTexts(spec.value_descriptions, ','))]),
        ...optional('descriptionPropertyFile', spec.description_property_file),
        ...scriptElements(spec.description_groovy, {
          script: 'descriptionGroovyScript',
          file: 'descriptionGroovyScriptFile',
          bindings: 'descriptionBindings',
          classpath: 'descriptionGroovyClasspath',
        }),
        ...optional('descriptionPropertyKey', spec.description_property_key),
        ...optional('javascriptFile', spec.javascript_file),
        ...optional('javascript', spec.javascript),
      ],
    ),
};

function scriptElements(spec: ExtendedChoiceScriptParameter | undefined, names: ScriptNames): XmlElement[] {
  if (spec === undefined) return [];
  return [
    ...optional(names.script, spec.script),
    ...optional(names.file, spec.script_path),
    ...(spec.bindings.length === 0 ? [] : [leaf(names.bindings, joinTexts(spec.bindings, '\n'))]),
    ...(spec.classpath.length === 0 ? [] : [leaf(names.classpath, joinTexts(spec.classpath, ';'))]),
  ];
}
