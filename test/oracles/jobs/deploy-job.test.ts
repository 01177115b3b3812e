import { expect, test } from 'vitest';
import { jobsOf } from '../../compiler/lower/jobs/lowered-jobs.ts';
import { shop } from '../../compiler/lower/jobs/shop.ts';
import type { PipelineResult, PipelineScenario } from '../pipeline/pipeline-scenario.ts';
import { runPipeline } from '../pipeline/run-pipeline.ts';

const { script } = jobsOf(shop);

async function run(environment: string, scenario: Partial<PipelineScenario>): Promise<PipelineResult> {
  const result = await runPipeline({ text: script(`${environment}-deploy`), ...scenario });
  expect(result.refused).toEqual([]);
  expect(result.gstrings).toEqual([]);
  return result;
}

function texts({ calls }: PipelineResult, step: string, argument: string): readonly string[] {
  return calls.filter((call) => call.step === step).map((call) => String(call.arguments[argument]));
}

test('fills the version into the manifest, applies it, and waits as long as the spec says', async () => {
  const result = await run('Development', { params: { front_VERSION: '1.10-7', api_VERSION: '2-1' } });
  expect(result.result).toBe('SUCCESS');
  const [front = '', api = ''] = texts(result, 'writeFile', 'text');
  expect(front).toContain('image: custom-registry/shop/web-app:1.10-7\n');
  expect(front).toContain("version: '1.10-7'\n");
  expect(api).toContain('image: custom-registry/shop/api:2-1\n');
  expect(front + api).not.toContain('BITESIZE_VERSION_TO_DEPLOY');
  expect(texts(result, 'sh', 'label')).toEqual([
    'Apply front',
    'Apply api',
    'Take over',
    'Wait for front',
    'Wait for api',
  ]);
  const scripts = texts(result, 'sh', 'script');
  expect(scripts[0]).toBe(
    'kubectl apply --server-side --force-conflicts --field-manager=bitesize --filename=50-deployment-front.yaml',
  );
  expect(scripts[2]).toContain(
    'set -- --filename=50-deployment-front.yaml --filename=50-deployment-api.yaml\n',
  );
  expect(scripts[3]).toContain('rollout status deployment/front --namespace=shop-dev --timeout=300s');
});

test('one build at a time deploys to an environment, in the container that has kubectl', async () => {
  const { calls } = await run('Development', { params: { front_VERSION: '1' } });
  expect(calls.find(({ step }) => step === 'sh')?.path).toEqual([
    'lock(shop: deploy to Development)',
    'node(deploy)',
    'container(kubectl)',
    'stage(Apply)',
  ]);
});

test.each([[{}], [{ front_VERSION: '', api_VERSION: 'latest' }]])(
  'the parameters %j keep what runs, and no agent is started',
  async (params) => {
    const result = await run('Development', { params });
    expect(result.result).toBe('SUCCESS');
    expect(result.calls.map(({ step }) => step)).toEqual(['echo']);
  },
);

test('a service without a version is left alone', async () => {
  const result = await run('Development', { params: { front_VERSION: '', api_VERSION: '2-1' } });
  expect(texts(result, 'sh', 'label')).toEqual(['Apply api', 'Take over', 'Wait for api']);
});

test('blue/green deploys to the colour that is not live, waits for its own time, and switches nothing', async () => {
  const result = await run('Staging', { params: { front_VERSION: '3' }, answers: [isThere('front-blue')] });
  expect(texts(result, 'writeFile', 'file')).toEqual(['50-deployment-front-green.yaml']);
  expect(texts(result, 'writeFile', 'text')[0]).toContain(
    'kind: Deployment\nmetadata:\n  name: front-green\n',
  );
  expect(texts(result, 'sh', 'script').join('')).toContain(
    'deployment/front-green --namespace=shop-stg --timeout=60s',
  );
  expect(JSON.stringify(result.calls)).not.toMatch(/apply [^"]*front-blue|kind: (Service|Ingress)/);
});

/** What the cluster says to a job that looks for a Deployment. */
function isThere(deployment: string) {
  return {
    step: 'sh',
    match: `get deployment/${deployment} `,
    stdout: `deployment.apps/${deployment}\n`,
  };
}

test('where there is no live colour yet, it is deployed, too, and gets the requests when it runs', async () => {
  const result = await run('Staging', { params: { front_VERSION: '3' } });
  expect(texts(result, 'writeFile', 'file')).toEqual([
    '50-deployment-front-green.yaml',
    '50-deployment-front-blue.yaml',
    'services-of-front-blue.yaml',
  ]);
  const [, live = '', services = ''] = texts(result, 'writeFile', 'text');
  expect(live).toContain('image: custom-registry/shop/web-app:3\n');
  expect(services).toContain('  selector:\n    creator: pipeline\n    name: front-blue\n');
  expect(texts(result, 'sh', 'label')).toEqual([
    'Apply front (green; blue is live)',
    'Look for front (blue; it is live)',
    'Apply front (blue; it is live)',
    'Take over',
    'Wait for front (green; blue is live)',
    'Wait for front (blue; it is live)',
    'Send requests to front (blue; it is live)',
  ]);
});

test('a live colour that does not come up gets no requests', async () => {
  const result = await run('Staging', {
    params: { front_VERSION: '3' },
    answers: [{ step: 'sh', match: 'rollout status deployment/front-blue ', exit: 1 }],
  });
  expect(result.error?.message).toBe('Not rolled out: front (blue; it is live)');
  expect(texts(result, 'writeFile', 'file')).not.toContain('services-of-front-blue.yaml');
});

test('an autoscaler starts with the pods that are there', async () => {
  const scaled = jobsOf({
    environments: `project: shop
environments:
  - name: Live
    services:
      - {name: front, port: 80, hpa: {min_replicas: 2, max_replicas: 9}}
      - {name: api, port: 80}
      - {name: old, version: "1", hpa: {min_replicas: 2, max_replicas: 9}}
`,
  });
  const result = await runPipeline({
    text: scaled.script('Live-deploy'),
    params: { front_VERSION: '4', api_VERSION: '4' },
  });
  expect(result).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
  expect(texts(result, 'sh', 'label').slice(0, 3)).toEqual([
    'Keep the number of pods',
    'Apply front',
    'Apply api',
  ]);
  expect(texts(result, 'sh', 'script')[0]).toMatch(/^namespace=shop-live\nset -- front\nset -eu\n/);
  const managed = await runPipeline({ text: scaled.script('service-manage') });
  expect(texts(managed, 'sh', 'script')[0]).toMatch(/^namespace=shop-live\nset -- old\nset -eu\n/);
});

test('a version that is none is refused before anything is changed', async () => {
  const result = await run('Development', { params: { front_VERSION: '1', api_VERSION: '$(reboot)' } });
  expect(result).toMatchObject({ result: 'FAILURE', calls: [{ step: 'error' }] });
});

test('an error of kubectl fails the job at once', async () => {
  const result = await run('Development', {
    params: { front_VERSION: '1', api_VERSION: '2' },
    answers: [{ step: 'sh', match: '50-deployment-front.yaml', exit: 1 }],
  });
  expect(result.result).toBe('FAILURE');
  expect(texts(result, 'sh', 'label')).toEqual(['Apply front']);
});

test('a rollout that fails fails the job, after the others were waited for', async () => {
  const result = await run('Development', {
    params: { front_VERSION: '1', api_VERSION: '2' },
    answers: [{ step: 'sh', match: 'rollout status deployment/front ', exit: 1 }],
  });
  expect(result).toMatchObject({ result: 'FAILURE', error: { message: 'Not rolled out: front' } });
  expect(texts(result, 'sh', 'label')).toEqual([
    'Apply front',
    'Apply api',
    'Take over',
    'Wait for front',
    'Wait for api',
  ]);
});

test('a version that the spec pins is not changed by hand', async () => {
  const kept = await run('Production', { params: { front_VERSION: '1', cache_VERSION: '7' } });
  expect(kept.result).toBe('SUCCESS');
  expect(texts(kept, 'sh', 'label')).toEqual(['Apply front', 'Take over', 'Wait for front']);
  const refused = await run('Production', { params: { front_VERSION: '1', cache_VERSION: '8' } });
  expect(refused.error?.message).toBe('cache_VERSION is 8, but the spec says 7: change it there');
  expect(refused.calls.map(({ step }) => step)).toEqual(['error']);
});

test('a pinned version under blue/green is deployed without being asked for', async () => {
  const pinned = jobsOf({
    environments: `project: shop
environments:
  - name: Live
    deployment: {method: bluegreen, active: green}
    services: [{name: front, version: "4"}]
`,
  });
  const result = await runPipeline({ text: pinned.script('Live-deploy') });
  expect(result).toMatchObject({ result: 'SUCCESS', refused: [] });
  expect(texts(result, 'writeFile', 'text')[0]).toContain('front-blue');
  expect(texts(result, 'writeFile', 'text')[0]).toContain(':4\n');
});
