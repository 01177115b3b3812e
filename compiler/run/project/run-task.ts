import type { Host } from '../../host/host.ts';
import { openProject } from '../../read/open-project.ts';
import { checkProject } from './check-project.ts';
import { compileProject } from './compile-project.ts';
import type { ProjectOutcome } from './project-outcome.ts';
import type { ProjectTask, Work } from './project-task.ts';
import { recordLooks } from './record-looks.ts';

/** Reads one project, does the work of the run with it, and returns what became of it. */
export async function runTask(host: Host, work: Work, task: ProjectTask): Promise<ProjectOutcome> {
  const recording = work.tellsLooks === true ? recordLooks(host, task.folder) : undefined;
  const project = await openProject(recording?.host ?? host, task.folder, task.replaced);
  const outcome =
    work.kind === 'check'
      ? await checkProject(host, work, project)
      : await compileProject(host, work, project, task.out);
  if (recording !== undefined) return { ...outcome, looks: recording.looks() };
  if (!work.tellsInputs) return outcome;
  const inputs = [...project.contents].map(([name, bytes]) => [name, host.sha256(bytes)] as const);
  return { ...outcome, inputs };
}
