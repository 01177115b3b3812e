import type { Host } from '../host/host.ts';
import { MemoryFiles } from '../host/memory-files.ts';
import { baseName, folderOf } from '../host/path.ts';
import { holdsSpecs } from '../read/read-project.ts';
import type { ShapingOptions } from '../run/run-options.ts';
import { fleetSpecNames, specKindOf } from '../source/spec-kind.ts';
import type { OpenDocuments } from './open-documents.ts';
import { type ProjectState, readState } from './project-state.ts';
import { rememberingRuns } from './remembering-runs.ts';

/** Who is told what becomes of projects. */
export interface ProjectsListener {
  /** A project was looked at anew. */
  readonly onState: (state: ProjectState) => void;
  /** A folder is no project any more. */
  readonly onGone: (folder: string) => void;
  /** Looking at a project failed, which is a bug. */
  readonly onBug: (error: unknown) => void;
}

/** How long nothing may be typed before a project is looked at, in milliseconds: long enough to type a letter of a burst. */
const PAUSE = 15;

/** Of the time that a look takes, so much is waited at most: large projects are not looked at for each letter. */
const SHARE = 0.25;

interface Project {
  readonly folder: string;
  state: ProjectState | undefined;
  /** What the last look failed with, which is a bug. */
  failure: { readonly error: unknown } | undefined;
  /** Counts the changes of what it is made of. */
  changes: number;
  /** The change that `state` knows. */
  known: number;
  running: Promise<void> | undefined;
  waiting: AbortController | undefined;
  /** How long the last look took, in milliseconds. */
  took: number;
}

/**
 * The projects of a workspace: its folders that hold specs, and the folders of the specs that are open. Each is looked at
 * anew soon after something changed that it is made of; what became old while it was looked at is left unsaid.
 */
export class Projects {
  private readonly host: Host;
  private readonly open: OpenDocuments;
  private readonly listener: ProjectsListener;
  private readonly memory: Host['files'];
  private readonly projects = new Map<string, Project>();
  private readonly runs: ReturnType<typeof rememberingRuns>;
  private folders: readonly string[] = [];
  private options: ShapingOptions;
  private isClosed = false;

  constructor(host: Host, open: OpenDocuments, options: ShapingOptions, listener: ProjectsListener) {
    this.runs = rememberingRuns(host);
    this.host = this.runs.host;
    this.open = open;
    this.options = options;
    this.listener = listener;
    this.memory = new MemoryFiles('/');
  }

  /** Takes the folders of the workspace, absolute. */
  setFolders(folders: readonly string[]): void {
    this.folders = folders;
    this.update();
  }

  /** Takes other settings: everything is looked at anew. */
  setOptions(options: ShapingOptions): void {
    this.options = options;
    this.touchAll();
  }

  /** Something was saved, opened, closed or changed on the disk: what there is may be another thing. */
  refresh(paths: readonly string[]): void {
    this.runs.forget();
    this.update();
    for (const path of paths) this.touch(path);
  }

  /** The text at a path is another one. */
  touch(path: string): void {
    for (const project of this.projects.values()) if (isMadeOf(project, path)) this.schedule(project);
  }

  /** Looks at every project anew. */
  touchAll(): void {
    this.runs.forget();
    for (const project of this.projects.values()) this.schedule(project);
  }

  /** Returns the project that a file belongs to, as it is now; undefined for a file of no project. */
  async stateOf(path: string): Promise<ProjectState | undefined> {
    const project = this.projects.get(folderOf(path)) ?? this.usersOf(path)[0];
    return project === undefined ? undefined : this.current(project);
  }

  /** Returns the project in a folder, as it is now. */
  async stateIn(folder: string): Promise<ProjectState | undefined> {
    const project = this.projects.get(folder);
    return project === undefined ? undefined : this.current(project);
  }

  /** Looks at nothing any more. */
  close(): void {
    this.isClosed = true;
    for (const { waiting } of this.projects.values()) waiting?.abort();
  }

  private usersOf(path: string): readonly Project[] {
    return [...this.projects.values()].filter(({ state }) => state?.asked.has(path) === true);
  }

  private async current(project: Project): Promise<ProjectState | undefined> {
    while (!this.isClosed && project.known !== project.changes) await this.look(project);
    if (project.failure !== undefined) throw project.failure.error;
    return project.state;
  }

  /** Finds out which folders are projects now. */
  private update(): void {
    const wanted = new Set([
      ...this.folders.filter((folder) => isLookedAt(this.host.files, folder)),
      ...this.open.paths.filter(isSpecLike).map(folderOf),
    ]);
    for (const folder of this.projects.keys()) {
      if (wanted.has(folder)) continue;
      this.projects.get(folder)?.waiting?.abort();
      this.projects.delete(folder);
      this.listener.onGone(folder);
    }
    for (const folder of wanted) {
      if (this.projects.has(folder)) continue;
      const project: Project = {
        folder,
        state: undefined,
        failure: undefined,
        changes: 0,
        known: 0,
        running: undefined,
        waiting: undefined,
        took: 0,
      };
      this.projects.set(folder, project);
      this.schedule(project);
    }
  }

  private schedule(project: Project): void {
    project.changes++;
    project.waiting?.abort();
    const waiting = new AbortController();
    project.waiting = waiting;
    const pause = Math.max(PAUSE, Math.min(project.took * SHARE, 10 * PAUSE));
    this.host
      .wait(pause, waiting.signal)
      .then(() => (waiting.signal.aborted ? undefined : this.current(project)))
      .catch(this.listener.onBug);
  }

  /** One look at a time: a second one would wait for the first anyway. */
  private look(project: Project): Promise<void> {
    project.running ??= this.lookOnce(project).finally(() => {
      project.running = undefined;
    });
    return project.running;
  }

  private async lookOnce(project: Project): Promise<void> {
    const { changes, folder } = project;
    const started = this.host.now();
    const isOutdated = async () => {
      await turn();
      return this.isClosed || project.changes !== changes;
    };
    const { host, options, memory } = this;
    let state: ProjectState | undefined;
    project.failure = undefined;
    try {
      state = await readState(
        { host, texts: this.open.texts(), options, memory, bounds: this.folders, isOutdated },
        folder,
        project.state,
      );
    } catch (error) {
      // What cannot be looked at must not be tried for ever.
      project.known = changes;
      project.failure = { error };
      return;
    }
    project.took = this.host.now() - started;
    if (state === undefined || this.projects.get(folder) !== project) return;
    project.state = state;
    project.known = changes;
    this.listener.onState(state);
  }
}

/** Lets messages that have come be read before work goes on. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Before a project was read, everything in its folder may belong to it. */
function isMadeOf({ folder, state }: Project, path: string): boolean {
  if (folderOf(path) === folder) return true;
  return state === undefined
    ? path.startsWith(`${folder}/`)
    : state.asked.has(path) || state.asked.has(folderOf(path));
}

/** A folder of the workspace is looked at for the specs of a project in it, and for the file of a fleet. */
function isLookedAt(files: Host['files'], folder: string): boolean {
  const listed = files.list(folder);
  const isRoot = listed.ok && listed.value.some(({ name }) => fleetSpecNames.includes(name));
  return isRoot || holdsSpecs(files, folder);
}

/** What is called nearly like a spec may be meant as one: `check` says so. */
function isSpecLike(path: string): boolean {
  return specKindOf(path) !== undefined || /\.bitesize$/.test(baseName(path));
}
