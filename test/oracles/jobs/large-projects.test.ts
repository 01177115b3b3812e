import { expect, test } from 'vitest';
import { jobsOf, type LoweredJobs } from '../../compiler/lower/jobs/lowered-jobs.ts';
import { compileCps } from '../groovy/compile-cps.ts';
import { runPipeline, stepsOf } from '../pipeline/run-pipeline.ts';

const upTo = (size: number) => Array.from({ length: size }, (_, index) => index + 1);

function list(size: number, entry: (number: number) => string): string {
  return upTo(size)
    .map((number) => `      - ${entry(number)}\n`)
    .join('');
}

const applications = (size: number) =>
  `project: big\napplications:\n${list(size, (number) => `{name: app${number}, runtime: "node:20", version: "1", command: x}`)}`;

/** As many applications, each with a service in an environment that deploys by itself and in one that asks. */
function project(size: number): LoweredJobs {
  return jobsOf({
    application: applications(size),
    environments: `project: big
environments:
  - name: dev
    services:
${list(size, (number) => `{name: app${number}, env: [{name: TEXT, value: "${'x'.repeat(200)}"}]}`)}    tests:
${list(size, (number) => `{name: t${number}, commands: [{shell: ./t}]}`)}  - name: live
    deployment: {mode: manual}
    services:
${list(size, (number) => `{name: app${number}}`)}`,
  });
}

const versionsOf = (size: number) =>
  Object.fromEntries(upTo(size).map((number) => [`app${number}_VERSION`, `1-${number}`]));

test.each([1, 100, 251, 1000])('the pipelines of %i applications compile in Jenkins', async (size) => {
  const jobs = project(size);
  for (const name of [
    'environment-pipeline',
    'dev-deploy',
    'live-deploy',
    'service-manage',
    'app1-docker-image',
  ])
    expect((await compileCps(jobs.script(name))).errors).toEqual([]);
});

test.each([1, 251, 1000])('the pipelines of %i applications do what they should', async (size) => {
  const jobs = project(size);
  const params = versionsOf(size);
  const deploy = await runPipeline({ text: jobs.script('dev-deploy'), params });
  expect(deploy).toMatchObject({ result: 'SUCCESS', refused: [] });
  expect(stepsOf(deploy, 'writeFile').at(-1)?.arguments.text).toContain(`app${size}:1-${size}\n`);
  // Each is applied and waited for; once for all, the fields of an older field manager are let go.
  expect(stepsOf(deploy, 'sh')).toHaveLength(2 * size + 1);
  const promotion = await runPipeline({ text: jobs.script('environment-pipeline'), params });
  expect(promotion).toMatchObject({ result: 'SUCCESS', refused: [] });
  const [question] = stepsOf(promotion, 'input');
  expect(question?.arguments.message).toBe(
    `Deploy to live? ${upTo(size)
      .map((number) => `app${number}_VERSION 1-${number}`)
      .join(', ')}`,
  );
  const builds = stepsOf(promotion, 'build');
  expect(builds).toHaveLength(size + 2);
  for (const build of [builds[0], builds.at(-1)])
    expect(build?.arguments.parameters).toEqual(
      upTo(size).map((number) => ({
        symbol: 'string',
        name: `app${number}_VERSION`,
        value: `1-${number}`,
      })),
    );
});

test('of many services, those that are not rolled out are named', async () => {
  const failed = await runPipeline({
    text: project(250).script('dev-deploy'),
    params: versionsOf(250),
    answers: [{ step: 'sh', match: 'status deployment/app2', exit: 1, times: 2 }],
  });
  expect(failed.error?.message).toBe('Not rolled out: app2, app20');
});

test('a project with hundreds of environments has scripts that the JVM takes', async () => {
  const many = upTo(250);
  const environments = many.map(
    (number) =>
      `  - {name: e${number}, deployment: {mode: ${number % 2 ? 'auto' : 'manual'}}, services: [{name: app1}]}\n`,
  );
  const jobs = jobsOf({
    application: applications(1),
    environments: `project: big\nenvironments:\n${environments.join('')}`,
  });
  const params = { app1_VERSION: '2' };
  const promotion = await runPipeline({ text: jobs.script('environment-pipeline'), params });
  expect(promotion).toMatchObject({ result: 'SUCCESS', refused: [] });
  expect(stepsOf(promotion, 'build').map(({ arguments: { job } }) => job)).toEqual(
    many.map((number) => `e${number}-deploy`),
  );
  expect(stepsOf(promotion, 'milestone').map(({ arguments: { ordinal } }) => ordinal)).toEqual(
    many.slice(0, 125),
  );
  const manage = await runPipeline({ text: jobs.script('service-manage') });
  expect(manage).toMatchObject({ result: 'SUCCESS', refused: [] });
  expect(stepsOf(manage, 'sh')).toHaveLength(750);
  for (const name of ['environment-pipeline', 'service-manage'])
    expect((await compileCps(jobs.script(name))).errors).toEqual([]);
});
