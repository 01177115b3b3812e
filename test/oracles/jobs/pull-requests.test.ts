import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runPipeline, stepsOf } from '../pipeline/run-pipeline.ts';

/* What the pipelines of the scenario `pull-requests` do, run against recorded steps inside a model of the sandbox. */
const output = fileURLToPath(
  new URL('../../compiler/lower/jobs/scenarios/pull-requests/output', import.meta.url),
);

function script(job: string): string {
  return readFileSync(join(output, job, 'script.groovy'), 'utf8');
}

const untouched = { step: 'sh', match: 'git diff', value: 0 };
const touched = { step: 'sh', match: 'git diff', value: 1 };

test('a pull request of a fork runs in a pod without secrets, and gets no credential', async () => {
  const result = await runPipeline({
    text: script('web-pull-requests'),
    environment: { CHANGE_ID: '7', CHANGE_TARGET: 'main', CHANGE_FORK: 'somebody' },
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
    environment: { CHANGE_ID: '7', CHANGE_TARGET: 'main' },
    answers: [touched],
  });
  expect(result).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
  expect(JSON.stringify(stepsOf(result, 'withCredentials').map((call) => call.arguments))).toContain('npm-token');
  expect(script('web-pull-requests')).not.toContain('signing-key');
  expect(String(stepsOf(result, 'podTemplate')[0]?.arguments.yaml)).toContain('secretName: npmrc');
});

test('the source of the pull request is asked for what is built, which is how its result is reported', async () => {
  for (const job of ['web-pull-requests', 'worker-pull-requests', 'reports-pull-requests', 'ledger-pull-requests']) {
    expect(script(job)).toContain('checkout(scm)');
    const result = await runPipeline({
      text: script(job),
      environment: { CHANGE_ID: '1', CHANGE_TARGET: 'main' },
      answers: [touched],
    });
    expect(result).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
    expect(stepsOf(result, 'checkout')).toHaveLength(1);
  }
});

test('a pull request that changes nothing of a component is a success at once', async () => {
  const result = await runPipeline({
    text: script('worker-pull-requests'),
    environment: { CHANGE_ID: '7', CHANGE_TARGET: 'main' },
    answers: [untouched],
  });
  expect(result).toMatchObject({ result: 'SUCCESS', refused: [] });
  expect(stepsOf(result, 'sh')).toHaveLength(1);
  expect(JSON.stringify(stepsOf(result, 'echo'))).toContain('there is nothing to build');
});

test('a push that changes nothing of a component is not built, and one that does is', async () => {
  const answersOf = (changed: typeof touched) => [
    changed,
    { step: 'checkout', value: { GIT_COMMIT: 'b', GIT_PREVIOUS_SUCCESSFUL_COMMIT: 'a' } },
  ];
  const skipped = await runPipeline({ text: script('worker'), answers: answersOf(untouched) });
  expect(skipped).toMatchObject({ result: 'NOT_BUILT', refused: [] });
  expect(stepsOf(skipped, 'sh')).toHaveLength(1);
  const built = await runPipeline({ text: script('worker'), answers: answersOf(touched) });
  expect(built).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
  expect(stepsOf(built, 'sh')).toHaveLength(2);
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
