import { deepStrictEqual } from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../bitesize-rows.ts';
import { fleetProject } from '../fleet-project.ts';
import { measureRow } from '../measure-row.ts';
import type { Row } from '../row.ts';
import { freshFolder, type Workspace } from '../workspace.ts';
import { seed } from '../write-fleet.ts';
import { compiledJobs } from './compiled-jobs.ts';
import type { JobBuilder } from './find-job-builder.ts';
import { inputStyles } from './job-builder-input.ts';
import { printInput } from './print-input.ts';
import { readJob } from './read-job.ts';

/**
 * Measures Job Builder with the jobs of a fleet, once from templates and once with every job spelt out, and how these jobs
 * are imported.
 */
export async function* jobBuilderRows(
  workspace: Workspace,
  runs: number,
  { program }: JobBuilder,
): AsyncGenerator<Row> {
  const { size, folder } = workspace;
  let output = '';
  for (const style of ['templates', 'spelt out'] as const) {
    const input = jobBuilderInput(workspace, style);
    yield await measureRow(size, runs, () => {
      output = freshFolder(workspace, 'job-builder-out');
      const argv = ['test', '--config-xml', input, '-o', output];
      return { name: `Job Builder, ${style}`, program, argv, folder, output };
    });
    requireSameJobs(output, size - 1);
  }
  yield await measureRow(size, runs, () => {
    const specs = freshFolder(workspace, 'imported');
    const argv = [command, 'import', output, '--out', specs, '--quiet'];
    return {
      name: 'import of what Job Builder made',
      program: process.execPath,
      argv,
      folder,
      output: specs,
    };
  });
}

/** Writes the jobs of a fleet for Job Builder and returns their folder. */
export function jobBuilderInput(workspace: Workspace, style: 'templates' | 'spelt out'): string {
  const input = freshFolder(workspace, 'job-builder-in');
  mkdirSync(input);
  const { common, project } = inputStyles()[style];
  const shared = common();
  if (shared.length > 0) writeFileSync(join(input, 'common.yaml'), printInput(shared));
  for (let index = 0; index < workspace.size; index++) {
    const one = fleetProject(index, seed);
    writeFileSync(join(input, `${one.name}.yaml`), printInput(project(one)));
  }
  return input;
}

/** Throws when a job of this project is not the one that bitesize makes: comparing the times would mean nothing. */
function requireSameJobs(output: string, index: number): void {
  const project = fleetProject(index, seed);
  for (const [name, ours] of compiledJobs(project)) {
    const theirs = readFileSync(join(output, project.name, name, 'config.xml'), 'utf8');
    deepStrictEqual(readJob(theirs), readJob(ours));
  }
}
