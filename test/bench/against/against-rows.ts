import { join } from 'node:path';
import type { JobBuilder } from '../job-builder/find-job-builder.ts';
import { jobBuilderInput } from '../job-builder/job-builder-rows.ts';
import { changeOneProject, freshFolder, type Workspace } from '../workspace.ts';
import type { Build } from './build-commit.ts';
import { measurePaired, type PairedRow, type PairedTask, type Start } from './paired.ts';

/** What is measured of each build. */
export const againstTasks = [
  'check',
  'compile, cold',
  'compile --emit config-xml',
  'compile, nothing changed',
  'compile, one project changed',
] as const;

/** Larger fleets only show whether time and memory stay even: they cost minutes, and one row of the present build tells it. */
const MOST_FOR_PAIRS = 1080;

/** Returns the name of the row of a build. */
export function rowName(task: (typeof againstTasks)[number], build: Build): string {
  return `${task}: ${build.name}`;
}

/** The rows that are no pair of builds. */
export const others = {
  node: 'node -e 0',
  copy: 'cp -r of the output',
  jobBuilder: 'Job Builder, templates',
  archive: 'now: compile, cold, into an archive',
  archiveAgain: 'now: the same again, nothing changed',
};

/**
 * Measures builds, in turns, with a fleet; beside them Node alone, `cp -r` of what is written, and Job Builder where there
 * is one. Of a very large fleet only what the last build takes for all of it.
 */
export async function againstRows(
  workspace: Workspace,
  runs: number,
  builds: readonly Build[],
  jobBuilder: JobBuilder | undefined,
): Promise<readonly PairedRow[]> {
  const { size, folder, fleet } = workspace;
  let changes = 0;
  let written = '';
  const tasksOf = (build: Build): readonly PairedTask[] => {
    let [out, cache] = ['', ''];
    const start = (argv: readonly string[], kept: string) => ({
      program: process.execPath,
      argv: [build.command, ...argv, '--quiet'],
      folder: fleet,
      env: { BITESIZE_CACHE: undefined, XDG_CACHE_HOME: kept },
    });
    const fresh = (name: string) => freshFolder(workspace, name);
    const compile = (...options: string[]) => ['compile', 'projects/*', '--out', out, ...options];
    const task = (name: (typeof againstTasks)[number], prepare: PairedTask['prepare']) => ({
      name: rowName(name, build),
      prepare,
    });
    return [
      task('check', () => start(['check', 'projects/*'], fresh('cache'))),
      task('compile --emit config-xml', () => {
        out = fresh('one-emitter');
        return start(compile('--emit', 'config-xml'), fresh('cache'));
      }),
      task('compile, cold', () => {
        changeOneProject(workspace, 0);
        [out, cache] = [fresh('out'), fresh('cache')];
        written = out;
        return start(compile(), cache);
      }),
      task('compile, nothing changed', () => start(compile(), cache)),
      task('compile, one project changed', () => {
        changeOneProject(workspace, ++changes);
        return start(compile(), cache);
      }),
    ];
  };
  if (size > MOST_FOR_PAIRS) {
    const cold = builds.slice(-1).map((build) => tasksOf(build).filter(isCold(build)));
    return measurePaired(size, runs, cold.flat());
  }
  const tasks: PairedTask[] = [
    {
      name: others.node,
      prepare: () => ({ program: process.execPath, argv: ['-e', '0'], folder }),
    },
    ...interleaved(builds.map(tasksOf)),
    {
      name: others.copy,
      prepare: () => ({ program: 'cp', argv: ['-r', written, freshFolder(workspace, 'copy')], folder }),
    },
    ...archiveTasks(workspace, builds.slice(-1)),
  ];
  if (jobBuilder !== undefined) {
    const input = jobBuilderInput(workspace, 'templates');
    tasks.push({
      name: others.jobBuilder,
      prepare: () => ({
        program: jobBuilder.program,
        argv: ['test', '--config-xml', input, '-o', freshFolder(workspace, 'job-builder-out')],
        folder,
      }),
    });
  }
  const rows = await measurePaired(size, runs, tasks);
  changeOneProject(workspace, 0);
  return rows;
}

/** Everything in one file, which earlier builds cannot write. */
function archiveTasks(workspace: Workspace, builds: readonly Build[]): readonly PairedTask[] {
  return builds.flatMap((build) => {
    let [out, cache] = ['', ''];
    const start = (): Start => ({
      program: process.execPath,
      argv: [build.command, 'compile', 'projects/*', '--out', join(out, 'fleet.tar'), '--quiet'],
      folder: workspace.fleet,
      env: { BITESIZE_CACHE: undefined, XDG_CACHE_HOME: cache },
    });
    return [
      {
        name: others.archive,
        prepare: () => {
          [out, cache] = [freshFolder(workspace, 'archive'), freshFolder(workspace, 'archive-cache')];
          return start();
        },
      },
      { name: others.archiveAgain, prepare: start },
    ];
  });
}

function isCold(build: Build): (task: PairedTask) => boolean {
  return ({ name }) => name === rowName('compile, cold', build);
}

/** The same task of each build, then the next task. */
function interleaved(lists: readonly (readonly PairedTask[])[]): readonly PairedTask[] {
  const [first = []] = lists;
  return first.flatMap((_, index) => lists.flatMap((list) => list.slice(index, index + 1)));
}
