import type { PipelineJob } from '../../../../jenkins/items/pipeline.ts';
import type { PipelineItem } from '../../../../schema/generated/located.ts';
import { countBreaks } from '../../../text/count-breaks.ts';
import type { FileText } from '../../../text/file-text.ts';
import type { Sourced } from '../../../text/sourced.ts';
import { TracedText } from '../../../text/traced-text.ts';
import { fullName, type JobScope } from '../job-scope.ts';
import { type LocatedText, textOfField, textOfFile } from '../located-text.ts';
import { scriptFile } from '../script-file.ts';
import { checkScriptAgents } from './check-script-agents.ts';
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
  const own = ownScript(scope, name, { script, file });
  return own && { kind: 'cps', script: own, sandbox, origin: (script ?? file ?? $).origin };
}

/**
 * Returns the script that stands in a job, its text or what a file beside the specs holds; undefined where there is
 * neither, or where the file cannot be used, which is reported.
 */
export function ownScript(
  scope: JobScope,
  job: Sourced<string>,
  { script, file }: { script?: Sourced<string> | undefined; file?: Sourced<string> | undefined },
): FileText | undefined {
  if (script !== undefined) return asFile(scope, job, textOfField(script), tracedLines(script));
  const found = file && jobFile(scope, file);
  return found && asFile(scope, job, textOfFile(found.source, file.origin), found.text);
}

function asFile(scope: JobScope, job: Sourced<string>, script: LocatedText, traced: TracedText): FileText {
  checkScriptAgents(scope, job.value, script);
  return scriptFile(scope, fullName(scope, job), new TracedText(withLineFeeds(traced.text), traced.marks));
}

/** A script whose lines all come from its field. */
function tracedLines({ value, origin }: Sourced<string>): TracedText {
  return new TracedText(value, [{ first: 0, last: countBreaks(value), origin }]);
}
