import type { Host } from '../host/host.ts';
import { withEnv } from '../host/with-env.ts';
import { cacheFolder } from '../read/cache-folder.ts';
import { createProgress } from './progress.ts';
import type { ProjectOutcome } from './project/project-outcome.ts';
import type { CacheSettings, ProjectTask, Work } from './project/project-task.ts';
import type { RunOptions } from './run-options.ts';
import { runTasks } from './threads/run-tasks.ts';

/** The work of a run without what its options say about caches and shards. */
export type PlainWork = Work extends infer W
  ? W extends Work
    ? Omit<W, 'cache' | 'tellsInputs' | 'tellsLooks'>
    : never
  : never;

/** Does the work with every project, with what the options say about threads, caches and progress. */
export async function runProjects(
  given: Host,
  plain: PlainWork,
  tasks: readonly ProjectTask[],
  options: RunOptions,
): Promise<readonly ProjectOutcome[]> {
  const { cacheDir, shard, jobs = given.cores } = options;
  const host = cacheDir === undefined ? given : withEnv(given, () => ({ BITESIZE_CACHE: cacheDir }));
  const cache = options.cache ? cacheSettings(host) : undefined;
  const work: Work = {
    ...plain,
    ...(cache === undefined ? {} : { cache }),
    tellsInputs: shard !== undefined,
    tellsLooks: options.watch === true,
  };
  const progress = createProgress(host, options.quiet === true ? 0 : tasks.length);
  const outcomes = await runTasks(host, work, tasks, jobs, progress.step);
  progress.end();
  if (cache !== undefined && tasks.length > 0)
    (await import('./cache/prune-cache.ts')).pruneCache(host, cache.folder);
  return outcomes;
}

/** Results are kept by a build only: code that runs from its sources changes from run to run. */
function cacheSettings(host: Host): CacheSettings | undefined {
  const folder = cacheFolder(host);
  const build = host.readResource('build-id');
  if (folder === undefined || !build.ok) return undefined;
  return { folder: folder.path, build: build.value, keepsOutput: folder.isNamed };
}
