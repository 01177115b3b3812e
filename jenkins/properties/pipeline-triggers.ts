import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts } from '../../compiler/text/traced-text.ts';
import { assertNever } from '../../compiler/util/assert-never.ts';
import type { DslWriter } from '../shared/dsl-writer.ts';
import { saved } from '../shared/saved.ts';
import { element } from '../shared/xml.ts';
import { type Trigger, triggers } from '../triggers/all-triggers.ts';

/** What starts a pipeline: all that starts a job. */
export type PipelineTrigger = Trigger;

/** The triggers of Jenkins itself and of the GitHub plugin, whose symbols the dynamic DSL knows. */
type SymbolTrigger = Extract<Trigger, { kind: 'cron' | 'scm-poll' | 'upstream' | 'github-push' }>;

/**
 * Returns the property that holds the triggers of a pipeline; Jenkins moves triggers from elsewhere into it. Those of
 * plugins stand behind the others, since a configure block adds them.
 */
export function pipelineTriggerElements(nodes: readonly PipelineTrigger[] = []): XmlElement[] {
  if (nodes.length === 0) return [];
  const [own, others] = [nodes.filter(hasSymbol), nodes.filter((node) => !hasSymbol(node))];
  const property = element('org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty', [
    element('triggers', [...own.map(triggers.xml), ...others.map((node) => saved(triggers.xml(node)))]),
  ]);
  return [own.length === 0 ? saved(property) : property];
}

/**
 * Writes the property in the dynamic DSL, which makes the triggers of their classes. The plugin Pipeline: Job has the
 * property and its symbol since 2.4, the version that Job DSL asks for; the method `triggers` of Job DSL is deprecated.
 */
export function pipelineTriggerCalls(nodes: readonly PipelineTrigger[] = [], dsl: DslWriter): void {
  const own = nodes.filter(hasSymbol);
  if (own.length === 0) return;
  dsl.block('properties', () =>
    dsl.block('pipelineTriggers', () =>
      dsl.block('triggers', () => dsl.each(own, (trigger) => triggerCalls(trigger, dsl))),
    ),
  );
}

const symbolKinds: ReadonlySet<string> = new Set(['cron', 'scm-poll', 'upstream', 'github-push']);

function hasSymbol(trigger: PipelineTrigger): trigger is SymbolTrigger {
  return symbolKinds.has(trigger.kind);
}

function triggerCalls(trigger: SymbolTrigger, dsl: DslWriter): void {
  switch (trigger.kind) {
    case 'cron':
      dsl.block('cron', () => dsl.call('spec', trigger.schedule));
      break;
    case 'scm-poll':
      dsl.block('pollSCM', () => {
        dsl.call('scmpoll_spec', trigger.schedule);
        dsl.given('ignorePostCommitHooks', trigger.ignorePostCommitHooks);
      });
      break;
    case 'upstream':
      dsl.block('upstream', () => {
        dsl.call('upstreamProjects', joinTexts(trigger.jobs, ', '));
        dsl.call('threshold', trigger.threshold);
      });
      break;
    case 'github-push':
      dsl.call('githubPush');
      break;
    default:
      assertNever(trigger);
  }
}
