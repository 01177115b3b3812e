import type { Parameter } from '../../../compiler/ir/items/parameters.ts';
import type { XmlElement } from '../../../compiler/print/xml-element.ts';
import { type ByKind, byKind } from '../../../compiler/util/by-kind.ts';
import { element, from, type LeafValue, leaf, optional, typed } from '../element.ts';

const printers: ByKind<Parameter, XmlElement> = {
  string: (parameter) => plain('hudson.model.StringParameterDefinition', parameter),
  text: (parameter) => plain('hudson.model.TextParameterDefinition', parameter),
  boolean: (parameter) => plain('hudson.model.BooleanParameterDefinition', parameter),
  choice: ({ name, description, choices }) =>
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
  'non-stored-password': ({ name, description }) =>
    element('com.michelin.cio.hudson.plugins.passwordparam.PasswordParameterDefinition', [
      leaf('name', name),
      leaf('description', description ?? ''),
    ]),
  credentials: ({ name, description, defaultValue, type, required }) =>
    element('com.cloudbees.plugins.credentials.CredentialsParameterDefinition', [
      leaf('name', name),
      leaf('description', description ?? ''),
      leaf('defaultValue', defaultValue ?? ''),
      leaf('credentialType', type),
      leaf('required', required ?? false),
    ]),
};

/** Returns the elements inside `parameterDefinitions`. */
export function parameterElements(parameters: readonly Parameter[]): XmlElement[] {
  return parameters.map((parameter) => from(parameter.origin, byKind(printers, parameter)));
}

function plain(
  name: string,
  parameter: {
    readonly name: LeafValue;
    readonly defaultValue: LeafValue;
    readonly description?: LeafValue | undefined;
  },
): XmlElement {
  return element(name, [
    leaf('name', parameter.name),
    leaf('defaultValue', parameter.defaultValue),
    ...optional('description', parameter.description),
  ]);
}
