import { expect, test } from 'vitest';
import { jobsOf } from '../../compiler/lower/jobs/lowered-jobs.ts';
import { compileCps } from '../groovy/compile-cps.ts';
import type { StepAnswer } from '../pipeline/pipeline-scenario.ts';
import { runPipeline, stepsOf } from '../pipeline/run-pipeline.ts';

const text = jobsOf({
  build: `project: shop
components:
  - name: web
    repository: {git: https://git.acme.org/web.git}
    container: node
    build: [{shell: npm test}]
    test_results: ["junit/*.xml", ./more.xml]
    coverage: [{type: lcov, location: coverage/lcov.info}, {type: go}]
    artifacts: [{location: out/*.zip}]
    publish: [{type: npm, url: https://npm.acme.org/, credentials: token}]
`,
  jenkins:
    'project: shop\njenkins: {credentials: [{id: token, type: secret-text}], agents: [{name: generic, containers: [{name: node, image: node:22}]}]}\n',
}).script('web');

const run = (...answers: readonly StepAnswer[]) =>
  runPipeline({ text, answers, extraSteps: ['junit', 'recordCoverage'] });

test('results are read after the steps, and then what was built is published', async () => {
  const result = await run();
  expect(result).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
  const steps = result.calls.map(({ step }) => step);
  expect(
    steps.filter((step) => /^(sh|junit|recordCoverage|archiveArtifacts|withCredentials)$/.test(step)),
  ).toEqual(['sh', 'recordCoverage', 'junit', 'archiveArtifacts', 'withCredentials', 'sh']);
  expect(stepsOf(result, 'junit')[0]?.arguments).toMatchObject({
    testResults: 'junit/*.xml,more.xml',
    allowEmptyResults: false,
  });
  expect(stepsOf(result, 'recordCoverage')[0]?.arguments).toEqual({
    failOnError: true,
    enabledForFailure: true,
    tools: [
      { parser: 'LCOV', pattern: 'coverage/lcov.info' },
      { parser: 'GO_COV', pattern: '' },
    ],
  });
  const [build, publish] = stepsOf(result, 'sh');
  expect(Object.keys(build?.environment ?? {})).not.toContain('PUBLISH_1_TOKEN');
  expect(Object.keys(publish?.environment ?? {})).toContain('PUBLISH_1_TOKEN');
  expect(publish?.path.slice(-3)).toEqual(['stage(Publish)', 'withCredentials()', 'container(node)']);
});

test('results of a failed build are read, too, if there are any, and nothing is published', async () => {
  const result = await run({ step: 'sh', match: 'npm test', exit: 1 });
  expect(result).toMatchObject({ result: 'FAILURE', refused: [] });
  expect(stepsOf(result, 'junit')[0]?.arguments).toMatchObject({ allowEmptyResults: true });
  expect(stepsOf(result, 'recordCoverage')[0]?.arguments).toMatchObject({ failOnError: false });
  expect(stepsOf(result, 'sh')).toHaveLength(1);
});

test('a build without results is a failure', async () => {
  const result = await run({ step: 'junit', error: 'No test report files were found. Configuration error?' });
  expect(result.result).toBe('FAILURE');
  expect(stepsOf(result, 'sh')).toHaveLength(1);
});

test('Jenkins compiles it', async () => {
  expect((await compileCps(text)).errors).toEqual([]);
});
