import type { PluginNeed } from '../../plugins/resolved-plugin.ts';
import type { Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';

/**
 * The plugin that brings each step that the pipeline scripts call, read from the `getFunctionName` of the plugins'
 * sources (2026-08). `pipeline` is what runs any script.
 */
const pluginOfStep = {
  pipeline: 'workflow-cps',
  node: 'workflow-durable-task-step',
  sh: 'workflow-durable-task-step',
  writeFile: 'workflow-basic-steps',
  timeout: 'workflow-basic-steps',
  catchError: 'workflow-basic-steps',
  error: 'workflow-basic-steps',
  echo: 'workflow-basic-steps',
  mail: 'workflow-basic-steps',
  mailServer: 'mailer',
  stage: 'pipeline-stage-step',
  build: 'pipeline-build-step',
  input: 'pipeline-input-step',
  milestone: 'pipeline-milestone-step',
  lock: 'lockable-resources',
  container: 'kubernetes',
} as const;

/** A step that pipeline scripts call. */
export type PipelineStep = keyof typeof pluginOfStep;

/** Collects which steps the scripts call. */
export class StepUses {
  private readonly uses = new Map<PipelineStep, { readonly job: Sourced<string>; readonly origin: Origin }>();

  /** Notes the steps of a job; the first job that calls a step is the reason for its plugin. */
  add(job: Sourced<string>, steps: readonly PipelineStep[], origin: Origin): void {
    for (const step of steps) {
      if (!this.uses.has(step)) this.uses.set(step, { job, origin });
    }
  }

  /** Returns one need for each plugin, in the order of the first use. */
  needs(): readonly PluginNeed<Origin>[] {
    const found = new Map<string, PluginNeed<Origin>>();
    for (const [step, { job, origin }] of this.uses) {
      const id = pluginOfStep[step];
      if (!found.has(id)) found.set(id, { id, reason: reasonOf(step, job.value), origin, named: job.origin });
    }
    return [...found.values()];
  }
}

function reasonOf(step: PipelineStep, job: string): string {
  if (step === 'pipeline') return `runs the script of ${job}`;
  return step === 'mailServer' ? `sends the mails of ${job}` : `step \`${step}\` in ${job}`;
}
