import type { PipelineJob } from '../../../../jenkins/items/pipeline.ts';
import type { PipelineItem } from '../../../../schema/generated/located.ts';
import { countBreaks } from '../../../print/lines.ts';
import type { Sourced } from '../../../text/sourced.ts';
import { TracedText } from '../../../text/traced-text.ts';
import { fullName, type JobScope } from '../job-scope.ts';
import { scriptFile } from '../script-file.ts';
import { buildableBase, itemBase, jobProperties } from './job-base.ts';
import { jobFile, oneSource, withLineFeeds } from './job-sources.ts';
import { nodesOf } from './nodes-of.ts';
import { jobScm } from './scm-nodes.ts';
import { triggerNodes } from './trigger-nodes.ts';

/** Returns the pipeline that a spec asks for; undefined where its script is not there, which is reported. */
export function ownPipeline(spec: PipelineItem, scope: JobScope): PipelineJob | undefined {
  const definition = definitionOf(spec, scope);
  if (definition === undefined) return undefined;
  const triggers = nodesOf(spec.triggers, triggerNodes, scope);
  return {
    ...itemBase(spec, scope),
    kind: 'pipeline',
    ...buildableBase(spec),
    properties: jobProperties(spec, scope),
    triggers: triggers.length === 0 ? undefined : triggers,
    definition,
  };
}

function definitionOf(spec: PipelineItem, scope: JobScope): PipelineJob['definition'] | undefined {
  const { name, script, file, scm, script_path: scriptPath, lightweight, sandbox, $ } = spec;
  if (!oneSource(scope, name, { script, file, scm: scm.length === 0 ? undefined : scm })) return undefined;
  if (scm.length > 0) {
    const node = jobScm(scm, scope);
    return node && { kind: 'cps-scm', scm: node, scriptPath, lightweight, origin: $.origin };
  }
  const text = script === undefined ? file && jobFile(scope, file)?.text : tracedLines(script);
  if (text === undefined) return undefined;
  const { origin } = script ?? file ?? $;
  const own = new TracedText(withLineFeeds(text.text), text.marks);
  return {
    kind: 'cps',
    script: scriptFile(scope, fullName(scope, name), own),
    sandbox,
    origin,
  };
}

/** A script whose lines all come from its field. */
function tracedLines({ value, origin }: Sourced<string>): TracedText {
  return new TracedText(value, [{ first: 0, last: countBreaks(value), origin }]);
}
