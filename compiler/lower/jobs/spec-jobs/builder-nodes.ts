import type { Builder } from '../../../../jenkins/builders/all-builders.ts';
import type { JobBuilder } from '../../../../schema/generated/located.ts';
import type { NodeTable } from './nodes-of.ts';

/** How the things of the spec become nodes of the job. */
export const builderNodes: NodeTable<JobBuilder, Builder> = {
  shell: ({ command }, origin) => ({ kind: 'shell', script: command, origin }),
};
