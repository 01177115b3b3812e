import { expect, test } from 'vitest';
import { jobsOf } from '../../compiler/lower/jobs/lowered-jobs.ts';
import { shop } from '../../compiler/lower/jobs/shop.ts';
import { runPipeline, stepsOf } from '../pipeline/run-pipeline.ts';

const { script } = jobsOf(shop);

test('the image job writes the Dockerfile, builds and pushes both tags, and promotes the one of the build', async () => {
  const result = await runPipeline({
    text: script('web-app-docker-image'),
    environment: { BUILD_NUMBER: '7' },
  });
  expect(result).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
  const [file] = stepsOf(result, 'writeFile');
  expect(file?.path).toEqual(['node(dind)', 'container(docker)', 'stage(Build)']);
  expect(file?.arguments).toMatchObject({ file: 'image/Dockerfile', text: expect.stringMatching(/^FROM /) });
  expect(stepsOf(result, 'sh').map((call) => call.arguments.script)).toEqual([
    expect.stringContaining('docker build '),
    'docker push custom-registry/shop/web-app:1.10',
    'docker push custom-registry/shop/web-app:1.10-"$BUILD_NUMBER"',
  ]);
  const [promotion] = stepsOf(result, 'build');
  expect(promotion?.path).toEqual(['stage(Environment pipeline)']);
  expect(promotion?.arguments).toEqual({
    job: 'environment-pipeline',
    parameters: [{ symbol: 'string', name: 'web_app_VERSION', value: '1.10-7' }],
    wait: false,
  });
});

test('an image that is not pushed is not promoted', async () => {
  const answers = [{ step: 'sh', match: 'docker push', exit: 1 }];
  const result = await runPipeline({ text: script('api-docker-image'), answers });
  expect(result.result).toBe('FAILURE');
  expect(stepsOf(result, 'build')).toEqual([]);
});

test('without environments an image is only pushed', async () => {
  const alone = jobsOf({ build: shop.build, application: shop.application });
  const result = await runPipeline({ text: alone.script('api-docker-image') });
  expect(result).toMatchObject({ result: 'SUCCESS', refused: [] });
  expect(stepsOf(result, 'build')).toEqual([]);
});

test('service-manage applies what needs no version, environment by environment', async () => {
  const result = await runPipeline({ text: script('service-manage') });
  expect(result).toMatchObject({ result: 'SUCCESS', refused: [], gstrings: [] });
  const files = stepsOf(result, 'writeFile').map((call) => call.arguments);
  expect(files.map(({ file }) => file)).toEqual([
    'development.yaml',
    'staging.yaml',
    'staging-live.yaml',
    'production.yaml',
  ]);
  const kinds = (text: unknown) => [...String(text).matchAll(/^kind: (.*)$/gm)].map(([, kind]) => kind);
  expect(files.map(({ text }) => kinds(text))).toEqual([
    ['Mysql', 'Service', 'Service', 'Ingress'],
    ['Service', 'Service'],
    ['Service'],
    ['Service', 'Service', 'Service', 'Deployment'],
  ]);
  expect(JSON.stringify(files)).not.toContain('BITESIZE_VERSION_TO_DEPLOY');
  expect(stepsOf(result, 'sh').map(({ arguments: { label } }) => label)).toEqual([
    'Apply',
    'Take over',
    'Apply',
    'Send requests to the colours that are live',
    'Take over',
    'Apply',
    'Take over',
    'What left the specs in shop-dev',
    'What left the specs in shop-stg',
    'What left the specs in shop-prd',
  ]);
});

test('environments of one namespace are looked at together', async () => {
  const shared = jobsOf({
    environments: `project: shop
environments:
  - {name: a, namespace: shop, services: [{name: web}]}
  - {name: b, namespace: shop, services: [{name: api}]}
  - {name: c, namespace: other}
`,
  });
  const { calls } = await runPipeline({ text: shared.script('service-manage') });
  const steps = calls.filter(({ step }) => step === 'sh').map(({ arguments: given }) => given);
  expect(steps.map(({ label }) => label)).toEqual([
    'Apply',
    'Take over',
    'Apply',
    'Take over',
    'What left the specs in shop',
    'What left the specs in other',
  ]);
  expect(steps[4]?.script).toContain('\nservice/api\nservice/web\n');
});

test('an error in one environment fails service-manage; the others still get their turn, and nothing is pruned', async () => {
  const answers = [{ step: 'sh', match: 'development.yaml', exit: 1 }];
  const result = await runPipeline({ text: script('service-manage'), answers });
  expect(result.result).toBe('FAILURE');
  expect(stepsOf(result, 'sh').map((call) => call.path.slice(3).join(' '))).toEqual([
    'stage(Development) catchError()',
    ...Array(3).fill('stage(Staging) catchError()'),
    ...Array(2).fill('stage(Production) catchError()'),
  ]);
});

test('an aborted service-manage stops', async () => {
  const result = await runPipeline({
    text: script('service-manage'),
    answers: [{ step: 'sh', abort: true }],
  });
  expect(result.result).toBe('ABORTED');
  expect(stepsOf(result, 'sh')).toHaveLength(1);
});

test('who is to be told gets a mail about every job that does not succeed', async () => {
  const mailed = jobsOf({
    ...shop,
    jenkins: 'project: shop\njenkins: {pipeline: {notifications: {mail: ops@example.com}}}\n',
  });
  for (const name of [
    'web-app-docker-image',
    'environment-pipeline',
    'Development-deploy',
    'service-manage',
  ]) {
    const params = { web_app_VERSION: '1', front_VERSION: '1' };
    const environment = { JOB_NAME: name, BUILD_NUMBER: '3', BUILD_URL: 'http://x/3/' };
    const good = await runPipeline({ text: mailed.script(name), params, environment });
    expect(good).toMatchObject({ result: 'SUCCESS', refused: [] });
    expect(stepsOf(good, 'mail')).toEqual([]);
    const failing = name === 'environment-pipeline' ? 'build' : 'sh';
    const answers = [{ step: failing, exit: 1, result: 'FAILURE' as const }];
    const bad = await runPipeline({ text: mailed.script(name), params, environment, answers });
    expect(bad).toMatchObject({ result: 'FAILURE', refused: [] });
    expect(stepsOf(bad, 'mail').map((call) => call.arguments)).toEqual([
      { to: 'ops@example.com', subject: `${name} #3: FAILURE`, body: 'http://x/3/' },
    ]);
  }
});
