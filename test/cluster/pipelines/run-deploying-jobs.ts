import type { CompiledProject } from '../project/compile-project.ts';
import type { JobRunner } from './run-job.ts';

/** What came of all jobs together. */
export interface JobsRun {
  readonly isApplied: boolean;
  readonly output: string;
}

/** Does what the jobs of a project do after a change: apply what needs no version, then deploy one of each service. */
export async function runDeployingJobs(
  jobs: JobRunner,
  project: CompiledProject,
  version: string,
): Promise<JobsRun> {
  const outputs: string[] = [];
  let isApplied = true;
  const managing = project.jobs.filter(({ name }) => name === 'service-manage');
  for (const { name, versions } of [...managing, ...project.jobs.filter((job) => job.versions.length > 0)]) {
    const params = Object.fromEntries(versions.map((parameter) => [parameter, version]));
    const run = await jobs.run(project, name, { params });
    isApplied &&= run.result === 'SUCCESS';
    outputs.push(run.error, run.output);
  }
  return { isApplied, output: outputs.join('\n') };
}
