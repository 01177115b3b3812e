import type { FileFailure } from '../../host/file-result.ts';
import type { Host, Watching } from '../../host/host.ts';
import { createPaint } from '../../report/paint.ts';
import { count } from '../../report/summary.ts';
import { isCode } from '../../source/spec-kind.ts';
import { type ExitCode, exitCodes } from '../exit-code.ts';
import { useColour } from '../finish/use-colour.ts';
import { formatOnOutput } from '../finish/write-reports.ts';
import type { ChangeKind } from '../project/changed-paths.ts';
import type { ProjectTask } from '../project/project-task.ts';
import { endRun, type RunPlan, usageError } from '../run-once.ts';
import type { RunOptions } from '../run-options.ts';
import { type RunSettings, runProjects } from '../run-projects.ts';
import { taskId } from '../task-name.ts';
import { type Batch, Changes } from './changes.ts';
import { WatchedFleet } from './watched-fleet.ts';

/** Who is told what happens in the folders. */
interface FoldersListener {
  readonly add: (path: string) => void;
  readonly fail: (folder: string, failure: FileFailure) => void;
}

/** The folders that are watched. */
class FolderWatches {
  private readonly host: Pick<Host, 'watch'>;
  private readonly listener: FoldersListener;
  private readonly open = new Map<string, { readonly identity: string; readonly watching: Watching }>();

  constructor(host: Pick<Host, 'watch'>, listener: FoldersListener) {
    this.host = host;
    this.listener = listener;
  }

  /**
   * Watches these folders and no others. A folder that took the place of another one is watched anew. Each folder whose
   * watch is new is told as changed: something may have happened in it before.
   */
  async update(wanted: ReadonlyMap<string, string>): Promise<void> {
    for (const [folder, { identity, watching }] of this.open) {
      if (wanted.get(folder) === identity) continue;
      watching.close();
      this.open.delete(folder);
    }
    const missing = [...wanted].filter(([folder]) => !this.open.has(folder));
    await Promise.all(missing.map(([folder, identity]) => this.start(folder, identity)));
    for (const [folder] of missing) this.listener.add(folder);
  }

  /** Watches nothing any more. */
  close(): void {
    for (const { watching } of this.open.values()) watching.close();
    this.open.clear();
  }

  private async start(folder: string, identity: string): Promise<void> {
    const { add, fail } = this.listener;
    const watching = await this.host.watch(folder, {
      onChange: add,
      onFailure: (failure) => fail(folder, failure),
    });
    this.open.set(folder, { identity, watching });
  }
}

/** Options that one of the commands has besides those of every run. */
interface WatchOptions extends RunOptions {
  readonly fix?: string;
  readonly check?: true;
}

/** Returns why a command line cannot be watched, or undefined. */
function watchProblem(names: readonly string[], options: WatchOptions): string | undefined {
  const others: readonly (readonly [string, boolean])[] = [
    ['-', names.includes('-')],
    ['--shard', options.shard !== undefined],
    ['--fix', options.fix !== undefined],
    ['--check', options.check === true],
    ['--update-baseline', options.updateBaseline === true],
  ];
  const [other] = others.filter(([, isGiven]) => isGiven).map(([name]) => name);
  return other === undefined ? undefined : `\`--watch\` cannot be combined with \`${other}\``;
}

const help: Partial<Readonly<Record<FileFailure['kind'], string>>> = {
  'too-many-watches':
    'raise the limit (`sysctl fs.inotify.max_user_watches=524288`), name fewer projects, or set `CHOKIDAR_USEPOLLING=1`',
  'too-many-files':
    'raise the limits (`sysctl fs.inotify.max_user_instances=1024`, `ulimit -n 65536`), or set `CHOKIDAR_USEPOLLING=1`',
};

/** Returns the lines that say why a folder cannot be watched, and what to do. */
function watchFailure(folder: string, { kind, reason }: FileFailure): string {
  const todo = help[kind] ?? 'set `CHOKIDAR_USEPOLLING=1`, which looks at the files again and again';
  return `error: cannot watch \`${folder}\`: ${reason}\nhelp: ${todo}\n`;
}

/** So many changes are named. */
const NAMED = 3;

/** Returns one line that says what changed, such as `build.bitesize changed, gists/a.yaml added`. */
function changeLine(cwd: string, changes: ReadonlyMap<string, ChangeKind>): string {
  const named = [...changes].slice(0, NAMED).map(([path, kind]) => `${shownPath(cwd, path)} ${kind}`);
  const others = changes.size - named.length;
  return `${named.join(', ')}${others > 0 ? `, and ${others} more` : ''}`;
}

function shownPath(cwd: string, path: string): string {
  if (path === cwd) return '.';
  return path.startsWith(`${cwd}/`) ? path.slice(cwd.length + 1) : path;
}

/** Entries of every save would fill the cache; what specs in TypeScript gave is still known. */
const NO_RESULTS: RunSettings = { keepsResults: false };

/** With fewer projects, threads, which start cold, are slower than the warm compiler. */
const LEAST_FOR_THREADS = 24;

/**
 * Does what a command line asks for, and stays: when something changes that a project is made of, that project is run
 * again. Ctrl-C is the usual end and gives 0, whatever was found; only a wrong command line, or folders that cannot be
 * watched, give another code.
 */
export async function runWatched(
  host: Host,
  names: readonly string[],
  options: WatchOptions,
  plan: () => Promise<RunPlan>,
): Promise<ExitCode> {
  const started = host.now();
  const problem = watchProblem(names, options);
  const first = problem === undefined ? await plan() : { ok: false as const, problem };
  if (!first.ok) return usageError(host, first.problem);
  const fleet = new WatchedFleet(host, first.planned, plan);
  const { work, tasks } = first.planned;
  fleet.keep(tasks, await runProjects(host, work, tasks, options));
  await endRun(host, options, first.planned, fleet.outcomes, started, {});

  const changes = new Changes(host);
  const watches = new FolderWatches(host, changes);
  const undo = host.onInterrupt(changes.stop);
  await watches.update(await fleet.folders());
  if (changes.failure === undefined)
    tell(host, options, `watching ${count(tasks.length, 'project')}; Ctrl-C ends`);
  await warmUp(host, options, fleet);
  for (let batch = await changes.next(); batch !== undefined; batch = await changes.next()) {
    await runAgain(host, options, fleet, batch);
    await watches.update(await fleet.folders());
  }
  undo();
  watches.close();
  if (changes.failure === undefined) return exitCodes.fine;
  host.stderr.write(watchFailure(changes.failure.folder, changes.failure.failure));
  return exitCodes.failure;
}

/**
 * Runs one project for nothing, so that the first change does not wait for the compiler to be loaded: the first run may
 * have been done by threads, or not at all because all results were known. A spec in TypeScript needs most of it.
 */
async function warmUp(host: Host, options: WatchOptions, { planned, outcomes }: WatchedFleet): Promise<void> {
  const code = outcomes.find(({ names }) => names.some((name) => isCode({ name })));
  const task = planned.tasks.find((each) => code === undefined || taskId(each) === taskId(code));
  const { work } = planned;
  const nothingWritten = work.kind === 'compile' ? { ...work, compareOnly: true } : work;
  const afresh = { ...options, cache: false };
  if (task !== undefined) await runProjects(host, nothingWritten, [task], afresh);
}

async function runAgain(host: Host, options: WatchOptions, fleet: WatchedFleet, batch: Batch): Promise<void> {
  const before = fleet.planned.run.findings;
  const { changes, tasks, gone } = await fleet.after(batch);
  const { planned } = fleet;
  const isOtherRun = JSON.stringify(before) !== JSON.stringify(planned.run.findings);
  if (tasks.length === 0 && gone.length === 0 && !isOtherRun) return;
  const paint = createPaint(useColour(options.color, host.env, host.stdout));
  tell(host, options, `\n${paint.strong(changeLine(host.cwd, changes))}`);
  await runSome(host, options, fleet, tasks);
  const freed = fleet.freed();
  if (freed.length > 0) await runSome(host, options, fleet, freed);
  const only = new Set([...tasks, ...freed].map(taskId));
  if (isOtherRun) for (const { folder } of planned.run.findings) only.add(folder);
  const notes = gone.flatMap(({ out }) => (out === undefined ? [] : `${out} stays: its project is gone`));
  await endRun(host, options, planned, fleet.outcomes, batch.since, { only, moreNotes: () => notes });
}

async function runSome(
  host: Host,
  options: WatchOptions,
  fleet: WatchedFleet,
  tasks: readonly ProjectTask[],
): Promise<void> {
  const jobs = tasks.length < LEAST_FOR_THREADS ? { jobs: 1 } : {};
  const settings = { ...NO_RESULTS, fleet: fleet.beside(tasks) };
  const outcomes = await runProjects(host, fleet.planned.work, tasks, { ...options, ...jobs }, settings);
  fleet.keep(tasks, outcomes);
}

/** Writes a line where notes go, too. */
function tell(host: Host, options: WatchOptions, line: string): void {
  if (options.quiet === true) return;
  const stream = formatOnOutput(options) === 'text' ? host.stdout : host.stderr;
  stream.write(`${line}\n`);
}
