import { expect, test } from 'vitest';
import { jobsOf } from '../../compiler/lower/jobs/lowered-jobs.ts';
import { shop } from '../../compiler/lower/jobs/shop.ts';
import type { PipelineResult, PipelineScenario } from '../pipeline/pipeline-scenario.ts';
import { runPipeline } from '../pipeline/run-pipeline.ts';

const script = jobsOf(shop).script('environment-pipeline');
const report = jobsOf({
  ...shop,
  jenkins: 'project: shop\njenkins: {pipeline: {tests: report}}\n',
}).script('environment-pipeline');

async function run(scenario: Partial<PipelineScenario> = {}): Promise<PipelineResult> {
  const result = await runPipeline({
    text: script,
    params: { web_app_VERSION: '1.10-7', api_VERSION: '' },
    ...scenario,
  });
  expect(result.refused).toEqual([]);
  expect(result.gstrings).toEqual([]);
  return result;
}

/** What was started or asked, in order. */
function story({ calls }: PipelineResult): readonly unknown[] {
  return calls.flatMap(({ step, arguments: given }): unknown[] => {
    if (step === 'build') return [given.wait === false ? `${given.job} (no wait)` : given.job];
    if (step === 'input') return [given.message];
    return step === 'milestone' ? [`milestone ${given.ordinal}`] : [];
  });
}

const whole = [
  'Development-deploy',
  'Development-smoke',
  'Development-load',
  'Staging-deploy',
  'Deploy to Production? web_app_VERSION 1.10-7',
  'milestone 1',
  'Production-deploy',
  'Production-smoke',
];

test('goes through the environments in file order, and asks before the manual one', async () => {
  const result = await run();
  expect(result.result).toBe('SUCCESS');
  expect(story(result)).toEqual(whole);
});

test('hands each service the version of its application; an empty one keeps what runs', async () => {
  const { calls } = await run();
  const given = (job: string) =>
    calls.find(({ arguments: { job: name } }) => name === job)?.arguments.parameters;
  expect(given('Development-deploy')).toEqual([
    { symbol: 'string', name: 'front_VERSION', value: '1.10-7' },
    { symbol: 'string', name: 'api_VERSION', value: '' },
  ]);
  // The spec pins the version of cache.
  expect(given('Production-deploy')).toEqual([
    { symbol: 'string', name: 'front_VERSION', value: '1.10-7' },
    { symbol: 'string', name: 'api_VERSION', value: '' },
  ]);
});

test.each([{}, { web_app_VERSION: '', api_VERSION: 'latest' }])(
  'with the parameters %j nothing is started, and nobody is asked',
  async (params) => {
    const result = await run({ params });
    expect(result.result).toBe('SUCCESS');
    expect(result.calls.map(({ step, arguments: given }) => [step, given.message])).toEqual([
      ['echo', 'No version is given: everything stays as it is.'],
    ]);
  },
);

test('without a version, those that only a deploy job brings are still taken along', async () => {
  const pinned = jobsOf({
    ...shop,
    environments: `project: shop
environments:
  - name: Live
    deployment: {method: bluegreen, active: green}
    services: [{name: front, application: web-app, version: "4"}]
`,
  }).script('environment-pipeline');
  expect(story(await run({ text: pinned, params: {} }))).toEqual(['Live-deploy']);
});

test('holds an environment until its tests are over, and nothing while somebody decides', async () => {
  const { calls } = await run();
  const path = (match: (given: Readonly<Record<string, unknown>>) => boolean) =>
    calls.find(({ arguments: given }) => match(given))?.path;
  expect(path(({ job }) => job === 'Development-load')).toEqual([
    'lock(shop: Development)',
    'stage(Development test)',
  ]);
  expect(path(({ message }) => String(message).startsWith('Deploy to'))).toEqual([
    'stage(Production approval)',
    'timeout(30)',
  ]);
  expect(calls.some(({ step }) => step === 'node')).toBe(false);
});

test('a failing test keeps the version out of the next environment', async () => {
  for (const result of ['FAILURE', 'UNSTABLE'] as const) {
    const failed = await run({ answers: [{ step: 'build', match: 'Development-smoke', result }] });
    expect(failed.result).toBe(result);
    expect(story(failed)).toEqual(whole.slice(0, 2));
  }
});

test('a failing deployment ends the run', async () => {
  const failed = await run({ answers: [{ step: 'build', match: 'Staging-deploy', result: 'FAILURE' }] });
  expect(failed.result).toBe('FAILURE');
  expect(story(failed)).toEqual(whole.slice(0, 4));
});

test('tests that only report are not waited for', async () => {
  const result = await run({ text: report });
  expect(result.result).toBe('SUCCESS');
  expect(story(result)).toContain('Development-smoke (no wait)');
  expect(story(result)).toContain('Production-deploy');
});

test('only submitters may approve', async () => {
  const { calls } = await run();
  expect(calls.find(({ step }) => step === 'input')?.arguments).toEqual({
    message: 'Deploy to Production? web_app_VERSION 1.10-7',
    ok: 'Deploy',
    submitter: 'alice,ops',
  });
});

test('nothing is deployed when the approval is refused or comes too late', async () => {
  for (const step of ['input', 'timeout']) {
    const ended = await run({ answers: [{ step, abort: true }] });
    expect(ended.result).toBe('ABORTED');
    expect(story(ended)).toEqual(whole.slice(0, 5));
  }
});

test('a newer run that is approved brings what an older one waits with, and ends it', async () => {
  const older = {
    number: 3,
    buildVariables: {
      WAITS_FOR: 'Production',
      WAITS_WITH: 'web_app_VERSION=1.9-6 api_VERSION=2-4 gone_VERSION=1',
    },
    previousBuildInProgress: {
      number: 2,
      buildVariables: { WAITS_FOR: 'Production', WAITS_WITH: 'api_VERSION=2-3' },
      previousBuildInProgress: {
        number: 1,
        buildVariables: { WAITS_FOR: '', WAITS_WITH: 'api_VERSION=2-1' },
      },
    },
  };
  const result = await run({ build: { number: 4, previousBuildInProgress: older } });
  expect(result.result).toBe('SUCCESS');
  expect(story(result)).toContain('Deploy to Production? web_app_VERSION 1.10-7, api_VERSION 2-4');
  const deploys = result.calls.filter(({ step }) => step === 'build').map(({ arguments: given }) => given);
  expect(deploys.find(({ job }) => job === 'Staging-deploy')?.parameters).toEqual([
    { symbol: 'string', name: 'front_VERSION', value: '1.10-7' },
  ]);
  expect(deploys.find(({ job }) => job === 'Production-deploy')?.parameters).toEqual([
    { symbol: 'string', name: 'front_VERSION', value: '1.10-7' },
    { symbol: 'string', name: 'api_VERSION', value: '2-4' },
  ]);
});

test.each(['1; rm -rf /', '$(id)', "1'", '-1', 'a b', '1\n2', 'x'.repeat(64)])(
  'the version %j is refused before anything is started',
  async (version) => {
    const refused = await run({ params: { web_app_VERSION: version } });
    expect(refused.result).toBe('FAILURE');
    expect(refused.error?.message).toContain('web_app_VERSION is not a version');
    expect(story(refused)).toEqual([]);
  },
);
