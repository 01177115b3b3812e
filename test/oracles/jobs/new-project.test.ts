import { beforeAll, expect, test } from 'vitest';
import { inFolder, run, runOn, textOf } from '../../compiler/cli/run.ts';
import { bare, jobsOf, type LoweredJobs } from '../../compiler/lower/jobs/lowered-jobs.ts';
import type { PipelineResult } from '../pipeline/pipeline-scenario.ts';
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
): Promise<PipelineResult> {
  const result = await runPipeline({ text: jobs.script(name), params, environment: { BUILD_NUMBER: '7' } });
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

test('the builds are shell that runs, and their packages start the jobs of the images', async () => {
  for (const name of ['web', 'worker']) {
    expect(jobs.shell(name).length).toBeGreaterThan(1);
    for (const step of jobs.shell(name)) {
      // Jenkins runs them with `sh -xe`.
      const script = `set -e\n${step}`;
      expect(await bashSyntaxErrors(script)).toBe('');
      expect(await shellcheck(script)).toEqual([]);
    }
    expect(JSON.stringify(bare(jobs.pipeline(`${name}-docker-image`).triggers))).toContain(name);
  }
});

test('service-manage makes what Kubernetes itself knows, and nothing else', async () => {
  const result = await pipeline('service-manage');
  const files = stepsOf(result, 'writeFile').map((call) => String(call.arguments.text));
  const versions = files.flatMap((text) =>
    [...text.matchAll(/^apiVersion: (.*)$/gm)].map(([, found]) => found),
  );
  expect([...new Set(versions)].sort()).toEqual(['networking.k8s.io/v1', 'v1']);
  expect(files.join('')).toContain('kind: PersistentVolumeClaim\n');
  expect(files.join('')).not.toContain('storageClassName');
});

test.each(['web', 'worker', 'db', 'cache'])(
  'the image of %s goes through Development and an approval to Production',
  async (name) => {
    const image = await pipeline(`${name}-docker-image`);
    const pushed = stepsOf(image, 'sh').map(({ arguments: { script } }) => String(script));
    expect(pushed.at(-1)).toMatch(
      new RegExp(`^docker push registry\\.gitlab\\.com/me/shop/shop/${name}:\\S+-"\\$BUILD_NUMBER"$`),
    );
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
      expect(manifests[0]).toMatch(
        new RegExp(`image: registry\\.gitlab\\.com/me/shop/shop/${name}:\\S+-7\n`),
      );
      expect(manifests[0]).toContain('imagePullSecrets:');
      const scripts = stepsOf(deployed, 'sh').map(({ arguments: { script } }) => String(script));
      expect(scripts[0]).toMatch(/^kubectl apply /m);
      expect(scripts.join('')).toContain(`rollout status deployment/${name} `);
    }
  },
);
