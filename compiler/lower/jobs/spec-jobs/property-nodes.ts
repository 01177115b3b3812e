import type { Property } from '../../../../jenkins/properties/all-properties.ts';
import type { JobProperty } from '../../../../schema/generated/located.ts';
import type { NodeTable } from './nodes-of.ts';

/** How the things of the spec become nodes of the job. */
export const propertyNodes: NodeTable<JobProperty, Property> = {
  'disable-concurrent': (_, origin) => ({ kind: 'disable-concurrent-builds', origin }),
};
