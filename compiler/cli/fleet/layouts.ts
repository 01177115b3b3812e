import type { SharedController } from '../../../schema/generated/located.ts';
import { checkSpec } from '../../check/check-spec.ts';
import type { Host } from '../../host/host.ts';
import { absolutePath, baseName, joinPath } from '../../host/path.ts';
import { openProject } from '../../read/open-project.ts';
import type { ProjectTask } from '../../run/project/project-task.ts';
import { openTask } from '../../run/project/run-task.ts';
import { parseSource } from '../../source/parse-source.ts';
import { type Measured, measureOwn, measureShared, type ReadProject } from './measure.ts';

/** A project folder of a fleet. */
export interface FleetProject {
  /** Path of the folder as the user would name it. */
  readonly folder: string;
}

/** Returns the project folders of tasks, in their order. */
export function projectsOf(tasks: readonly ProjectTask[]): readonly FleetProject[] {
  return tasks.flatMap(({ folder, served }) =>
    served === undefined ? [{ folder }] : served.paths.map((path) => ({ folder: joinPath(folder, path) })),
  );
}

/** Returns what each Jenkins of the fleet takes as it is. */
export async function asItIs(host: Host, tasks: readonly ProjectTask[]): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const task of tasks) {
    const files = await openTask(host, task);
    const { served } = files;
    if (served === undefined)
      measured.push(await measureOwn(await readAlone(host, task.folder), nameOf(host, task.folder)));
    else {
      const name = served.controller.name.value;
      const [first, ...others] = served.projects.map((project) => ({ ...project, diagnostics: [] }));
      // What is wrong with files is counted once, wherever it is.
      const projects = first === undefined ? [] : [{ ...first, diagnostics: files.diagnostics }, ...others];
      measured.push(
        await measureShared(served.controller, projects, { name, files: files.files, isPlanned: false }),
      );
    }
  }
  return measured;
}

/** Returns what each project takes with a Jenkins of its own, with the settings of its own jenkins.bitesize alone. */
export async function asOwn(host: Host, projects: readonly FleetProject[]): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const { folder } of projects)
    measured.push(await measureOwn(await readAlone(host, folder), nameOf(host, folder)));
  return measured;
}

/**
 * Returns what controllers take that serve so many projects each, in the order of their folders. The settings are those
 * of a shared controller that there is, or the defaults.
 */
export async function asShared(
  host: Host,
  projects: readonly FleetProject[],
  { count, like }: { readonly count: number; readonly like: SharedController | undefined },
): Promise<readonly Measured[]> {
  const controller = like ?? plainController();
  const measured: Measured[] = [];
  for (let at = 0; controller !== undefined && at < projects.length; at += count) {
    const group = await Promise.all(
      projects.slice(at, at + count).map(({ folder }) => readAlone(host, folder)),
    );
    const name = `shared-${measured.length + 1}`;
    measured.push(await measureShared(controller, group, { name, isPlanned: true }));
  }
  return measured;
}

async function readAlone(host: Host, folder: string): Promise<ReadProject> {
  const { sources, files, trees, diagnostics } = await openProject(host, folder);
  return {
    path: folder === '' ? '.' : folder,
    sources,
    files,
    diagnostics,
    ...(trees === undefined ? {} : { trees }),
  };
}

function nameOf({ cwd }: Host, folder: string): string {
  return baseName(absolutePath(cwd, folder));
}

/** A controller as one has it that decides on nothing. */
function plainController(): SharedController | undefined {
  const text =
    'controllers:\n  - name: shared\n    projects: ["*"]\n    jenkins: {seed: {repository: "git@github.com:our/compiled.git"}}\n';
  const { root } = parseSource({ name: 'controllers.bitesize', text });
  return root && checkSpec('controllers', root).spec?.controllers[0];
}
