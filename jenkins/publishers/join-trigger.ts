import type { JoinTriggerPublisher } from '../../schema/generated/located.ts';
import { elementsOf } from '../shared/plugin-use.ts';
import type { SpecNode } from '../shared/spec-node.ts';
import type { Thing } from '../shared/thing.ts';
import { completeThresholdContent } from '../shared/threshold.ts';
import { element, from } from '../shared/xml.ts';
import { joined } from './spec-elements.ts';

/** Starts jobs when all that were started have ended (`JoinTrigger` 1.21, read 2026-08). */
export const joinTrigger: Thing<SpecNode<'join-trigger', JoinTriggerPublisher>> = {
  kind: 'join-trigger',
  needs: elementsOf('join', 'jobs start others when those that they started have ended', '1.20'),
  xml: ({ spec }) =>
    element('join.JoinTrigger', [
      joined('joinProjects', spec.projects),
      element('joinPublishers'),
      from(spec.threshold.origin, element('resultThreshold', completeThresholdContent(spec.threshold.value))),
    ]),
};
