import type {
  FileParameter,
  HiddenParameter,
  PasswordParameter,
  RandomStringParameter,
  RunParameter,
  ValidatingStringParameter,
} from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { leaf, optional } from '../shared/xml.ts';
import { parameterElement } from './spec-parameter.ts';

/** A text that is not shown (hudson.model.PasswordParameterDefinition). Jenkins encrypts the default when it saves. */
export const passwordParameter: Thing<SpecNode<'password', PasswordParameter>> = {
  kind: 'password',
  needs: 'core',
  xml: ({ spec }) =>
    parameterElement(
      'hudson.model.PasswordParameterDefinition',
      spec,
      optional('defaultValue', spec.default),
    ),
};

/** A file that somebody uploads (hudson.model.FileParameterDefinition). */
export const fileParameter: Thing<SpecNode<'file', FileParameter>> = {
  kind: 'file',
  needs: 'core',
  xml: ({ spec }) => parameterElement('hudson.model.FileParameterDefinition', spec),
};

/** A build of a job (hudson.model.RunParameterDefinition). */
export const runParameter: Thing<SpecNode<'run', RunParameter>> = {
  kind: 'run',
  needs: 'core',
  xml: ({ spec }) =>
    parameterElement('hudson.model.RunParameterDefinition', spec, [
      leaf('projectName', spec.job),
      leaf(
        'filter',
        spec.filter.map((filter) => filter.toUpperCase()),
      ),
    ]),
};

/** A text that nobody is asked for, by the Hidden Parameter plugin. */
export const hiddenParameter: Thing<SpecNode<'hidden', HiddenParameter>> = {
  kind: 'hidden',
  needs: elementsOf('hidden-parameter', 'jobs have hidden parameters', '0.0.2'),
  xml: ({ spec }) =>
    parameterElement('com.wangyin.parameter.WHideParameterDefinition', spec, [
      leaf('defaultValue', spec.default),
    ]),
};

/** A text that is another one for each build, by the Random String Parameter plugin. */
export const randomStringParameter: Thing<SpecNode<'random-string', RandomStringParameter>> = {
  kind: 'random-string',
  needs: elementsOf('random-string-parameter', 'jobs have random parameters', '1.0'),
  xml: ({ spec }) =>
    parameterElement('hudson.plugins.random__string__parameter.RandomStringParameterDefinition', spec, [
      leaf('failedValidationMessage', spec.message),
    ]),
};

/** A text that has to match, by the Validating String Parameter plugin. */
export const validatingStringParameter: Thing<SpecNode<'validating-string', ValidatingStringParameter>> = {
  kind: 'validating-string',
  needs: elementsOf('validating-string-parameter', 'jobs check their parameters', '1.0'),
  xml: ({ spec }) =>
    parameterElement(
      'hudson.plugins.validating__string__parameter.ValidatingStringParameterDefinition',
      spec,
      [
        leaf('defaultValue', spec.default),
        leaf('regex', spec.regex),
        leaf('failedValidationMessage', spec.message),
      ],
    ),
};
