import type { XmlElement } from '../../compiler/print/xml-element.ts';
import type { Text, Valued } from '../../compiler/text/traced-text.ts';
import {
  type EnvironmentVariable,
  environmentReason,
  propertiesContent,
  variableCalls,
} from '../shared/environment.ts';
import type { ItemNode } from '../shared/node.ts';
import { elementsOf, use } from '../shared/plugin-use.ts';
import { type SecureScript, secureScript } from '../shared/secure-script.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf, optional } from '../shared/xml.ts';

/** Environment variables of the whole job. */
export interface EnvironmentProperty extends ItemNode {
  readonly kind: 'environment';
  readonly variables: readonly EnvironmentVariable[];
  readonly keepBuildVariables?: Valued<boolean> | undefined;
  readonly keepSystemVariables?: Valued<boolean> | undefined;
  readonly overrideBuildParameters?: Valued<boolean> | undefined;
  /** Where variables come from instead of `variables`; a configure block makes all of it. */
  readonly sources?: VariableSources | undefined;
}

/** Where EnvInject gets variables from: texts, and files on the agent. */
export interface VariableSources {
  readonly content?: Text | undefined;
  readonly file?: Text | undefined;
  readonly scriptContent?: Text | undefined;
  readonly scriptFile?: Text | undefined;
  readonly groovy?: SecureScript | undefined;
  /** Whether the files are on the controller instead. */
  readonly loadFilesFromController: Valued<boolean>;
}

const groovyVariables = elementsOf('envinject', 'scripts set environment variables', '2.0');

/** Sets variables for the whole job, by the EnvInject plugin. */
export const environmentProperty: Thing<EnvironmentProperty> = {
  kind: 'environment',
  needs: use('Job', 'environmentVariables', environmentReason),
  xml: ({ variables, keepSystemVariables, keepBuildVariables, overrideBuildParameters, sources }) =>
    element('EnvInjectJobProperty', [
      element(
        'info',
        sources === undefined
          ? [...propertiesContent(variables), leaf('loadFilesFromMaster', false)]
          : sourceElements(sources),
      ),
      leaf('on', true),
      leaf('keepJenkinsSystemVariables', keepSystemVariables ?? true),
      leaf('keepBuildVariables', keepBuildVariables ?? true),
      leaf('overrideBuildParameters', overrideBuildParameters ?? false),
      element('contributors'),
    ]),
  hasCalls: ({ sources }) => sources === undefined,
  inside: ({ sources, origin }, needs) => {
    if (sources?.groovy !== undefined) needs.use(groovyVariables, origin);
  },
  dsl: (property, dsl) =>
    dsl.block('environmentVariables', () => {
      variableCalls(property.variables, dsl);
      dsl.given('keepSystemVariables', property.keepSystemVariables);
      dsl.given('keepBuildVariables', property.keepBuildVariables);
      dsl.given('overrideBuildParameters', property.overrideBuildParameters);
    }),
};

/** Returns the elements of `EnvInjectJobPropertyInfo`. */
function sourceElements(sources: VariableSources): XmlElement[] {
  return [
    ...optional('propertiesFilePath', sources.file),
    ...optional('propertiesContent', sources.content),
    ...optional('scriptFilePath', sources.scriptFile),
    ...optional('scriptContent', sources.scriptContent),
    ...secureScript('secureGroovyScript', sources.groovy),
    leaf('loadFilesFromMaster', sources.loadFilesFromController),
  ];
}
