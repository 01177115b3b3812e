import type { Parameter } from '../../../../jenkins/parameters/all-parameters.ts';
import type { Property } from '../../../../jenkins/properties/all-properties.ts';
import type { ItemBase } from '../../../../jenkins/shared/node.ts';
import type { FreestyleItem, PipelineItem } from '../../../../schema/generated/located.ts';
import { fromSeveral } from '../../../text/origin.ts';
import type { Sourced } from '../../../text/sourced.ts';
import { fullName, type JobScope } from '../job-scope.ts';
import { nodesOf } from './nodes-of.ts';
import { parameterNodes } from './parameter-nodes.ts';
import { propertyNodes } from './property-nodes.ts';

/** What all kinds of jobs, folders and views have in common. */
type NamedSpec = Pick<FreestyleItem, 'name' | 'description' | '$'> & { readonly kind: Sourced<string> };

/** Returns what all items have in common. */
export function itemBase(spec: NamedSpec, scope: JobScope): ItemBase {
  return {
    family: 'jobs',
    name: fullName(scope, spec.name),
    description: spec.description,
    ...itemOrigins(spec),
  };
}

/** Returns where a job is written, and why it is as it is: of another kind, each of its lines would be another one. */
export function itemOrigins({
  kind,
  $,
}: Pick<NamedSpec, 'kind' | '$'>): Pick<ItemBase, 'origin' | 'writtenAt'> {
  return { origin: fromSeveral([kind.origin, $.origin]), writtenAt: $.origin };
}

/** Returns what freestyle jobs, pipelines and those like them have in common beside that. */
export function buildableBase(
  spec: Pick<PipelineItem, 'display_name' | 'disabled' | 'quiet_period' | 'auth_token'>,
) {
  return {
    displayName: spec.display_name,
    disabled: spec.disabled,
    quietPeriod: spec.quiet_period,
    authenticationToken: spec.auth_token,
  };
}

/** Returns the properties of a job, its parameters first. */
export function jobProperties(
  spec: Pick<PipelineItem, 'parameters' | 'properties' | '$'>,
  scope: JobScope,
): readonly Property[] {
  const parameters: readonly Parameter[] = nodesOf(spec.parameters, parameterNodes, scope);
  return [
    ...(parameters.length === 0 ? [] : [{ kind: 'parameters' as const, parameters, origin: spec.$.origin }]),
    ...nodesOf(spec.properties, propertyNodes, scope),
  ];
}
