import { join, resolve } from 'node:path';
import { emitters } from '../../emitters/all.ts';
import { commitFleet } from './commit-fleet.ts';
import { ProgramFailed } from './measure.ts';
import { measureRow, type Task } from './measure-row.ts';
import type { Row, RowName } from './row.ts';
import { changeOneProject, freshFolder, type Workspace } from './workspace.ts';
import { writeFleet } from './write-fleet.ts';

/** The built command. */
export const command: string = resolve(import.meta.dirname, '../../dist/cli.cjs');
const projects = 'projects/*';

/** Measures the built command with a fleet, and `cp -r` of what it writes. */
export async function* bitesizeRows(workspace: Workspace, runs: number): AsyncGenerator<Row> {
  const { size, folder, fleet } = workspace;
  const row = (task: (run: number) => Task) => measureRow(size, runs, task);
  const bitesize = (name: RowName, argv: readonly string[], cache: string): Task => ({
    name,
    program: process.execPath,
    argv: [command, ...argv],
    folder: fleet,
    env: { BITESIZE_CACHE: undefined, XDG_CACHE_HOME: cache },
  });
  const compile = (name: RowName, out: string, cache: string, ...options: string[]): Task => ({
    ...bitesize(name, ['compile', projects, '--out', out, ...options, '--quiet'], cache),
    output: out,
  });

  let out = '';
  let cache = '';
  yield await row(() => {
    out = freshFolder(workspace, 'out');
    cache = freshFolder(workspace, 'cache');
    return compile('compile, cold', out, cache);
  });
  yield await row(() => {
    const copy = freshFolder(workspace, 'copy');
    return { name: 'cp -r of the output', program: 'cp', argv: ['-r', out, copy], folder, output: copy };
  });
  yield await row(() => compile('compile, nothing changed', out, cache));
  yield await row((run) => {
    changeOneProject(workspace, run);
    return compile('compile, one project changed', out, cache);
  });
  changeOneProject(workspace, 0);

  yield await row(() => bitesize('check', ['check', projects, '--quiet'], freshFolder(workspace, 'cache')));
  for (const { name } of emitters) {
    yield await row(() => {
      const [target, unused] = ['one-emitter', 'cache'].map((each) => freshFolder(workspace, each));
      return compile(`compile --emit ${name}`, target ?? '', unused ?? '', '--emit', name);
    });
  }

  for (const more of ['derived', 'own'] as const) {
    const larger = freshFolder(workspace, `fleet-${more}`);
    writeFleet(join(larger, 'projects'), size, more);
    yield await row(() => {
      const [target = '', unused = ''] = ['more-jobs', 'cache'].map((each) => freshFolder(workspace, each));
      return { ...compile(`compile, 8 more ${more} jobs`, target, unused), folder: larger };
    });
  }

  commitFleet(fleet);
  const { name: changed } = changeOneProject(workspace, 1);
  const diff = ['diff', '--base', 'main'];
  try {
    yield await row(() => bitesize('diff of the fleet', [...diff, projects], cache));
  } catch (error) {
    if (!(error instanceof ProgramFailed)) throw error;
    yield await row(() => bitesize('diff of one project', [...diff, `projects/${changed}`], cache));
  }
}
