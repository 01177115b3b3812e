import type { Parameter } from '../../../../jenkins/parameters/all-parameters.ts';
import type { JobParameter } from '../../../../schema/generated/located.ts';
import type { NodeTable } from './nodes-of.ts';

/** How the things of the spec become nodes of the job. */
export const parameterNodes: NodeTable<JobParameter, Parameter> = {
  string: ({ name, default: value, description }, origin) => ({
    kind: 'string',
    name,
    defaultValue: value,
    description,
    origin,
  }),
};
