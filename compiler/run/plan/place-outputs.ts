import { diagnose } from '../../diagnostics/diagnose.ts';
import { joinPath } from '../../host/path.ts';
import type { Finding } from '../../report/finding.ts';
import { FLEET_MANIFEST } from '../finish/leave-result.ts';
import type { ProjectTask } from '../project/project-task.ts';
import { outputName, taskId } from '../task-name.ts';

/** The tasks of a run with their output folders, and a finding for each that cannot have one. */
export interface PlacedOutputs {
  readonly tasks: readonly ProjectTask[];
  readonly findings: readonly Finding[];
}

/**
 * Gives each project of a run its output folder. A single project gets the folder itself, one of several a folder in it
 * with the name of the project's folder. Where two names are the same, in any case, the second gets none: what stands
 * where must not depend on which other projects there are. The list of the projects has its name in any case.
 */
export function placeOutputs(
  cwd: string,
  { tasks, isFleet }: { readonly tasks: readonly ProjectTask[]; readonly isFleet: boolean },
  out: string,
): PlacedOutputs {
  if (!isFleet) return { tasks: tasks.map((task) => ({ ...task, out })), findings: [] };
  const taken = new Map([[FLEET_MANIFEST, FLEET_MANIFEST]]);
  const findings: Finding[] = [];
  const placed = tasks.map((task) => {
    const name = outputName(cwd, task);
    const folder = joinPath(out, name);
    const first = taken.get(name.toLowerCase());
    if (first !== undefined) {
      findings.push(sameFolder(folder, first, task));
      return task;
    }
    taken.set(name.toLowerCase(), taskId(task));
    return { ...task, out: folder };
  });
  return { tasks: placed, findings };
}

function sameFolder(path: string, first: string, task: ProjectTask): Finding {
  const second = taskId(task);
  const parameters = {
    path,
    first: first === '' ? '.' : first,
    second: second === '' ? '.' : second,
  };
  const help =
    task.controller === undefined
      ? 'rename one of the folders, or compile them in two runs with different `--out`'
      : 'give the controller another name';
  return { folder: task.folder, diagnostic: diagnose('output/same-folder', parameters, undefined, { help }) };
}
