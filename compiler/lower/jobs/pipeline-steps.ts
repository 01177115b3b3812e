import type { PluginNeed } from '../../plugins/resolved-plugin.ts';
import { decidingOrigin, fromSeveral, type Origin } from '../../text/origin.ts';
import type { Sourced } from '../../text/sourced.ts';
import { groupBy } from '../../util/group-by.ts';

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
  slackSend: 'slack',
  stage: 'pipeline-stage-step',
  build: 'pipeline-build-step',
  input: 'pipeline-input-step',
  milestone: 'pipeline-milestone-step',
  lock: 'lockable-resources',
  container: 'kubernetes',
  podTemplate: 'kubernetes',
  checkout: 'workflow-scm-step',
  scmGit: 'git',
  withEnv: 'workflow-basic-steps',
  withCredentials: 'credentials-binding',
  archiveArtifacts: 'workflow-basic-steps',
  ansiColor: 'ansicolor',
  copyArtifacts: 'copyartifact',
  junit: 'junit',
  recordCoverage: 'coverage',
  properties: 'workflow-multibranch',
} as const;

/** A step that pipeline scripts call. */
export type PipelineStep = keyof typeof pluginOfStep;

/** A step that a script calls; with an origin, only because of that. */
export interface StepCall {
  readonly step: PipelineStep;
  readonly origin?: Origin;
}

interface StepUse {
  readonly job: Sourced<string>;
  readonly origin: Origin;
  /** Why each job that calls the step does so. */
  readonly causes: Origin[];
}

/** Collects which steps the scripts call. */
export class StepUses {
  private readonly uses = new Map<PipelineStep, StepUse>();

  /** Notes the steps of a job; the first job that calls a step is the reason for its plugin. */
  add(job: Sourced<string>, calls: readonly StepCall[], origin: Origin): void {
    for (const { step, origin: called } of calls) {
      const use = this.uses.get(step) ?? { job, origin, causes: [] };
      use.causes.push(called === undefined ? origin : fromSeveral([called, origin]));
      this.uses.set(step, use);
    }
  }

  /** Returns one need for each plugin, in the order of the first use. */
  needs(): readonly PluginNeed<Origin>[] {
    const byPlugin = groupBy([...this.uses], ([step]) => pluginOfStep[step]);
    return [...byPlugin].flatMap(([id, uses]) =>
      uses.slice(0, 1).map(([step, { job, origin }]) => ({
        id,
        reason: reasonOf(step, job.value),
        origin,
        cause: decidingOrigin(uses.flatMap(([, { causes }]) => [...new Set(causes)])),
        named: job.origin,
      })),
    );
  }
}

function reasonOf(step: PipelineStep, job: string): string {
  if (step === 'pipeline') return `runs the script of ${job}`;
  return step === 'mailServer' ? `sends the mails of ${job}` : `step \`${step}\` in ${job}`;
}
