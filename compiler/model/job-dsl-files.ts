import type { Artifact } from './artifact.ts';

/** The folder of the Job DSL in the output. */
export const jobDslFolder = 'jenkins/job-dsl';

/** The folder of the scripts of pipelines in the output, which the Job DSL reads. */
export const pipelinesFolder = 'jenkins/pipelines';

/** The folder of the image that holds both where no seed job checks them out, by the same names. */
export const imageWorkspace = '/usr/share/jenkins';

/** Returns the scripts that the seed job runs among the files of the Job DSL. */
export function onlyJobDsl(files: readonly Artifact[]): readonly Artifact[] {
  return files.filter(({ path }) => path.startsWith(`${jobDslFolder}/`));
}

/** Returns the scripts of pipelines among the files of the Job DSL. */
export function onlyPipelines(files: readonly Artifact[]): readonly Artifact[] {
  return files.filter(({ path }) => path.startsWith(`${pipelinesFolder}/`));
}
