import type { ApiClient } from '../api/api-client.ts';
import { objectsIn, type StoredObject } from '../api/objects.ts';
import { type CompiledProject, namespacesOf } from '../project/compile-project.ts';
import type { JobRunner } from './run-job.ts';

/** What came of all jobs together. */
export interface JobsRun {
  readonly isApplied: boolean;
  readonly output: string;
}

/**
 * Does what the jobs of a project do after a change: apply what needs no version, then deploy one of each service. A
 * Service that waits for pods of another colour is switched by the next run, once they are ready.
 */
export async function runDeployingJobs(
  jobs: JobRunner,
  client: ApiClient,
  project: CompiledProject,
  version: string,
): Promise<JobsRun> {
  const outputs: string[] = [];
  const runJob = async ({ name, versions }: CompiledProject['jobs'][number]): Promise<boolean> => {
    const params = Object.fromEntries(versions.map((parameter) => [parameter, version]));
    const run = await jobs.run(project, name, { params });
    outputs.push(run.error, run.output);
    return run.result === 'SUCCESS';
  };
  const managing = project.jobs.filter(({ name }) => name === 'service-manage');
  const failed: CompiledProject['jobs'][number][] = [];
  for (const job of managing) if (!(await runJob(job))) failed.push(job);
  let isApplied = true;
  for (const job of project.jobs.filter(({ versions }) => versions.length > 0))
    isApplied = (await runJob(job)) && isApplied;
  const isHeld = outputs.some((output) => output.includes('still sends requests to'));
  if (failed.length === 0) return { isApplied, output: outputs.join('\n') };
  if (isHeld) await makeAvailable(client, project);
  for (const job of isHeld ? failed : []) isApplied = (await runJob(job)) && isApplied;
  return { isApplied: isApplied && isHeld, output: outputs.join('\n') };
}

/** Does what the controllers of Deployments and pods would have done: all that is wanted is ready. */
async function makeAvailable(client: ApiClient, project: CompiledProject): Promise<void> {
  for (const namespace of namespacesOf(project)) {
    for (const [id, { text }] of await objectsIn(client, namespace)) {
      if (!id.startsWith('Deployment/')) continue;
      const { spec, metadata } = JSON.parse(text) as StoredObject & {
        readonly spec: { readonly replicas: number };
        readonly metadata: { readonly generation: number };
      };
      const { replicas } = spec;
      const status = {
        observedGeneration: metadata.generation,
        replicas,
        updatedReplicas: replicas,
        readyReplicas: replicas,
        availableReplicas: replicas,
      };
      await client.request(
        'PATCH',
        `/apis/apps/v1/namespaces/${namespace}/deployments/${id.slice('Deployment/'.length)}/status`,
        { body: JSON.stringify({ status }), type: 'application/merge-patch+json' },
      );
    }
  }
}
