import { join, resolve } from 'node:path';
import { emitters } from '../../emitters/all.ts';
import { commitFleet } from './commit-fleet.ts';
import { ProgramFailed } from './measure.ts';
import { measureRow, type Task } from './measure-row.ts';
import type { Row, RowName } from './row.ts';
import { changeOneProject, emptyFolder, type Workspace } from './workspace.ts';

const command = resolve(import.meta.dirname, '../../dist/cli.js');
const projects = 'projects/*';

/** Measures the built command with a fleet, and `cp -r` of what it writes. */
export async function* bitesizeRows(workspace: Workspace, runs: number): AsyncGenerator<Row> {
  const { size, folder, fleet } = workspace;
  const out = join(folder, 'out');
  const copy = join(folder, 'copy');
  const row = (task: Task) => measureRow(size, runs, task);
  const bitesize = (name: RowName, argv: readonly string[]): Task => ({
    name,
    program: process.execPath,
    argv: [command, ...argv],
    folder: fleet,
  });
  const compile = (name: RowName): Task => ({
    ...bitesize(name, ['compile', projects, '--out', out, '--quiet']),
    output: out,
  });

  yield await row({ ...compile('compile, cold'), prepare: () => emptyFolder(workspace, 'out') });
  yield await row({
    name: 'cp -r of the output',
    program: 'cp',
    argv: ['-r', out, copy],
    folder,
    output: copy,
    prepare: () => emptyFolder(workspace, 'copy'),
  });
  emptyFolder(workspace, 'copy');
  yield await row(compile('compile, nothing changed'));
  yield await row({
    ...compile('compile, one project changed'),
    prepare: (run) => changeOneProject(workspace, run),
  });
  emptyFolder(workspace, 'out');
  changeOneProject(workspace, 0);

  yield await row(bitesize('check', ['check', projects, '--quiet']));
  for (const { name } of emitters) {
    const target = join(folder, 'one-emitter');
    yield await row({
      ...bitesize(`compile --emit ${name}`, [
        ...['compile', projects, '--out', target],
        ...['--emit', name, '--quiet'],
      ]),
      output: target,
      prepare: () => emptyFolder(workspace, 'one-emitter'),
    });
  }
  emptyFolder(workspace, 'one-emitter');

  commitFleet(fleet);
  const { name: changed } = changeOneProject(workspace, 1);
  const diff = ['diff', '--base', 'main'];
  try {
    yield await row(bitesize('diff of the fleet', [...diff, projects]));
  } catch (error) {
    if (!(error instanceof ProgramFailed)) throw error;
    yield await row(bitesize('diff of one project', [...diff, `projects/${changed}`]));
  }
}
