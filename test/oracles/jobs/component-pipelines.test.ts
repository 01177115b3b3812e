import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { jobsOf } from '../../compiler/lower/jobs/lowered-jobs.ts';
import { runPipeline, stepsOf } from '../pipeline/run-pipeline.ts';

const input = (name: string) =>
  readFileSync(
    new URL(`../../compiler/lower/jobs/scenarios/containers/input/${name}.bitesize`, import.meta.url),
    'utf8',
  );
const { script } = jobsOf({ build: input('build'), jenkins: input('jenkins') });
const web = script('shop/web');
const environment = { BUILD_NUMBER: '7', JOB_NAME: 'shop/web', BUILD_URL: 'https://ci/7/' };

test('each step runs in its container, with the variables, the secrets and what was checked out', async () => {
  const result = await runPipeline({ text: web, environment });
  expect(result).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
  const [checkout] = stepsOf(result, 'checkout');
  expect(checkout?.arguments).toEqual({
    symbol: 'scmGit',
    branches: [{ name: 'main' }],
    userRemoteConfigs: [{ url: 'git@github.com:example/web.git', credentialsId: 'seed-job-key' }],
  });
  const places = stepsOf(result, 'sh').map(({ path, arguments: { script: text } }) => [
    path.filter((block) => /^(node|container|stage)/.test(block)).join(' '),
    String(text).split('\n')[0],
  ]);
  expect(places).toEqual([
    [
      'node(pod-of-this-build) container(node-22) stage(Dependencies)',
      '# Build dependencies: Debian packages.',
    ],
    ['node(pod-of-this-build) container(node-22) stage(Build)', 'npm ci'],
    ['node(pod-of-this-build) container(node-22) stage(Build)', 'npm test'],
    [
      'node(pod-of-this-build) container(node-22) stage(Build) container(python-3-13)',
      'python3 tools/report.py',
    ],
    ['node(pod-of-this-build) container(node-22) stage(Build) container(jnlp)', 'dpkg-buildpackage'],
    [
      'node(pod-of-this-build) stage(Publish)',
      '# Publishes the Debian packages of this build to the apt repository.',
    ],
  ]);
  const [step] = stepsOf(result, 'sh');
  expect(step?.environment).toMatchObject({
    NODE_ENV: 'production',
    LABEL: '7-$x',
    NPM_TOKEN: 'secret of npm-token',
    GIT_COMMIT: '0'.repeat(40),
    GIT_BRANCH: 'origin/main',
  });
  expect(step?.environment).not.toHaveProperty('GIT_PREVIOUS_COMMIT');
  expect(stepsOf(result, 'mail')).toEqual([]);
});

test('a failed step keeps what there is, publishes nothing, and is told by mail', async () => {
  const answers = [{ step: 'sh', match: 'npm ci', exit: 1 }];
  const result = await runPipeline({ text: web, environment, answers });
  expect(result).toMatchObject({ result: 'FAILURE', refused: [] });
  expect(stepsOf(result, 'sh')).toHaveLength(2);
  expect(stepsOf(result, 'archiveArtifacts').map((call) => call.arguments)).toEqual([
    { artifacts: 'out/*.deb', allowEmptyArchive: true },
    { artifacts: 'dist/**', allowEmptyArchive: true },
  ]);
  expect(stepsOf(result, 'mail')).toHaveLength(1);
});

test('a build that made nothing of what is kept fails, and publishes nothing', async () => {
  const answers = [{ step: 'archiveArtifacts', match: 'dist', error: 'No artifacts found' }];
  const result = await runPipeline({ text: web, environment, answers });
  expect(result.result).toBe('FAILURE');
  expect(stepsOf(result, 'archiveArtifacts')[0]?.arguments.allowEmptyArchive).toBe(false);
  expect(stepsOf(result, 'sh').at(-1)?.arguments.script).toBe('dpkg-buildpackage');
});

test('a build that takes too long keeps what there is', async () => {
  const answers = [{ step: 'timeout', abort: true }];
  const result = await runPipeline({ text: web, environment, answers });
  expect(result.result).toBe('ABORTED');
  expect(stepsOf(result, 'archiveArtifacts')).toHaveLength(2);
  expect(stepsOf(result, 'sh').filter(({ path }) => path.includes('stage(Publish)'))).toEqual([]);
});

test('a container of the agent needs no pod of its own', async () => {
  const result = await runPipeline({ text: script('shop/api'), environment: { LEVEL: 'debug' } });
  expect(result).toMatchObject({ result: 'SUCCESS', refused: [] });
  expect(stepsOf(result, 'podTemplate')).toEqual([]);
  expect(
    stepsOf(result, 'sh').map(({ path, arguments: { script: text } }) => [path.at(-3), path.at(-2), text]),
  ).toEqual([
    ['timeout(30)', 'container(maven)', 'mvn --batch-mode verify'],
    ['timeout(30)', 'container(maven)', "./gradlew --info build '-Pname=a b' $LEVEL"],
  ]);
});
