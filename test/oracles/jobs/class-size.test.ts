import { expect, test } from 'vitest';
import {
  componentConstants,
  deployConstants,
  manageConstants,
  promotionConstants,
} from '../../../compiler/lower/jobs/class-size.ts';
import { jobsOf, type LoweredJobs } from '../../compiler/lower/jobs/lowered-jobs.ts';
import { compileCps } from '../groovy/compile-cps.ts';

/* What the compiler thinks of the size of a class is what the transformer makes of it, or a little more. */
async function judge(jobs: LoweredJobs, name: string, guess: number): Promise<void> {
  const { errors, constants } = await compileCps(jobs.script(name));
  expect(errors).toEqual([]);
  expect(guess).toBeGreaterThanOrEqual(constants);
  expect(guess).toBeLessThan(1500 + constants * 1.25);
}

const numbers = (size: number) => Array.from({ length: size }, (_, index) => index + 1);
const lines = (size: number, entry: (number: number) => string) => numbers(size).map(entry).join('');
const applications = (size: number) =>
  `project: big\napplications:\n${lines(size, (number) => `  - {name: app${number}, runtime: "node:20", version: "1", command: x}\n`)}`;

test.each([
  [false, 0, 1],
  [true, 0, 1],
  [false, 1, 5],
  [true, 5, 3],
])('environments of which manual is %j, with %i tests and %i services', async (manual, tests, services) => {
  const size = 200;
  const jobs = jobsOf({
    application: applications(1),
    environments: `project: big\nenvironments:\n${lines(
      size,
      (number) => `  - name: e${number}
    deployment: {mode: ${manual ? 'manual' : 'auto'}}
    services: [${numbers(services).map((service) => `{name: s${service}, application: app1}`)}]
    tests: [${numbers(tests).map((each) => `{name: t${each}, commands: [{shell: x}]}`)}]
`,
    )}`,
  });
  const stop = { manual, services: numbers(services), tests: numbers(tests) };
  await judge(jobs, 'environment-pipeline', promotionConstants(1, Array(size).fill(stop)));
  await judge(jobs, 'service-manage', manageConstants(size, 0));
});

test.each([
  ['{}', 1],
  ['{method: bluegreen, active: blue}', 2],
] as const)('services under %s', async (deployment, rollouts) => {
  const size = 1000;
  const jobs = jobsOf({
    application: applications(1),
    environments: `project: big\nenvironments:\n  - name: dev\n    deployment: ${deployment}\n    services:\n${lines(size, (number) => `      - {name: s${number}, application: app1}\n`)}`,
  });
  await judge(jobs, 'dev-deploy', deployConstants(rollouts * size));
});

test('environments with a live colour', async () => {
  const size = 200;
  const jobs = jobsOf({
    application: applications(1),
    environments: `project: big\nenvironments:\n${lines(size, (number) => `  - name: e${number}\n    deployment: {method: bluegreen, active: blue}\n    services: [{name: s, application: app1}]\n`)}`,
  });
  await judge(jobs, 'service-manage', manageConstants(size, size));
});

test.each([
  [
    'steps in a container',
    { steps: 1000, scripts: 0, variables: 0, artifacts: 0 },
    (number: number) => `{shell: echo ${number}, container: jnlp}`,
  ],
  [
    'scripts',
    { steps: 0, scripts: 1000, variables: 0, artifacts: 0 },
    (number: number) => `{shell: "a${number}\\nb", container: jnlp}`,
  ],
  [
    'variables',
    { steps: 0, scripts: 0, variables: 1000, artifacts: 0 },
    (number: number) => `{shell: echo ${number}}`,
  ],
  [
    'artifacts',
    { steps: 0, scripts: 0, variables: 0, artifacts: 1000 },
    (number: number) => `{shell: echo ${number}}`,
  ],
  [
    'some of each',
    { steps: 10, scripts: 0, variables: 10, artifacts: 10 },
    (number: number) => `{shell: echo ${number}}`,
  ],
] as const)('a component with many %s', async (_, size, step) => {
  const jobs = jobsOf({
    build: `project: big
components:
  - name: web
    container: jnlp
    build:
${lines(size.steps + size.scripts, (number) => `      - ${step(number)}\n`)}    env:
${lines(size.variables, (number) => `      - {name: V${number}, value: value ${number}}\n`)}    artifacts:
${lines(size.artifacts, (number) => `      - {location: out/${number}}\n`)}`,
  });
  await judge(jobs, 'web', componentConstants(size));
});
