import {
  type EnvironmentVariable,
  environmentReason,
  propertiesContent,
  variableCalls,
} from '../shared/environment.ts';
import type { ItemNode } from '../shared/node.ts';
import { use, WRAPPERS } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element, leaf } from '../shared/xml.ts';

/** Environment variables for all build steps. */
export interface EnvironmentWrapper extends ItemNode {
  readonly kind: 'environment';
  readonly variables: readonly EnvironmentVariable[];
}

/** Sets variables for all build steps, by the EnvInject plugin. */
export const environmentWrapper: Thing<EnvironmentWrapper> = {
  kind: 'environment',
  needs: use(WRAPPERS, 'environmentVariables', environmentReason),
  xml: ({ variables }) =>
    element('EnvInjectBuildWrapper', [
      element('info', [...propertiesContent(variables), leaf('loadFilesFromMaster', false)]),
    ]),
  dsl: ({ variables }, dsl) => dsl.block('environmentVariables', () => variableCalls(variables, dsl)),
};
