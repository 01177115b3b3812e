import type { Trigger } from '../../../../jenkins/triggers/all-triggers.ts';
import type { JobTrigger } from '../../../../schema/generated/located.ts';
import type { NodeTable } from './nodes-of.ts';

/** How the things of the spec become nodes of the job. */
export const triggerNodes: NodeTable<JobTrigger, Trigger> = {
  timed: ({ schedule }, origin) => ({ kind: 'cron', schedule, origin }),
};
