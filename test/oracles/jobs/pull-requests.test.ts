import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runPipeline, stepsOf } from '../pipeline/run-pipeline.ts';

/* What the pipelines of the scenarios `pull-requests` and `preview` do, run against recorded steps inside a model of the sandbox. */
const scenarios = fileURLToPath(new URL('../../compiler/lower/jobs/scenarios', import.meta.url));

function script(job: string, scenario = 'pull-requests'): string {
  return readFileSync(join(scenarios, scenario, 'output', job, 'script.groovy'), 'utf8');
}

/* What branch-api 2.1280 sets, for the names that github-branch-source 1983 gives with the traits of the source. */
const ownBranch = {
  CHANGE_ID: '7',
  CHANGE_TARGET: 'main',
  CHANGE_BRANCH: 'topic',
  BRANCH_NAME: 'PR-7-merge',
};
const fork = { CHANGE_ID: '7', CHANGE_TARGET: 'main', BRANCH_NAME: 'PR-7', CHANGE_FORK: 'somebody' };
/* `Fork(null)`: GitHub names no repository any more, and `putIfNotNull` sets no variable. */
const deletedFork = { CHANGE_ID: '7', CHANGE_TARGET: 'main', BRANCH_NAME: 'PR-7' };

const untouched = { step: 'sh', match: 'git diff', exit: 0 };
const touched = { step: 'sh', match: 'git diff', exit: 1 };

test.each([
  ['a fork', fork],
  ['a fork that was deleted', deletedFork],
  ['a fork whose job has the name of an own branch', { ...fork, BRANCH_NAME: 'PR-7-merge' }],
])('a pull request of %s runs in a pod without secrets, and gets no credential', async (_, environment) => {
  const result = await runPipeline({
    text: script('web-pull-requests'),
    environment,
    answers: [touched],
  });
  expect(result).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
  expect(stepsOf(result, 'withCredentials')).toEqual([]);
  for (const step of ['build', 'input', 'lock', 'mail']) expect(stepsOf(result, step)).toEqual([]);
  const [pod] = stepsOf(result, 'podTemplate');
  const yaml = String(pod?.arguments.yaml);
  expect(yaml).toContain('image: node:22');
  expect(yaml).not.toMatch(/secret|persistentVolumeClaim|hostPath/i);
  expect(yaml).toContain('automountServiceAccountToken: false');
  expect(stepsOf(result, 'sh').map((call) => call.arguments.script)).toEqual([
    expect.stringContaining('git diff'),
    'npm ci',
    'npm test',
  ]);
});

test('a pull request of a branch gets the secrets that the spec names, and no others', async () => {
  const result = await runPipeline({
    text: script('web-pull-requests'),
    environment: ownBranch,
    answers: [touched],
  });
  expect(result).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
  expect(JSON.stringify(stepsOf(result, 'withCredentials').map((call) => call.arguments))).toContain(
    'npm-token',
  );
  expect(script('web-pull-requests')).not.toContain('signing-key');
  expect(String(stepsOf(result, 'podTemplate')[0]?.arguments.yaml)).toContain('secretName: npmrc');
});

test('the source of the pull request is asked for what is built, which is how its result is reported', async () => {
  for (const job of [
    'web-pull-requests',
    'worker-pull-requests',
    'reports-pull-requests',
    'ledger-pull-requests',
  ]) {
    expect(script(job)).toContain('checkout(scm)');
    const result = await runPipeline({
      text: script(job),
      environment: ownBranch,
      answers: [touched],
    });
    expect(result).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
    const checkouts = stepsOf(result, 'checkout').map((call) => JSON.stringify(call.arguments));
    expect(checkouts.filter((text) => !text.includes('refs/remotes/own/'))).toHaveLength(1);
    expect(checkouts.at(-1)).not.toContain('refs/remotes/own/');
  }
});

const foreign = { step: 'sh', match: 'merge-base --is-ancestor', exit: 1 };

test.each(['pull-requests', 'preview'])(
  'of GitHub, what no branch of the repository has is not built, whatever the source says of its fork (%s)',
  async (scenario) => {
    const result = await runPipeline({
      text: script('web-pull-requests', scenario),
      environment: ownBranch,
      answers: [foreign, touched],
    });
    expect(result).toMatchObject({ result: 'FAILURE', refused: [], gstrings: [] });
    expect(stepsOf(result, 'sh').map((call) => call.arguments.script)).toEqual([
      'git merge-base --is-ancestor "refs/remotes/origin/$BRANCH_NAME" "$OWN"',
    ]);
    for (const step of ['build', 'lock']) expect(stepsOf(result, step)).toEqual([]);
  },
);

test('of GitHub, the commit is looked for in the branch of the repository itself', async () => {
  const result = await runPipeline({
    text: script('web-pull-requests'),
    environment: ownBranch,
    answers: [touched],
  });
  expect(result).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
  const [own] = stepsOf(result, 'checkout').map((call) => JSON.stringify(call.arguments));
  expect(own).toContain('+refs/heads/topic:refs/remotes/own/topic');
});

test('a fork is not looked for in the branches of the repository', async () => {
  const result = await runPipeline({
    text: script('web-pull-requests'),
    environment: { ...ownBranch, CHANGE_FORK: 'somebody' },
    answers: [foreign, touched],
  });
  expect(result).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
  expect(stepsOf(result, 'checkout')).toHaveLength(1);
});

test('the layers of a pull request are kept apart from those that the builds of the branch take', () => {
  const taken = /--import-cache \S+?:buildcache \\/;
  const kept = /--export-cache \S+?:buildcache,/;
  expect(script('storefront-docker-image', 'preview')).toMatch(taken);
  expect(script('storefront-docker-image', 'preview')).toMatch(kept);
  expect(script('web-pull-requests', 'preview')).toMatch(taken);
  expect(script('web-pull-requests', 'preview')).not.toMatch(kept);
});

test('a pull request that changes nothing of a component is a success at once', async () => {
  const result = await runPipeline({
    text: script('worker-pull-requests'),
    environment: ownBranch,
    answers: [untouched],
  });
  expect(result).toMatchObject({ result: 'SUCCESS', refused: [] });
  expect(stepsOf(result, 'sh').map((call) => call.arguments.script)).toEqual([
    expect.stringContaining('git merge-base --is-ancestor'),
    expect.stringContaining('git diff'),
  ]);
  expect(JSON.stringify(stepsOf(result, 'echo'))).toContain('there is nothing to build');
});

test('a push that changes nothing of a component is not built, and one that does is', async () => {
  const answersOf = (changed: typeof touched) => [
    changed,
    { step: 'checkout', returns: { GIT_COMMIT: 'b', GIT_PREVIOUS_SUCCESSFUL_COMMIT: 'a' } },
  ];
  const skipped = await runPipeline({ text: script('worker'), answers: answersOf(untouched) });
  expect(skipped).toMatchObject({ result: 'NOT_BUILT', refused: [] });
  expect(stepsOf(skipped, 'sh')).toHaveLength(1);
  const built = await runPipeline({ text: script('worker'), answers: answersOf(touched) });
  expect(built).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
  expect(stepsOf(built, 'sh')).toHaveLength(2);
  const byHand = await runPipeline({
    text: script('worker'),
    answers: answersOf(untouched),
    build: { causes: ['hudson.model.Cause$UserIdCause'] },
  });
  expect(byHand).toMatchObject({ result: 'SUCCESS', refused: [] });
  expect(stepsOf(byHand, 'sh').map((call) => call.arguments.script)).toEqual(['./services/worker/test']);
});

test('the first build of a component with paths builds', async () => {
  const result = await runPipeline({ text: script('worker') });
  expect(result).toMatchObject({ result: 'SUCCESS', refused: [] });
  expect(stepsOf(result, 'sh').map((call) => call.arguments.script)).toEqual(['./services/worker/test']);
});

test('a change of Gerrit is built without secrets, and without one there is nothing to build', async () => {
  const text = script('kernel-pull-requests');
  const result = await runPipeline({ text, environment: { GERRIT_REFSPEC: 'refs/changes/01/1/1' } });
  expect(result).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
  expect(JSON.stringify(stepsOf(result, 'checkout'))).toContain('refs/changes/01/1/1');
  expect(String(stepsOf(result, 'podTemplate')[0]?.arguments.yaml)).not.toMatch(/secret/i);
  expect((await runPipeline({ text })).result).toBe('FAILURE');
});

const digest = `sha256:${'a'.repeat(64)}`;
const answers = [
  touched,
  { step: 'sh', match: 'Digest', stdout: digest },
  { step: 'checkout', returns: { GIT_COMMIT: 'c'.repeat(40) } },
];

test('a pull request of a branch is deployed to its environment by digest, and tested there', async () => {
  const result = await runPipeline({
    text: script('web-pull-requests', 'preview'),
    environment: ownBranch,
    answers,
  });
  expect(result).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
  const builds = stepsOf(result, 'build');
  expect(builds.map((call) => call.arguments.job)).toEqual(['../Preview-deploy', '../Preview-smoke']);
  expect(builds.map((call) => call.path[0])).toEqual(['lock(shop: Preview)', 'lock(shop: Preview)']);
  expect(builds[0]?.arguments.parameters).toEqual([
    { symbol: 'string', name: 'front_VERSION', value: `pr-7-cccccccccccc@${digest}` },
  ]);
});

test.each([
  ['of a fork', fork, answers],
  ['of a fork that was deleted', deletedFork, answers],
  ['that changes nothing of the component', ownBranch, [untouched, ...answers]],
])('nothing is deployed for a pull request %s', async (_, environment, given) => {
  const result = await runPipeline({
    text: script('web-pull-requests', 'preview'),
    environment,
    answers: given,
  });
  expect(result).toMatchObject({ result: 'SUCCESS', refused: [] });
  expect(stepsOf(result, 'build')).toEqual([]);
  expect(stepsOf(result, 'lock')).toEqual([]);
});

test('a failed check deploys nothing', async () => {
  const result = await runPipeline({
    text: script('web-pull-requests', 'preview'),
    environment: ownBranch,
    answers: [{ step: 'sh', match: 'npm test', exit: 1 }, ...answers],
  });
  expect(result.result).toBe('FAILURE');
  expect(stepsOf(result, 'build')).toEqual([]);
});

test('checks that end unstable, as with a failed test in their results, deploy nothing', async () => {
  const text = script('web-pull-requests', 'preview');
  const unstable = text.replace(
    "sh('npm test')",
    "catchError(buildResult: 'UNSTABLE', stageResult: 'UNSTABLE') { sh('npm test') }",
  );
  expect(unstable).not.toBe(text);
  const result = await runPipeline({
    text: unstable,
    environment: { CHANGE_ID: '7', CHANGE_TARGET: 'main' },
    answers: [{ step: 'sh', match: 'npm test', exit: 1 }, ...answers],
  });
  expect(result).toMatchObject({ result: 'UNSTABLE', refused: [] });
  expect(stepsOf(result, 'build')).toEqual([]);
});
