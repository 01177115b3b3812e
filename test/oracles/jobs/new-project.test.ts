import { beforeAll, expect, test } from 'vitest';
import { inFolder, run, runOn, textOf } from '../../compiler/cli/run.ts';
import { jobsOf, type LoweredJobs } from '../../compiler/lower/jobs/lowered-jobs.ts';
import type { PipelineResult, StepAnswer } from '../pipeline/pipeline-scenario.ts';
import { runPipeline, stepsOf } from '../pipeline/run-pipeline.ts';
import { bashSyntaxErrors, shellcheck } from '../shell/check-shell.ts';

/*
 * What `bitesize init` writes for a repository as people have it, with its TODOs done, from the build to production: nothing
 * of it is changed by hand.
 */
const repository = {
  'web/package.json': JSON.stringify({
    name: 'web',
    scripts: { start: 'node server.js', build: 'tsc', test: 'vitest run' },
    dependencies: { express: '^4.0.0' },
  }),
  'web/package-lock.json': '{}',
  'worker/pyproject.toml': `[project]
name = "worker"
requires-python = ">=3.11"
[project.scripts]
work = "worker:main"
`,
  'worker/tests/test_worker.py': '',
  'worker/Dockerfile': 'FROM python:3.13-slim\nCOPY . /srv\nCMD ["work"]\n',
  'docker-compose.yml': `services:
  web:
    build: ./web
    ports: ["8080:3000"]
    environment: {DATABASE_URL: "postgres://shop:made-up@db/shop", REDIS_URL: "redis://cache"}
  worker: {build: ./worker, environment: {REDIS_URL: "redis://cache"}}
  db: {image: "postgres:16", environment: {POSTGRES_USER: shop, POSTGRES_PASSWORD: made-up}}
  cache: {image: "redis:7"}
`,
};

let jobs: LoweredJobs;

beforeAll(async () => {
  const said = ['--git', 'git@gitlab.com:me/shop.git', '--registry', 'registry.gitlab.com/me/shop'];
  const { host, output } = await run(['init', '--name', 'shop', ...said, '--host', 'shop.my-shop.io'], {
    files: inFolder('/project', repository),
  });
  // All that is left is a decision that keeps nothing from running.
  expect(output.match(/^to do: .*$/gm)).toEqual([expect.stringContaining('nothing backs up this pod')]);
  const checked = await runOn(host, ['check']);
  expect([checked.code, checked.output.match(/^warning.*$/gm)]).toEqual([
    0,
    ['warning[check/todo]: a comment leaves something to do'],
  ]);
  const kinds = ['build', 'application', 'environments', 'jenkins'];
  jobs = jobsOf(Object.fromEntries(kinds.map((kind) => [kind, textOf(host, `${kind}.bitesize`)])));
});

async function pipeline(
  name: string,
  params: Readonly<Record<string, string>> = {},
  answers: readonly StepAnswer[] = [],
): Promise<PipelineResult> {
  const environment = { BUILD_NUMBER: '7' };
  const result = await runPipeline({ text: jobs.script(name), params, environment, answers });
  expect({ name, ...result }).toMatchObject({ name, result: 'SUCCESS', refused: [], gstrings: [] });
  return result;
}

/** The builds that a build starts, with their parameters. */
function startedBy(result: PipelineResult): readonly (readonly [string, Record<string, string>])[] {
  return stepsOf(result, 'build').map(({ arguments: { job, parameters } }) => {
    const given = parameters as readonly { readonly name: string; readonly value: string }[];
    return [String(job), Object.fromEntries(given.map(({ name, value }) => [name, value]))];
  });
}

const commit = '0123456789abcdef0123456789abcdef01234567';
const digest = `sha256:${'a1'.repeat(32)}`;

/** A checkout, and BuildKit that has built. */
const built = [
  { step: 'checkout', returns: { GIT_COMMIT: commit, GIT_BRANCH: 'origin/main' } },
  { step: 'sh', match: 'git log', stdout: '1764460800\n' },
  { step: 'sh', match: 'containerimage.digest', stdout: `${digest}\n` },
];

const scriptsOf = (result: PipelineResult) =>
  stepsOf(result, 'sh').map(({ arguments: { script } }) => String(script));

test.each([
  ['web', 'node-22-bookworm', 'cd web\nnpm ci\nnpm run build\n'],
  ['worker', 'python-3-13-bookworm', 'cd worker\npython -m venv .venv\n'],
])('a push to %s runs its tests in %s, and builds the image of that commit', async (name, image, steps) => {
  const result = await pipeline(name, {}, built);
  const tests = stepsOf(result, 'sh').filter(({ path }) => path.includes(`container(${image})`));
  const scripts = tests.map(({ arguments: { script } }) => String(script));
  expect(scripts.map((script) => script.startsWith(steps))).toEqual([true]);
  for (const script of scripts) {
    // Jenkins runs it with `sh -xe`.
    expect(await bashSyntaxErrors(`set -e\n${script}`)).toBe('');
    expect(await shellcheck(`set -e\n${script}`)).toEqual([]);
  }
  expect(stepsOf(result, 'junit').map((call) => call.arguments.testResults)).toEqual([`${name}/junit.xml`]);
  expect(startedBy(result)).toEqual([[`${name}-docker-image`, { COMMIT: commit }]]);
});

test('a failed test builds no image', async () => {
  const answers = [...built, { step: 'sh', match: 'npm run test', exit: 1 }];
  const result = await runPipeline({ text: jobs.script('web'), answers });
  expect(result.result).toBe('FAILURE');
  expect(startedBy(result)).toEqual([]);
});

test('a push that changes nothing of a component builds nothing of it', async () => {
  const result = await runPipeline({
    text: jobs.script('worker'),
    answers: [
      { step: 'checkout', returns: { GIT_COMMIT: commit, GIT_PREVIOUS_SUCCESSFUL_COMMIT: commit } },
      { step: 'sh', match: 'git diff', exit: 0 },
    ],
  });
  expect([result.result, startedBy(result)]).toEqual(['NOT_BUILT', []]);
});

test('service-manage makes what Kubernetes itself knows, and nothing else', async () => {
  const result = await pipeline('service-manage');
  const files = stepsOf(result, 'writeFile').map((call) => String(call.arguments.text));
  const versions = files.flatMap((text) =>
    [...text.matchAll(/^apiVersion: (.*)$/gm)].map(([, found]) => found),
  );
  expect([...new Set(versions)].sort()).toEqual(['apps/v1', 'networking.k8s.io/v1', 'v1']);
  // Public images have no version of the project: nothing else deploys them.
  for (const image of ['postgres:16', 'redis:7'])
    expect(files.join('').match(new RegExp(`image: ${image}\n`, 'g'))).toHaveLength(2);
  expect(files.join('')).toContain('kind: PersistentVolumeClaim\n');
  expect(files.join('')).not.toContain('storageClassName');
});

test.each(['web', 'worker'])(
  'the image of %s goes through Development and an approval to Production, by its digest',
  async (name) => {
    const image = await pipeline(`${name}-docker-image`, { COMMIT: commit }, built);
    expect(scriptsOf(image).join('')).toContain(`name=registry.gitlab.com/me/shop/shop/${name}:"$TAG"`);
    const [promotion, ...others] = startedBy(image);
    expect(others).toEqual([]);
    expect(promotion?.[0]).toBe('environment-pipeline');

    const promoted = await pipeline('environment-pipeline', promotion?.[1]);
    const order = promoted.calls.flatMap(({ step, arguments: { job } }) =>
      step === 'build' ? [String(job)] : step === 'input' ? ['approval'] : [],
    );
    expect(order).toEqual(['Development-deploy', 'approval', 'Production-deploy']);

    for (const [job, params] of startedBy(promoted)) {
      const deployed = await pipeline(job, params);
      const manifests = stepsOf(deployed, 'writeFile').map((call) => String(call.arguments.text));
      expect(manifests).toHaveLength(1);
      expect(manifests[0]).toContain(
        `image: registry.gitlab.com/me/shop/shop/${name}:0123456789ab@${digest}\n`,
      );
      expect(manifests[0]).toContain('imagePullSecrets:');
      const [apply = '', ...more] = scriptsOf(deployed);
      expect(apply).toMatch(/^kubectl apply /m);
      expect([apply, ...more].join('')).toContain(`rollout status deployment/${name} `);
    }
  },
);
