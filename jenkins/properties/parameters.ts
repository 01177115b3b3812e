import { type Parameter, parameters } from '../parameters/all-parameters.ts';
import type { ItemNode } from '../shared/node.ts';
import type { Thing } from '../shared/thing.ts';
import { element } from '../shared/xml.ts';

/** The parameters of the job. */
export interface ParametersProperty extends ItemNode {
  readonly kind: 'parameters';
  readonly parameters: readonly Parameter[];
}

/** The parameters of the job. */
export const parametersProperty: Thing<ParametersProperty> = {
  kind: 'parameters',
  needs: 'core',
  xml: (property) =>
    element('hudson.model.ParametersDefinitionProperty', [
      element('parameterDefinitions', parameters.elements(property.parameters)),
    ]),
  // Without any method that makes a parameter there is no property either.
  hasCalls: (property) => parameters.called(property.parameters).length > 0,
  dsl: (property, dsl) =>
    dsl.blocks('parameters', parameters.called(property.parameters), (parameter) =>
      parameters.dsl(parameter, dsl),
    ),
  inside: (property, needs) => parameters.needs(property.parameters, needs),
};
