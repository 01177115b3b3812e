import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import type { DslWriter } from '../shared/dsl-writer.ts';
import type { ItemNode } from '../shared/node.ts';
import { saved } from '../shared/saved.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional, typed } from '../shared/xml.ts';

/** Common to all parameters. An empty description is printed, an absent one is not. */
export interface NamedParameter extends ItemNode {
  readonly name: Text;
  readonly description?: Text | undefined;
}

/** A text of one line. */
export interface StringParameter extends NamedParameter {
  readonly kind: 'string';
  readonly defaultValue: Text;
  /** Whether blanks at both ends of what somebody writes are cut off. */
  readonly trim?: Valued<boolean> | undefined;
}

/** A text of several lines. */
export interface TextParameter extends NamedParameter {
  readonly kind: 'text';
  readonly defaultValue: Text;
  /** Whether blanks at both ends of what somebody writes are cut off. */
  readonly trim?: Valued<boolean> | undefined;
}

/** A check box. */
export interface BooleanParameter extends NamedParameter {
  readonly kind: 'boolean';
  readonly defaultValue: Valued<boolean>;
}

/** One of at least one choice; the first is the default. */
export interface ChoiceParameter extends NamedParameter {
  readonly kind: 'choice';
  readonly choices: readonly Text[];
}

type DefaultedParameter = StringParameter | TextParameter | BooleanParameter;

/** A text of one line. */
export const stringParameter: Thing<StringParameter> = {
  kind: 'string',
  needs: 'core',
  xml: (parameter) => definition('String', parameter, trimmed(parameter)),
  dsl: (parameter, dsl) => call('stringParam', parameter, dsl),
};

/** A text of several lines. */
export const textParameter: Thing<TextParameter> = {
  kind: 'text',
  needs: 'core',
  xml: (parameter) => definition('Text', parameter, trimmed(parameter)),
  dsl: (parameter, dsl) => call('textParam', parameter, dsl),
};

/** A check box. */
export const booleanParameter: Thing<BooleanParameter> = {
  kind: 'boolean',
  needs: 'core',
  xml: (parameter) => definition('Boolean', parameter),
  dsl: (parameter, dsl) => call('booleanParam', parameter, dsl),
};

/** One of several choices. */
export const choiceParameter: Thing<ChoiceParameter> = {
  kind: 'choice',
  needs: 'core',
  xml: ({ name, description, choices }) =>
    element('hudson.model.ChoiceParameterDefinition', [
      typed('choices', 'java.util.Arrays$ArrayList', [
        typed(
          'a',
          'string-array',
          choices.map((choice) => leaf('string', choice)),
        ),
      ]),
      leaf('name', name),
      ...optional('description', description),
    ]),
  dsl: ({ name, choices, description }, dsl) => dsl.call('choiceParam', name, choices, description),
};

function trimmed({ trim }: StringParameter | TextParameter): XmlElement {
  return saved(leaf('trim', trim ?? false));
}

function definition(
  type: string,
  { name, defaultValue, description }: DefaultedParameter,
  ...more: readonly XmlElement[]
): XmlElement {
  return element(`hudson.model.${type}ParameterDefinition`, [
    leaf('name', name),
    leaf('defaultValue', defaultValue),
    ...optional('description', description),
    ...more,
  ]);
}

function call(method: string, { name, defaultValue, description }: DefaultedParameter, dsl: DslWriter): void {
  dsl.call(method, name, defaultValue, description);
}
