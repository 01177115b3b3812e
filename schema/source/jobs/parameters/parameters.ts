import type { Definitions } from '../../spec-file.ts';
import { family } from '../family.ts';
import { xmlElement } from '../xml-element.ts';
import { pickingParameters } from './picking-parameters.ts';
import { parameterParts, scriptedParameters } from './scripted-parameters.ts';
import { simpleParameters } from './simple-parameters.ts';

/** What somebody, or another job, gives to a build. */
export const parameters: Definitions = {
  ...family(
    'Parameter',
    'A parameter of a job: exactly one thing.',
    simpleParameters,
    pickingParameters,
    scriptedParameters,
    xmlElement('<hudson.scm.listtagsparameter.ListSubversionTagsParameterDefinition/>'),
  ),
  ...parameterParts,
};
