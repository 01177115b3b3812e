import type { FreestyleJob, ProjectJob } from '../../../../jenkins/items/freestyle.ts';
import type { ItemBase } from '../../../../jenkins/shared/node.ts';
import type { FreestyleItem } from '../../../../schema/generated/located.ts';
import { openLabel } from '../../hosted-names.ts';
import type { JobScope } from '../job-scope.ts';
import { builderNodes } from './builder-nodes.ts';
import { buildableBase, itemBase, jobProperties } from './job-base.ts';
import { nodesOf } from './nodes-of.ts';
import { publisherNodes } from './publisher-nodes.ts';
import { jobScm } from './scm-nodes.ts';
import { triggerNodes } from './trigger-nodes.ts';
import { wrapperNodes } from './wrapper-nodes.ts';

/** Returns the freestyle job that a spec asks for. */
export function freestyleJob(spec: FreestyleItem, scope: JobScope): FreestyleJob {
  return { ...itemBase(spec, scope), kind: 'freestyle', ...projectParts(spec, scope) };
}

/** Returns what all jobs that consist of steps are made of beside their name and kind. */
export function projectParts(
  spec: Omit<FreestyleItem, 'kind'>,
  scope: JobScope,
): Omit<ProjectJob, keyof ItemBase> {
  return {
    ...buildableBase(spec),
    label: openLabel(scope.project, spec.label),
    jdk: spec.jdk,
    customWorkspace: spec.workspace,
    checkoutRetryCount: spec.retry_count,
    concurrentBuild: spec.concurrent,
    blockOnUpstream: spec.block_upstream,
    blockOnDownstream: spec.block_downstream,
    scm: jobScm(spec.scm, scope),
    properties: jobProperties(spec, scope),
    triggers: nodesOf(spec.triggers, triggerNodes, scope),
    wrappers: nodesOf(spec.wrappers, wrapperNodes, scope),
    builders: nodesOf(spec.builders, builderNodes, scope),
    publishers: nodesOf(spec.publishers, publisherNodes, scope),
  };
}
