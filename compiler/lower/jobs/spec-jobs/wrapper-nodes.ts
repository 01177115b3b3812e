import type { Wrapper } from '../../../../jenkins/wrappers/all-wrappers.ts';
import type { JobWrapper } from '../../../../schema/generated/located.ts';
import type { NodeTable } from './nodes-of.ts';

/** How the things of the spec become nodes of the job. */
export const wrapperNodes: NodeTable<JobWrapper, Wrapper> = {
  timestamps: (_, origin) => ({ kind: 'timestamps', origin }),
  'build-name': ({ name }, origin) => ({ kind: 'build-name', template: name, origin }),
};
