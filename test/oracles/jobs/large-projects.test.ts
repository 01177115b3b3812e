import { expect, test } from 'vitest';
import { jobsOf } from '../../compiler/lower/jobs/lowered-jobs.ts';
import { runPipeline, stepsOf } from '../pipeline/run-pipeline.ts';

const many = Array.from({ length: 250 }, (_, index) => index + 1);

function list(entry: (number: number) => string): string {
  return many.map((number) => `      - ${entry(number)}\n`).join('');
}

const application = `project: big
applications:
${many.map((number) => `  - {name: app${number}, runtime: "node:20", version: "1", command: x}\n`).join('')}`;

test('an environment with hundreds of services and tests has scripts that the JVM takes', async () => {
  const jobs = jobsOf({
    application,
    environments: `project: big
environments:
  - name: dev
    services:
${list((number) => `{name: app${number}, env: [{name: TEXT, value: "${'x'.repeat(200)}"}]}`)}    tests:
${list((number) => `{name: t${number}, commands: [{shell: ./t}]}`)}`,
  });
  const params = Object.fromEntries(many.map((number) => [`app${number}_VERSION`, `1-${number}`]));
  const deploy = await runPipeline({ text: jobs.script('dev-deploy'), params });
  expect(deploy).toMatchObject({ result: 'SUCCESS', refused: [] });
  expect(stepsOf(deploy, 'writeFile').at(-1)?.arguments.text).toContain('app250:1-250\n');
  // Each is applied and waited for, and what engines of before made is taken over at once.
  expect(stepsOf(deploy, 'sh')).toHaveLength(501);
  const failed = await runPipeline({
    text: jobs.script('dev-deploy'),
    params,
    answers: [{ step: 'sh', match: 'status deployment/app2', exit: 1, times: 2 }],
  });
  expect(failed.error?.message).toBe('Not rolled out: app2, app20');
  const promotion = await runPipeline({ text: jobs.script('environment-pipeline'), params });
  expect(promotion).toMatchObject({ result: 'SUCCESS', refused: [] });
  expect(stepsOf(promotion, 'build')).toHaveLength(251);
  expect(stepsOf(promotion, 'build')[0]?.arguments.parameters).toHaveLength(250);
});

test('a project with hundreds of environments has scripts that the JVM takes', async () => {
  const environments = many.map(
    (number) =>
      `  - {name: e${number}, deployment: {mode: ${number % 2 ? 'auto' : 'manual'}}, services: [{name: app1}]}\n`,
  );
  const jobs = jobsOf({ application, environments: `project: big\nenvironments:\n${environments.join('')}` });
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
  // Applied, taken over, looked at for what left the specs.
  expect(stepsOf(manage, 'sh')).toHaveLength(750);
});
