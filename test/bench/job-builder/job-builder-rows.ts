import { deepStrictEqual } from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fleetProject } from '../fleet-project.ts';
import { measureRow } from '../measure-row.ts';
import type { Row } from '../row.ts';
import { emptyFolder, type Workspace } from '../workspace.ts';
import { seed } from '../write-fleet.ts';
import { compiledJobs } from './compiled-jobs.ts';
import type { JobBuilder } from './find-job-builder.ts';
import { inputStyles } from './job-builder-input.ts';
import { printInput } from './print-input.ts';
import { readJob } from './read-job.ts';

/** Measures Job Builder with the jobs of a fleet, once from templates and once with every job spelt out. */
export async function* jobBuilderRows(
  workspace: Workspace,
  runs: number,
  { program }: JobBuilder,
): AsyncGenerator<Row> {
  const { size, folder } = workspace;
  const output = join(folder, 'job-builder-out');
  const styles = inputStyles();
  for (const style of ['templates', 'spelt out'] as const) {
    const input = emptyFolder(workspace, 'job-builder-in');
    mkdirSync(input);
    const { common, project } = styles[style];
    const shared = common();
    if (shared.length > 0) writeFileSync(join(input, 'common.yaml'), printInput(shared));
    for (let index = 0; index < size; index++) {
      const one = fleetProject(index, seed);
      writeFileSync(join(input, `${one.name}.yaml`), printInput(project(one)));
    }
    yield await measureRow(size, runs, {
      name: `Job Builder, ${style}`,
      program,
      argv: ['test', '--config-xml', input, '-o', output],
      folder,
      output,
      prepare: () => emptyFolder(workspace, 'job-builder-out'),
    });
    requireSameJobs(output, size - 1);
  }
  emptyFolder(workspace, 'job-builder-out');
}

/** Throws when a job of this project is not the one that bitesize makes: comparing the times would mean nothing. */
function requireSameJobs(output: string, index: number): void {
  const project = fleetProject(index, seed);
  for (const [name, ours] of compiledJobs(project)) {
    const theirs = readFileSync(join(output, project.name, name, 'config.xml'), 'utf8');
    deepStrictEqual(readJob(theirs), readJob(ours));
  }
}
