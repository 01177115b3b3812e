import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runAgainst } from './against/run-against.ts';
import { bitesizeRows, command } from './bitesize-rows.ts';
import { jobsPerProject } from './fleet-project.ts';
import { goals } from './goals.ts';
import { findJobBuilder } from './job-builder/find-job-builder.ts';
import { jobBuilderRows } from './job-builder/job-builder-rows.ts';
import { machine } from './machine.ts';
import { benchOptions } from './options.ts';
import type { Row } from './row.ts';
import { runShared } from './shared/run-shared.ts';
import { rowLine, tableHead, tableLine, tableNotes } from './table.ts';
import { createWorkspace } from './workspace.ts';

/*
 * Measures the built command with fleets of several sizes, beside it `cp -r` of the same output and Jenkins Job Builder
 * making the same jobs, and prints a table and what it says about the goals of the project.
 *
 *   npm run bench -- 100 1080         only these numbers of projects
 *   npm run bench -- --runs 3         the medians of three runs for every row
 *   npm run bench -- --no-job-builder without Jenkins Job Builder, which takes longest
 *   npm run bench -- --against REF    the build of another commit beside the present one, in turns, and nothing else
 *   npm run bench -- --shared         projects on shared controllers beside a Jenkins for each of them, and nothing else
 *   npm run bench -- --write          what is printed becomes test/bench/results.md (against.md)
 */
/** Its time grows evenly; five thousand projects spelt out would take minutes and gigabytes. */
const MOST_FOR_JOB_BUILDER = 1080;

const options = benchOptions(process.argv.slice(2));
const printed: string[] = [];
const rows: Row[] = [];

const [again, results] = options.shared
  ? ['npm run bench -- --shared', 'shared/results.md']
  : options.against === undefined
    ? ['npm run bench', 'results.md']
    : [`npm run bench -- --against ${options.against}`, 'against.md'];
const jobBuilder =
  options.jobBuilder && !options.shared ? findJobBuilder() : { skipped: 'it was not asked for' };

print(options.against === undefined ? '# Fleets\n\n' : '# Beside an earlier build\n\n');
print(`${machine()}; ${jobsPerProject} jobs a project. \`${again}\` prints this again.\n\n`);
print(
  'program' in jobBuilder ? `${jobBuilder.version}.\n` : `Job Builder is skipped: ${jobBuilder.skipped}.\n`,
);
const found = 'program' in jobBuilder ? jobBuilder : undefined;
const folder = mkdtempSync(join(tmpdir(), 'bitesize-bench-'));
try {
  if (options.shared) await measureShared();
  else if (options.against === undefined) await measureFleets();
  else await runAgainst({ ...options, against: options.against, jobBuilder: found, folder, print });
  // Removing a million files takes minutes on some disks.
  if (options.write) writeFileSync(join(import.meta.dirname, results), printed.join(''));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Builds the command as it is now. */
function build(): void {
  execFileSync('npx', ['tsx', 'scripts/build.ts', '--no-types'], { stdio: ['ignore', 'ignore', 'inherit'] });
}

async function measureShared(): Promise<void> {
  build();
  for (const size of options.sizes) await runShared(join(folder, String(size)), size, command, print);
}

async function measureFleets(): Promise<void> {
  build();
  print(`\n${tableHead}`);
  for (const size of options.sizes) {
    const workspace = createWorkspace(join(folder, String(size)), size);
    for await (const row of bitesizeRows(workspace, options.runs(size))) add(row);
    if (found !== undefined && size <= MOST_FOR_JOB_BUILDER) {
      for await (const row of jobBuilderRows(workspace, options.runs(size), found)) add(row);
    }
  }
  print(tableNotes);
  print(`\n## Goals\n\n${tableLine(['goal', 'measured', 'met'])}${tableLine(['---', '---', '---'])}`);
  for (const { text, measured, met } of goals(rows)) {
    print(tableLine([text, measured, met === undefined ? '' : met ? 'yes' : 'no']));
  }
}

function add(row: Row): void {
  rows.push(row);
  print(rowLine(row));
}

function print(text: string): void {
  printed.push(text);
  process.stdout.write(text);
}
