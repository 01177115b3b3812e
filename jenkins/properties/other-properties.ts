import { authorization } from './authorization.ts';
import { blockOn } from './block-on.ts';
import { deliveryPipeline } from './delivery-pipeline.ts';
import { discarder } from './log-rotation.ts';
import { notifications } from './notifications.ts';
import {
  disableResume,
  durabilityHint,
  gitlabConnection,
  lockableResources,
  ownership,
  priority,
  priorityGroup,
  rateLimit,
  rebuild,
  sidebarLinks,
} from './spec-properties.ts';
import { throttle } from './throttle.ts';
import { weight } from './weight.ts';

const things = [
  blockOn,
  authorization,
  weight,
  deliveryPipeline,
  throttle,
  notifications,
  discarder,
  durabilityHint,
  disableResume,
  rebuild,
  rateLimit,
  priority,
  priorityGroup,
  lockableResources,
  gitlabConnection,
  ownership,
  sidebarLinks,
] as const;

/** Properties that only jobs.bitesize and few projects have: they are loaded when one of them is met. */
export function otherProperties(): typeof things {
  return things;
}
