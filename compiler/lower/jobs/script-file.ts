import type { Jenkins } from '../../../schema/generated/located.ts';
import { pipelinesFolder } from '../../model/job-dsl-files.ts';
import { FileText } from '../../text/file-text.ts';
import { fromSeveral } from '../../text/origin.ts';
import { type Sourced, sourced } from '../../text/sourced.ts';
import type { TracedText } from '../../text/traced-text.ts';
import { seedMode } from '../controller/controller-scope.ts';
import type { JobScope } from './job-scope.ts';

/**
 * Returns the script of a pipeline as a file of its own, `jenkins/pipelines/<job>.groovy`, from which the Job DSL reads
 * it. `job` is the full name of the job; its folders are folders of the file.
 */
export function scriptFile(scope: JobScope, job: Sourced<string>, { text, marks }: TracedText): FileText {
  const folders = job.value.split('/');
  const name = `${[...folders.slice(0, -1).map(folderName), folders.at(-1) ?? ''].join('/')}.groovy`;
  const folder = pipelinesInWorkspace(scope.settings);
  return new FileText(text, marks, {
    path: job.map(() => `${pipelinesFolder}/${name}`),
    inWorkspace: sourced(`${folder.value}/${name}`, fromSeveral([folder.origin, job.origin])),
  });
}

/** A folder `a.groovy` would be in the way of the script of a job `a`. Names of Jenkins have no percent sign. */
function folderName(name: string): string {
  return name.replace(/\.(?=groovy$)/i, '%2E');
}

/** Returns the folder of the scripts as the Job DSL finds it: beside its own folder, in the image or in the repository. */
export function pipelinesInWorkspace(settings: Jenkins): Sourced<string> {
  const mode = seedMode(settings);
  if (mode.value === 'image') return mode.map(() => 'pipelines');
  return settings.seed.path.map((path) => {
    const above = path
      .split('/')
      .filter((part) => part !== '' && part !== '.')
      .slice(0, -1);
    return [...above, 'pipelines'].join('/');
  });
}
