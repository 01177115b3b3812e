import { done } from '../host/file-result.ts';
import { type GivenEnv, type Host, withEnv } from '../host/host.ts';
import { type CacheFolder, chooseCache } from '../read/cache-folder.ts';
import { givenCache } from './cache/open-cache.ts';
import { NameGate } from './names/name-gate.ts';
import type { Claimed } from './names/taken-names.ts';
import { createProgress } from './progress.ts';
import type { ProjectOutcome } from './project/project-outcome.ts';
import type { CacheSettings, ProjectTask, Work } from './project/project-task.ts';
import type { RunOptions } from './run-options.ts';
import { taskId } from './task-name.ts';
import { runTasks } from './threads/run-tasks.ts';

/** The work of a run without what its options say about caches and shards. */
export type PlainWork = Work extends infer W
  ? W extends Work
    ? Omit<W, 'cache' | 'tellsInputs' | 'tellsLooks'>
    : never
  : never;

/** How the work of a run differs from that of a command. */
export interface RunSettings {
  /** Whether results are kept for later runs; so it is without a word. */
  readonly keepsResults?: boolean;
  /** Looks at what all projects have in common before the first one is begun; none is where the answer is no. */
  readonly begin?: (work: Work) => Promise<boolean>;
  /** Ends the work once every project is done, and returns what became of them then. */
  readonly finish?: (work: Work, outcomes: readonly ProjectOutcome[]) => Promise<readonly ProjectOutcome[]>;
  /** All tasks in the order of the run, where only some of them are done: what the others take is known. */
  readonly fleet?: { readonly order: readonly string[]; readonly others: readonly Claimed[] };
}

/** Does the work with every project, with what the options say about threads, caches and progress. */
export async function runProjects(
  given: Host,
  plain: PlainWork,
  tasks: readonly ProjectTask[],
  options: RunOptions,
  { keepsResults = true, begin, finish, fleet }: RunSettings = {},
): Promise<readonly ProjectOutcome[]> {
  const { shard, jobs = given.cores } = options;
  const folder = openFolder(given, plain, tasks, options);
  const host = withEnv(given, () => cacheVariables(givenCache(given, options).env, folder));
  const cache = keepsResults ? cacheSettings(host, folder) : undefined;
  const work: Work = {
    ...plain,
    ...(cache === undefined ? {} : { cache }),
    tellsInputs: shard !== undefined,
    tellsLooks: options.watch === true,
  };
  if (begin !== undefined && !(await begin(work))) return [];
  const gate = new NameGate(fleet?.order ?? tasks.map(taskId), fleet?.others);
  const progress = createProgress(host, options.quiet === true ? 0 : tasks.length, 'projects');
  const worked = await runTasks(host, work, tasks, jobs, gate, progress.step);
  progress.end();
  const outcomes = finish === undefined ? worked : await finish(work, worked);
  if (cache !== undefined && tasks.length > 0)
    (await import('./cache/prune-cache.ts')).pruneCache(host, cache.folder);
  return outcomes;
}

/**
 * Returns the folder for what is kept of the run. A comparison with the output uses nothing of earlier runs: it is asked
 * for by those who want to be sure. A named folder that cannot be had costs time only, and is told.
 */
function openFolder(
  given: Host,
  plain: PlainWork,
  tasks: readonly ProjectTask[],
  options: RunOptions,
): CacheFolder | undefined {
  if (!options.cache || (plain.kind === 'compile' && plain.compareOnly)) return undefined;
  const host = givenCache(given, options);
  const choice = chooseCache(
    host,
    tasks.map(({ folder }) => folder),
  );
  const folder = choice.kind === 'folder' ? choice.folder : undefined;
  const isMissing = folder?.isNamed === true && !host.files.status(folder.path).ok;
  const made = isMissing ? host.files.makeFolder(folder.path) : done;
  if (choice.kind === 'unusable' || !made.ok) {
    const problem =
      choice.kind === 'unusable'
        ? choice.problem
        : `cannot use the cache folder \`${host.env.BITESIZE_CACHE}\`: ${made.ok ? '' : made.failure.reason}`;
    if (options.quiet !== true) given.stderr.write(`note: ${problem}\n`);
    return undefined;
  }
  return folder;
}

/** Returns the variables by which whoever does the work finds the same cache, or none. */
function cacheVariables({ BITESIZE_CACHE: named }: Host['env'], folder: CacheFolder | undefined): GivenEnv {
  if (folder === undefined) return { BITESIZE_CACHE: '' };
  return {
    ...(named === undefined ? {} : { BITESIZE_CACHE: named }),
    ...(folder.key === undefined ? {} : { BITESIZE_CACHE_KEY: folder.key }),
  };
}

/**
 * Results are kept by a build only: code that runs from its sources changes from run to run. The output is kept where
 * machines share it, and only with a key: whoever can make entries decides what is written.
 */
function cacheSettings(host: Host, folder: CacheFolder | undefined): CacheSettings | undefined {
  const build = host.readResource('build-id');
  if (folder === undefined || !build.ok) return undefined;
  const { path, isNamed, key } = folder;
  const sealing = key === undefined ? {} : { key };
  return { folder: path, build: build.value, keepsOutput: isNamed && key !== undefined, ...sealing };
}
