import { absolutePath, baseName, joinPath } from '../host/path.ts';

/** What tells the tasks of a run, and what became of them, from each other. */
export interface TaskName {
  /** The folder as the user named it; empty for the working folder. For a shared controller the root of its fleet. */
  readonly folder: string;
  /** The name of a shared controller, where the task is about projects that it serves. */
  readonly controller?: string;
}

/** Returns a text that no other task of a run has. */
export function taskId({ folder, controller }: TaskName): string {
  return controller === undefined ? folder : `${joinPath(folder, 'controllers.bitesize')}#${controller}`;
}

/** Returns the name of a task's folder in the output of a fleet. */
export function outputName(cwd: string, { folder, controller }: TaskName): string {
  return controller ?? baseName(absolutePath(cwd, folder));
}
