import type { XmlElement } from '../../compiler/print/xml-element.ts';
import { joinTexts } from '../../compiler/text/traced-text.ts';
import { assertNever } from '../../compiler/util/assert-never.ts';
import type { DslWriter } from '../shared/dsl-writer.ts';
import { element } from '../shared/xml.ts';
import { type Trigger, triggers } from '../triggers/all-triggers.ts';

/** What starts a pipeline: the triggers of Jenkins itself and of the GitHub plugin, which have symbols. */
export type PipelineTrigger = Extract<Trigger, { kind: 'cron' | 'scm-poll' | 'upstream' | 'github-push' }>;

/** Returns the property that holds the triggers of a pipeline; Jenkins moves triggers from elsewhere into it. */
export function pipelineTriggerElements(nodes: readonly PipelineTrigger[] = []): XmlElement[] {
  if (nodes.length === 0) return [];
  return [
    element('org.jenkinsci.plugins.workflow.job.properties.PipelineTriggersJobProperty', [
      element('triggers', nodes.map(triggers.xml)),
    ]),
  ];
}

/**
 * Writes the property in the dynamic DSL, which makes the triggers of their classes. The plugin Pipeline: Job has the
 * property and its symbol since 2.4, the version that Job DSL asks for; the method `triggers` of Job DSL is deprecated.
 */
export function pipelineTriggerCalls(nodes: readonly PipelineTrigger[] = [], dsl: DslWriter): void {
  if (nodes.length === 0) return;
  dsl.block('properties', () =>
    dsl.block('pipelineTriggers', () =>
      dsl.block('triggers', () => dsl.each(nodes, (trigger) => triggerCalls(trigger, dsl))),
    ),
  );
}

function triggerCalls(trigger: PipelineTrigger, dsl: DslWriter): void {
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
