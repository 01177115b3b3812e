import {
  type EnvironmentVariable,
  environmentReason,
  propertiesContent,
  variableCalls,
} from '../shared/environment.ts';
import type { ItemNode } from '../shared/node.ts';
import { STEPS, use } from '../shared/plugin-use.ts';
import type { Thing } from '../shared/thing.ts';
import { element } from '../shared/xml.ts';

/** Environment variables for the steps that follow. */
export interface EnvironmentBuilder extends ItemNode {
  readonly kind: 'environment';
  readonly variables: readonly EnvironmentVariable[];
}

/** Sets variables by the EnvInject plugin. */
export const environmentBuilder: Thing<EnvironmentBuilder> = {
  kind: 'environment',
  needs: use(STEPS, 'environmentVariables', environmentReason),
  xml: ({ variables }) => element('EnvInjectBuilder', [element('info', propertiesContent(variables))]),
  dsl: ({ variables }, dsl) => dsl.block('environmentVariables', () => variableCalls(variables, dsl)),
};
