import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { jobsPerProject } from '../fleet-project.ts';
import { findJobBuilder } from '../job-builder/find-job-builder.ts';
import { machine } from '../machine.ts';
import { tableLine } from '../table.ts';
import { liveGoals } from './live-goals.ts';
import { LATENCY } from './live-jenkins.ts';
import { jobBuilderRows, planRows } from './live-rows.ts';
import type { LiveRow } from './measure-asked.ts';

/*
 * Measures `plan` of the built command beside `update` of Jenkins Job Builder, against the Jenkins of the tests.
 *
 *   npm run bench:live              1,080 projects; Job Builder with 50 of them
 *   npm run bench:live -- 100       another number of projects
 *   npm run bench:live -- --write   what is printed becomes test/bench/live/results.md
 */
/** It makes two requests a job, one after the other: its time grows evenly. */
const PROJECTS_OF_JOB_BUILDER = 50;

const argv = process.argv.slice(2);
const projects = Number(argv.find((word) => /^\d+$/.test(word)) ?? 1080);
const printed: string[] = [];
const rows: LiveRow[] = [];

execFileSync('npx', ['tsx', 'scripts/build.ts', '--no-types'], { stdio: ['ignore', 'ignore', 'inherit'] });
const jobBuilder = findJobBuilder();
print('# A running Jenkins\n\n');
print(`${machine()}; ${jobsPerProject} jobs a project in a folder of its own, all of them on the server as the
specs have them. The server is the one of the tests, and each answer takes ${LATENCY} ms. Other work on the machine
when this began: a load of ${loadavg()[0]?.toFixed(1)}. \`npm run bench:live\` prints this again.\n\n`);
print(
  'program' in jobBuilder ? `${jobBuilder.version}.\n` : `Job Builder is skipped: ${jobBuilder.skipped}.\n`,
);
const headings = [
  'jobs',
  'what',
  's',
  'CPU s',
  'ms a job',
  'peak MB',
  'lists read',
  'configurations read',
  'uploads',
];
print(`\n${tableLine(headings)}${tableLine(headings.map(() => '---'))}`);
const folder = mkdtempSync(join(tmpdir(), 'bitesize-bench-live-'));
try {
  for await (const row of planRows(join(folder, 'plan'), projects)) add(row);
  if ('program' in jobBuilder) {
    const few = Math.min(projects, PROJECTS_OF_JOB_BUILDER);
    for await (const row of jobBuilderRows(join(folder, 'job-builder'), few, jobBuilder.program)) add(row);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
print(`
CPU s is that of the command, without the server. Job Builder has fewer jobs than \`plan\`: it makes two requests a job,
one after the other, so that its time grows evenly, and the goals compare the time of a job. All rows are of one run.

## Goals

${tableLine(['goal', 'measured', 'met'])}${tableLine(['---', '---', '---'])}`);
for (const { text, measured, met } of liveGoals(rows, projects)) {
  print(tableLine([text, measured, met === undefined ? '' : met ? 'yes' : 'no']));
}
if (argv.includes('--write')) writeFileSync(join(import.meta.dirname, 'results.md'), printed.join(''));

function add(row: LiveRow): void {
  rows.push(row);
  const { jobs, name, seconds, cpuSeconds, memory, lists, configs, writes } = row;
  print(
    tableLine([
      String(jobs),
      name,
      seconds.toFixed(2),
      cpuSeconds.toFixed(2),
      ((seconds * 1000) / jobs).toFixed(2),
      memory === undefined ? '' : (memory / 1e6).toFixed(0),
      String(lists),
      String(configs),
      String(writes),
    ]),
  );
}

function print(text: string): void {
  printed.push(text);
  process.stdout.write(text);
}
