import type { Code } from '../../diagnostics/codes.ts';
import { absolutePath, joinPath } from '../../host/path.ts';
import type { ArchivePlace } from '../../plan/archive/archive-place.ts';
import type { ServedNames } from '../../read/fleet/open-served.ts';
import type { ReplacedFile } from '../../read/read-project.ts';
import type { ShapingOptions } from '../run-options.ts';
import type { TaskName } from '../task-name.ts';

/** One project of a run, or some that one controller serves. Plain data: it may be sent to a thread. */
export interface ProjectTask extends TaskName {
  /** The projects that a shared controller serves, as far as the task is about them. */
  readonly served?: Omit<ServedNames, 'controller'>;
  /** Lines for people about the task itself. */
  readonly notes?: readonly string[];
  /** Takes the place of one spec, such as what stands on standard input. */
  readonly replaced?: ReplacedFile;
  /** Where the output goes; a check has none. */
  readonly out?: string;
}

/** Returns the folders that the specs of a task are in, absolute. */
export function taskFolders(
  cwd: string,
  { folder, served }: Pick<ProjectTask, 'folder' | 'served'>,
): ReadonlySet<string> {
  const paths = served === undefined ? [] : served.paths.map((path) => joinPath(folder, path));
  return new Set([folder, ...paths].map((each) => absolutePath(cwd, each)));
}

/** What is done with every project of a run. Plain data, too. */
export type Work = CheckWork | CompileWork;

interface AnyWork {
  readonly options: ShapingOptions;
  /** Where results are kept; absent when every project is to be looked at afresh. */
  readonly cache?: CacheSettings;
  /** Whether outcomes tell the hashes of what was read, so that others can see whether it is still the same. */
  readonly tellsInputs: boolean;
  /** Whether outcomes tell what was looked at, so that it can be watched. */
  readonly tellsLooks?: boolean;
}

/** The fixes that are written: those that keep the meaning, and of other findings all, or those with these codes. */
export type FixChoice = 'safe' | 'all' | readonly Code[];

/** Projects are checked; with `fix` the fixes are written first. */
export interface CheckWork extends AnyWork {
  readonly kind: 'check';
  readonly fix?: FixChoice;
}

/** Projects are compiled and written, or with `compareOnly` compared with what is there. */
export interface CompileWork extends AnyWork {
  readonly kind: 'compile';
  /** The targets that the user named; all without it. */
  readonly emit?: readonly string[];
  readonly compareOnly: boolean;
  /** The archive that the output folders are in; absent where they are folders. */
  readonly archive?: ArchivePlace;
}

/** Where results are kept, and of which build of bitesize. */
export interface CacheSettings {
  readonly folder: string;
  /** Names the build: another one may make other output of the same specs. */
  readonly build: string;
  /** What entries are sealed with. */
  readonly key?: string;
  /** Whether the output itself is kept, too, so that it need not be made again elsewhere. */
  readonly keepsOutput: boolean;
}

/** Returns how many projects a task is about. */
export function projectsOf({ served }: ProjectTask): number {
  return Math.max(1, served?.paths.length ?? 1);
}

/** So many projects are over before it pays to prepare for more. */
const FEW_PROJECTS = 3;

/** Returns whether tasks are about few projects. */
export function isSmallRun(tasks: readonly ProjectTask[]): boolean {
  return tasks.reduce((sum, task) => sum + projectsOf(task), 0) <= FEW_PROJECTS;
}
