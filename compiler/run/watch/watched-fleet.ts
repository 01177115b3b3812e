import type { FileSystem } from '../../host/file-system.ts';
import type { Host } from '../../host/host.ts';
import { absolutePath, baseName, folderOf } from '../../host/path.ts';
import { fleetSpecNames } from '../../source/spec-kind.ts';
import { TakenNames, withoutRefused } from '../names/taken-names.ts';
import { type ChangeKind, changedPaths } from '../project/changed-paths.ts';
import type { Look } from '../project/look.ts';
import type { ProjectOutcome } from '../project/project-outcome.ts';
import { type ProjectTask, taskFolders } from '../project/project-task.ts';
import type { PlannedRun, RunPlan } from '../run-once.ts';
import type { RunSettings } from '../run-projects.ts';
import { taskId } from '../task-name.ts';
import type { Batch } from './changes.ts';
import { changesProjects, type GlobFolders, globFolders, nearestFolders } from './glob-folders.ts';

interface WatchedProject {
  readonly task: ProjectTask;
  readonly outcome: ProjectOutcome;
  readonly interest: Interest;
}

/** What has to be done after a change. */
export interface Work {
  /** The absolute paths that changed. */
  readonly changes: ReadonlyMap<string, ChangeKind>;
  /** The projects to run again. */
  readonly tasks: readonly ProjectTask[];
  /** Those that are no projects any more. */
  readonly gone: readonly ProjectTask[];
}

/** The projects of a run that is watched, each with what became of it and what it looked at. */
export class WatchedFleet {
  planned: PlannedRun;
  private globs: GlobFolders | undefined;
  private projects = new Map<string, WatchedProject>();
  private readonly host: Host;
  private readonly plan: () => Promise<RunPlan>;

  constructor(host: Host, planned: PlannedRun, plan: () => Promise<RunPlan>) {
    this.host = host;
    this.planned = planned;
    this.plan = plan;
  }

  /** What became of the projects at their last run, in the order of the command line, with the names that are taken now. */
  get outcomes(): readonly ProjectOutcome[] {
    return withoutRefused(
      this.planned.tasks.flatMap((task) => this.projects.get(taskId(task))?.outcome ?? []),
    );
  }

  /** Returns the fleet as a run of some of its projects has to know it. */
  beside(tasks: readonly ProjectTask[]): NonNullable<RunSettings['fleet']> {
    const running = new Set(tasks.map(taskId));
    return {
      order: this.planned.tasks.map(taskId),
      others: this.outcomes.filter((outcome) => !running.has(taskId(outcome))),
    };
  }

  /** Returns the projects that were not written because of a name which is free now. */
  freed(): readonly ProjectTask[] {
    const { tasks, work } = this.planned;
    if (work.kind !== 'compile') return [];
    const compiled = tasks.flatMap((task) => this.projects.get(taskId(task))?.outcome ?? []);
    const names = new TakenNames();
    const free = new Set(
      compiled
        .filter(
          (outcome) => names.admits(outcome) && outcome.claims.length > 0 && outcome.output === undefined,
        )
        .map(taskId),
    );
    return tasks.filter((task) => free.has(taskId(task)));
  }

  /** Keeps what became of projects. */
  keep(tasks: readonly ProjectTask[], outcomes: readonly ProjectOutcome[]): void {
    tasks.forEach((task, index) => {
      const outcome = outcomes[index];
      if (outcome === undefined) return;
      this.projects.set(taskId(task), { task, outcome, interest: this.interest(outcome) });
    });
  }

  /** Returns every folder that has to be watched, each with what tells it from another one in its place. */
  async folders(): Promise<ReadonlyMap<string, string>> {
    this.globs ??= await globFolders(this.host, this.planned.globs, this.planned.run.out);
    const wanted = new Map(this.globs.folders);
    const roots = this.planned.run.fleets.map(({ folder }) => this.absolute(folder));
    for (const [folder, identity] of nearestFolders(this.host.files, new Set(roots)))
      wanted.set(folder, identity);
    for (const { interest } of this.projects.values())
      for (const [folder, identity] of interest.folders) wanted.set(folder, identity);
    return wanted;
  }

  /** Returns what has to be done after changes; projects that are as they were have nothing to do. */
  async after({ paths }: Batch): Promise<Work> {
    if (this.hasOtherProjects(paths)) await this.planAnew();
    const changes = new Map<string, ChangeKind>();
    const tasks = this.planned.tasks.filter((task) => this.isAffected(task, paths, changes));
    const named = new Set(this.planned.tasks.map(taskId));
    const gone = [...this.projects.values()]
      .map(({ task }) => task)
      .filter((task) => !named.has(taskId(task)));
    for (const task of gone) {
      this.projects.delete(taskId(task));
      changes.set(this.absolute(task.folder), 'removed');
    }
    return { changes, tasks, gone };
  }

  private hasOtherProjects(paths: ReadonlySet<string>): boolean {
    const { globs } = this;
    // Which projects there are, and who serves them, stands in the file of the fleet.
    if ([...paths].some((path) => fleetSpecNames.includes(baseName(path)))) return true;
    if (globs === undefined || this.planned.globs.length === 0) return false;
    const folders = new Set(this.planned.tasks.flatMap((task) => [...taskFolders(this.host.cwd, task)]));
    return [...paths].some((path) => changesProjects(this.host, globs, folders, path));
  }

  private async planAnew(): Promise<void> {
    const plan = await this.plan();
    if (plan.ok) this.planned = plan.planned;
    this.globs = undefined;
  }

  private isAffected(
    task: ProjectTask,
    paths: ReadonlySet<string>,
    changes: Map<string, ChangeKind>,
  ): boolean {
    const known = this.projects.get(taskId(task));
    const folder = this.absolute(task.folder);
    if (known === undefined) {
      changes.set(folder, 'added');
      return true;
    }
    if (known.task.out !== task.out || !isSameServed(known.task, task)) return true;
    if (![...paths].some(known.interest.concerns)) return false;
    const changed = changedPaths(this.host, taskFolders(this.host.cwd, task), known.outcome.looks ?? []);
    for (const [path, kind] of changed) changes.set(path, kind);
    if (changed.size > 0) return true;
    // What it looked for is as it was, and may lie in another folder now.
    this.projects.set(taskId(task), { ...known, interest: this.interest(known.outcome) });
    return false;
  }

  private interest({ looks = [] }: ProjectOutcome): Interest {
    return interestOf(this.host.files, looks);
  }

  private absolute(folder: string): string {
    return absolutePath(this.host.cwd, folder);
  }
}

function isSameServed(before: ProjectTask, now: ProjectTask): boolean {
  return JSON.stringify(before.served) === JSON.stringify(now.served);
}

/** Where a project has to be watched. */
interface Interest {
  /** The folders, absolute, each with what tells it from another one that takes its place. */
  readonly folders: ReadonlyMap<string, string>;
  /** Returns whether a change at a path may change the project. */
  readonly concerns: (path: string) => boolean;
}

/** Returns where a project has to be watched that looked at these files, be they there or not. */
function interestOf(files: FileSystem, looks: readonly Look[]): Interest {
  const paths = new Set<string>();
  const listed = new Set<string>();
  const wanted = new Set<string>();
  const add = (path: string) => {
    for (let at = path; !paths.has(at); at = folderOf(at)) paths.add(at);
    const status = files.status(path);
    const kind = status.ok ? status.value.kind : undefined;
    // A folder tells of its own end.
    wanted.add(kind === 'folder' ? path : folderOf(path));
    if (kind !== 'link') return;
    // Where a link leads to, events have the name of the file that is there.
    const target = files.realPath(path);
    if (target.ok) add(target.value);
  };
  for (const path of new Set(looks.map((look) => look.path))) add(path);
  for (const { question, path } of looks) if (question === 'list') listed.add(path);
  return {
    folders: nearestFolders(files, wanted),
    concerns: (path) => paths.has(path) || listed.has(folderOf(path)),
  };
}
