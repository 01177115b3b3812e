import type { Valued } from '../../compiler/text/traced-text.ts';
import {
  type EnvironmentVariable,
  environmentReason,
  propertiesContent,
  variableCalls,
} from '../shared/environment.ts';
import type { ItemNode } from '../shared/node.ts';
import { use } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** Environment variables of the whole job. */
export interface EnvironmentProperty extends ItemNode {
  readonly kind: 'environment';
  readonly variables: readonly EnvironmentVariable[];
  readonly keepBuildVariables?: Valued<boolean> | undefined;
  readonly keepSystemVariables?: Valued<boolean> | undefined;
  readonly overrideBuildParameters?: Valued<boolean> | undefined;
}

/** Sets variables for the whole job, by the EnvInject plugin. */
export const environmentProperty: Thing<EnvironmentProperty> = {
  kind: 'environment',
  needs: use('Job', 'environmentVariables', environmentReason),
  xml: ({ variables, keepSystemVariables, keepBuildVariables, overrideBuildParameters }) =>
    element('EnvInjectJobProperty', [
      element('info', [...propertiesContent(variables), leaf('loadFilesFromMaster', false)]),
      leaf('on', true),
      leaf('keepJenkinsSystemVariables', keepSystemVariables ?? true),
      leaf('keepBuildVariables', keepBuildVariables ?? true),
      leaf('overrideBuildParameters', overrideBuildParameters ?? false),
      element('contributors'),
    ]),
  dsl: (property, dsl) =>
    dsl.block('environmentVariables', () => {
      variableCalls(property.variables, dsl);
      dsl.given('keepSystemVariables', property.keepSystemVariables);
      dsl.given('keepBuildVariables', property.keepBuildVariables);
      dsl.given('overrideBuildParameters', property.overrideBuildParameters);
    }),
};
