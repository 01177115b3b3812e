import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { startJenkins } from '../../support/jenkins-server.ts';
import { jobsPerProject } from '../fleet-project.ts';
import { doubleBraces } from '../job-builder/job-builder-input.ts';
import { printInput } from '../job-builder/print-input.ts';
import { readJob } from '../job-builder/read-job.ts';
import { mapTexts } from '../job-builder/yaml.ts';
import { measure } from '../measure.ts';
import { writeLiveFleet } from './live-fleet.ts';
import { loginOfAdmin, type PlannedStep, plannedSteps, startPlanned } from './live-jenkins.ts';
import { type LiveRow, measureAsked } from './measure-asked.ts';

const command = resolve(import.meta.dirname, '../../../dist/cli.cjs');

/** Measures `plan` of projects whose jobs are all on the server, as they should be: with an empty cache, and again. */
export async function* planRows(folder: string, projects: number): AsyncGenerator<LiveRow> {
  const planFile = await writePlan(folder, projects);
  await using server = await startPlanned(planFile);
  for (const name of ['plan, cold', 'plan, nothing changed']) {
    yield await measureAsked(server, {
      name,
      program: process.execPath,
      // It ends with 4 when it would do anything.
      argv: [command, 'plan', 'projects/*', '--jenkins', server.url, '--exit-code'],
      folder,
      env: environment(folder),
      jobs: projects * jobsPerProject,
    });
  }
}

/** Measures Job Builder's `update` of the same jobs on the same server, each time with an empty cache. */
export async function* jobBuilderRows(
  folder: string,
  projects: number,
  program: string,
): AsyncGenerator<LiveRow> {
  const planFile = await writePlan(folder, projects);
  const input = join(folder, 'jobs.yaml');
  writeFileSync(input, printInput(plannedSteps(planFile).filter(isJob).map(jobBuilderJob)));
  for (const workers of [1, 8]) {
    await using server = await startPlanned(planFile);
    const settings = join(folder, 'jenkins_jobs.ini');
    const { JENKINS_USER: user, JENKINS_TOKEN: token } = loginOfAdmin;
    writeFileSync(settings, `[jenkins]\nurl=${server.url}\nuser=${user}\npassword=${token}\n`);
    yield await measureAsked(server, {
      name: workers === 1 ? 'Job Builder, update' : `Job Builder, update --workers ${workers}`,
      program,
      argv: ['--conf', settings, 'update', '--workers', String(workers), input],
      folder,
      env: { XDG_CACHE_HOME: join(folder, `job-builder-cache-${workers}`) },
      jobs: projects * jobsPerProject,
    });
  }
}

/** Writes a fleet, and the plan that makes all of it; returns the file. */
async function writePlan(folder: string, projects: number): Promise<string> {
  mkdirSync(folder, { recursive: true });
  writeLiveFleet(join(folder, 'projects'), projects);
  const planFile = join(folder, 'plan.json');
  await using empty = await startJenkins();
  const argv = [command, 'plan', 'projects/*', '--jenkins', empty.url, '--out', planFile];
  await measure(process.execPath, argv, folder, environment(folder));
  return planFile;
}

function environment(folder: string): Readonly<Record<string, string | undefined>> {
  return {
    ...loginOfAdmin,
    BITESIZE_ALLOW_PLACEHOLDERS: '1',
    BITESIZE_CACHE: undefined,
    XDG_CACHE_HOME: join(folder, 'cache'),
  };
}

function isJob({ kind }: PlannedStep): boolean {
  return kind === 'job';
}

/** Throws when Job Builder could not say what is in it. */
function jobBuilderJob({ name, after }: PlannedStep) {
  return mapTexts({ job: { name, ...readJob(after.xml) } }, doubleBraces);
}
