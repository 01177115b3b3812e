import type { PipelineJob } from '../../../../jenkins/items/pipeline.ts';
import type { PipelineItem } from '../../../../schema/generated/located.ts';
import { sourced } from '../../../text/sourced.ts';
import type { JobScope } from '../job-scope.ts';
import { buildableBase, itemBase, jobProperties } from './job-base.ts';
import { nodesOf } from './nodes-of.ts';
import { jobScm } from './scm-nodes.ts';
import { triggerNodes } from './trigger-nodes.ts';

/** Returns the pipeline that a spec asks for. */
export function ownPipeline(spec: PipelineItem, scope: JobScope): PipelineJob {
  const triggers = nodesOf(spec.triggers, triggerNodes, scope);
  return {
    ...itemBase(spec, scope),
    kind: 'pipeline',
    ...buildableBase(spec),
    properties: jobProperties(spec, scope),
    triggers: triggers.length === 0 ? undefined : triggers,
    definition: definition(spec, scope),
  };
}

function definition(spec: PipelineItem, scope: JobScope): PipelineJob['definition'] {
  const { script_path: scriptPath, lightweight, $ } = spec;
  const scm = jobScm(spec.scm, scope);
  if (scm !== undefined) return { kind: 'cps-scm', scm, scriptPath, lightweight, origin: $.origin };
  const script = spec.script ?? sourced('', $.origin);
  return { kind: 'cps', script, sandbox: spec.sandbox.value, origin: $.origin };
}
