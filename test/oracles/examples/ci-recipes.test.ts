import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { runPipeline } from '../pipeline/run-pipeline.ts';
import { shellcheck } from '../shell/check-shell.ts';

/* What outside programs say about examples/ci. Their shell steps are run by test/ci-recipes. */
const recipe = (name: string) =>
  readFileSync(fileURLToPath(new URL(`../../../examples/ci/${name}`, import.meta.url)), 'utf8');

const jenkinsfile = () =>
  runPipeline({
    text: recipe('Jenkinsfile'),
    environment: { CHANGE_ID: '1', CHANGE_TARGET: 'main', BRANCH_NAME: 'PR-1' },
    extraSteps: ['recordIssues', 'checkStyle'],
  });

test('the Jenkinsfile runs its stages in the sandbox', async () => {
  const run = await jenkinsfile();
  expect(run).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
  expect(run.calls.filter(({ step }) => step === 'sh').map(({ path }) => path.at(-1))).toEqual([
    'stage(Install)',
    'stage(Check)',
    'stage(Diff)',
    'stage(Compile)',
  ]);
});

const shells: readonly [string, () => Promise<readonly string[]> | readonly string[]][] = [
  ['gerrit.sh', () => [recipe('gerrit.sh')]],
  [
    'Jenkinsfile',
    async () =>
      (await jenkinsfile()).calls
        .filter(({ step }) => step === 'sh')
        .map(({ arguments: given }) => String(given.script)),
  ],
  [
    'github-workflow.yml',
    () => {
      const { jobs } = load(recipe('github-workflow.yml')) as {
        jobs: { bitesize: { steps: { run?: string }[] } };
      };
      return jobs.bitesize.steps.flatMap(({ run }) => run ?? []);
    },
  ],
  [
    'gitlab-ci.yml',
    // GitLab runs all lines in one shell.
    () => [(load(recipe('gitlab-ci.yml')) as { bitesize: { script: string[] } }).bitesize.script.join('\n')],
  ],
];

test.each(shells)('shellcheck finds nothing in the steps of %s', async (_, scripts) => {
  const texts = await scripts();
  expect(texts).not.toEqual([]);
  for (const text of texts) expect(await shellcheck(text)).toEqual([]);
});
