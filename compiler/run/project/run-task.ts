import type { FileSystem } from '../../host/file-system.ts';
import type { Host } from '../../host/host.ts';
import { absolutePath } from '../../host/path.ts';
import { type CacheFolder, specCacheFolder } from '../../read/cache-folder.ts';
import { fleetRoot } from '../../read/fleet/fleet-root.ts';
import { openProject } from '../../read/open-project.ts';
import type { ProjectFiles } from '../../read/read-project.ts';
import type { ResultCache } from '../cache/result-cache.ts';
import type { MayWrite } from '../names/name-gate.ts';
import { checkProject } from './check-project.ts';
import { compileProject } from './compile-project.ts';
import { answers, type Look, type LookContext, type Question } from './look.ts';
import type { ProjectOutcome } from './project-outcome.ts';
import { type ProjectTask, taskFolders, type Work } from './project-task.ts';

/** Reads one project, does the work of the run with it, and returns what became of it. `results` are those of earlier runs. */
export async function runTask(
  host: Host,
  work: Work,
  task: ProjectTask,
  mayWrite: MayWrite,
  results: ResultCache | undefined,
): Promise<ProjectOutcome> {
  const recording = work.tellsLooks === true ? recordLooks(host, task) : undefined;
  // Where values are kept is no input of the project: looking for it is not recorded.
  const cache = () => specCacheFolder(host, [task.folder]);
  const began = task.replaced === undefined ? host.now() : undefined;
  const project = await openTask(recording?.host ?? host, task, cache);
  const outcome =
    work.kind === 'check'
      ? await checkProject(host, work, project, results)
      : await compileProject(host, work, project, { out: task.out, began }, mayWrite, results);
  const told = task.notes === undefined ? outcome : { ...outcome, notes: [...task.notes, ...outcome.notes] };
  if (recording !== undefined) {
    // A fleet that comes or goes makes another project of it.
    fleetRoot(recording.host, task.folder);
    return { ...told, looks: recording.looks() };
  }
  if (!work.tellsInputs) return told;
  const inputs = [...project.contents].map(([name, bytes]) => [name, host.sha256(bytes)] as const);
  return { ...told, inputs };
}

/** Returns the specs that a task is about. */
export async function openTask(
  host: Host,
  { folder, controller, served, replaced }: ProjectTask,
  cache?: () => CacheFolder | undefined,
): Promise<ProjectFiles> {
  if (controller === undefined || served === undefined) return openProject(host, folder, replaced, cache);
  const { openServed } = await import('../../read/fleet/open-served.ts');
  return openServed(host, folder, { controller, ...served }, replaced, cache);
}

/** A host that remembers what was asked of its files. */
interface Recording {
  readonly host: Host;
  /** Returns everything that was asked until now, each once, with its last answer. */
  readonly looks: () => readonly Look[];
}

/** Returns a host that remembers what is asked while a project is read. What is kept of earlier runs is no input. */
function recordLooks(given: Host, task: ProjectTask): Recording {
  const { files, cwd, sha256 } = given;
  const looks = new Map<string, Look>();
  const context: LookContext = { sha256, folders: taskFolders(cwd, task) };
  const cache = specCacheFolder(given, [task.folder]);
  const kept = cache && `${cache.path}/`;
  const ask = <T>(
    question: Question,
    ofResult: (context: LookContext, path: string, result: T) => string,
    call: (path: string) => T,
  ) => {
    return (asked: string): T => {
      const result = call(asked);
      const path = absolutePath(cwd, asked);
      if (kept === undefined || !`${path}/`.startsWith(kept))
        looks.set(`${question} ${path}`, { question, path, answer: ofResult(context, path, result) });
      return result;
    };
  };
  const recorded: Pick<FileSystem, Question> = {
    read: (path, options) => ask('read', answers.read, (asked) => files.read(asked, options))(path),
    list: ask('list', answers.list, files.list),
    status: ask('status', answers.status, files.status),
    realPath: ask('realPath', answers.realPath, files.realPath),
  };
  const host: Host = Object.create(given, { files: { value: { ...files, ...recorded } } });
  return { host, looks: () => [...looks.values()] };
}
