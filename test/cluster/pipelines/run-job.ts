import { join } from 'node:path';
import type { PipelineResult, StepAnswer, StepCall } from '../../oracles/pipeline/pipeline-scenario.ts';
import { runPipeline } from '../../oracles/pipeline/run-pipeline.ts';
import { runShell } from '../../oracles/shell/run-shell.ts';
import type { ShellResult } from '../../oracles/shell/shell-scenario.ts';
import type { ApiClient } from '../api/api-client.ts';
import { objectsIn } from '../api/objects.ts';
import { deployAccount } from '../project/accounts.ts';
import type { CompiledProject, PipelineJob } from '../project/compile-project.ts';
import { type Connection, kubeconfig } from '../server/connection.ts';
import { type KubectlCall, recordingKubectl } from './recording-kubectl.ts';

/** What a job did to the cluster. */
export interface JobRun {
  readonly result: PipelineResult['result'];
  readonly error: string;
  /** Every call of kubectl, in order. */
  readonly calls: readonly KubectlCall[];
  /** What the shell steps printed, in order. */
  readonly output: string;
}

/** How a job is run. */
export interface JobOptions {
  readonly params?: Readonly<Record<string, string>>;
  /** Whether Deployments count as rolled out when the job waits for them; true when absent. */
  readonly rollsOut?: boolean;
}

/** What is needed to run jobs. */
export interface JobRunner {
  run(project: CompiledProject, job: string, options?: JobOptions): Promise<JobRun>;
}

/** The model goes on as if a shell step without an answer had ended with this, and printed nothing. */
const SUPPOSED_EXIT = 0;

/**
 * Returns what runs the pipeline of a job: in the model of the oracles, with its shell steps really executed, and with
 * kubectl acting as the account that the project's role is for. The model knows what a step answers only before it
 * starts; so where an answer is not what was supposed, it starts again with all answers that are known.
 */
export function jobRunner(connection: Connection, client: ApiClient): JobRunner {
  const kubectl = recordingKubectl(connection);
  return {
    run: async (project, name, { params = {}, rollsOut = true } = {}) => {
      const job = project.jobs.find((each) => each.name === name);
      if (job === undefined) throw new Error(`there is no pipeline ${name}`);
      const environment = {
        KUBECONFIG: kubeconfig(connection, deployAccount(project)),
        KUBECACHEDIR: join(connection.folder, 'kubectl-cache'),
      };
      const done: ShellResult[] = [];
      kubectl.take();
      for (;;) {
        const played = await play(job, params, done);
        const steps = played.calls.filter(({ step }) => step === 'sh' || step === 'writeFile');
        let files = filesBefore(steps, done);
        let isAsSupposed = true;
        for (const step of steps.slice(indexBehind(steps, done.length))) {
          if (step.step === 'writeFile') {
            files = { ...files, ...written(step) };
            continue;
          }
          if (rollsOut) await rollOut(client, project, String(step.arguments.script));
          const shell = await runShell({
            text: String(step.arguments.script),
            files,
            environment: { ...step.environment, ...environment },
            programs: { kubectl: kubectl.path },
          });
          files = shell.files;
          done.push(shell);
          isAsSupposed = shell.code === SUPPOSED_EXIT && step.arguments.returnStdout !== true;
          if (!isAsSupposed) break;
        }
        if (isAsSupposed) {
          const output = done.map(({ stdout, stderr }) => `${stdout}${stderr}`).join('');
          return { result: played.result, error: played.error?.message ?? '', calls: kubectl.take(), output };
        }
      }
    },
  };
}

function play(
  { script, parameters }: PipelineJob,
  params: Readonly<Record<string, string>>,
  done: readonly ShellResult[],
): Promise<PipelineResult> {
  const answers = done.map(({ code, stdout }): StepAnswer => ({ step: 'sh', times: 1, exit: code, stdout }));
  const given = Object.fromEntries(parameters.map((parameter) => [parameter, params[parameter] ?? '']));
  return runPipeline({ text: script, params: { ...given, ...params }, answers });
}

/** The files of the agent after the shell steps that were executed, with what was written since by the others. */
function filesBefore(
  steps: readonly StepCall[],
  done: readonly ShellResult[],
): Readonly<Record<string, string>> {
  const last = done.at(-1);
  if (last === undefined) return {};
  const writtenBefore = steps
    .slice(0, indexBehind(steps, done.length))
    .filter(({ step }) => step === 'writeFile')
    .map(written);
  return Object.assign({}, ...writtenBefore, last.files);
}

/** Returns the index behind the shell step with that number; 0 for none. */
function indexBehind(steps: readonly StepCall[], shells: number): number {
  let left = shells;
  if (left === 0) return 0;
  return steps.findIndex(({ step }) => step === 'sh' && --left === 0) + 1;
}

function written({ arguments: { file, text } }: StepCall): Readonly<Record<string, string>> {
  return { [String(file)]: String(text) };
}

/** Does what the controller of Deployments would have done before a script waits for it. */
async function rollOut(client: ApiClient, project: CompiledProject, script: string): Promise<void> {
  if (!script.includes('rollout status')) return;
  for (const { namespace } of project.environments) {
    for (const { kind, name, text } of (await objectsIn(client, namespace)).values()) {
      if (kind !== 'Deployment') continue;
      const { metadata, spec } = JSON.parse(text) as {
        readonly metadata: { readonly generation: number };
        readonly spec: { readonly replicas: number };
      };
      const count = spec.replicas;
      const status = {
        observedGeneration: metadata.generation,
        replicas: count,
        updatedReplicas: count,
        readyReplicas: count,
        availableReplicas: count,
      };
      const { status: code, text: said } = await client.request(
        'PATCH',
        `/apis/apps/v1/namespaces/${namespace}/deployments/${name}/status`,
        { body: JSON.stringify({ status }), type: 'application/merge-patch+json' },
      );
      if (code !== 200) throw new Error(said);
    }
  }
}
