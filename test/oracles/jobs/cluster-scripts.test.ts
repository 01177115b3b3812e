import { expect, test } from 'vitest';
import { jobsOf } from '../../compiler/lower/jobs/lowered-jobs.ts';
import { shop } from '../../compiler/lower/jobs/shop.ts';
import { runPipeline, stepsOf } from '../pipeline/run-pipeline.ts';
import { bashSyntaxErrors, shellcheck } from '../shell/check-shell.ts';
import { runShell } from '../shell/run-shell.ts';
import type { ShellResult, ShellScenario } from '../shell/shell-scenario.ts';

/** Returns the shell steps that a pipeline really runs, by their labels. */
async function shellSteps(
  script: string,
  params: Readonly<Record<string, string>> = {},
): Promise<readonly { readonly label: string; readonly text: string }[]> {
  const result = await runPipeline({ text: script, params });
  return stepsOf(result, 'sh').map(({ arguments: { label, script: text } }) => ({
    label: String(label),
    text: String(text),
  }));
}

async function run(text: string, scenario: Partial<ShellScenario> = {}): Promise<ShellResult> {
  expect(await bashSyntaxErrors(text)).toBe('');
  expect(await shellcheck(text)).toEqual([]);
  return runShell({ text, ...scenario });
}

function lines({ calls }: ShellResult): readonly string[] {
  return calls.map(({ command, arguments: words }) => [command, ...words].join(' '));
}

const deploy = jobsOf(shop).script('Development-deploy');
const manage = jobsOf(shop).script('service-manage');
const pruning = jobsOf({
  ...shop,
  jenkins: 'project: shop\njenkins: {pipeline: {service_manage: {prune: true}}}\n',
}).script('service-manage');

test('a rollout that ends well only waits', async () => {
  const rollout = (await shellSteps(deploy, { front_VERSION: '1' })).find(({ label }) =>
    label.startsWith('Wait'),
  );
  const result = await run(rollout?.text ?? '');
  expect(result.code).toBe(0);
  expect(lines(result)).toEqual([
    'kubectl rollout status deployment/front --namespace=shop-dev --timeout=300s',
  ]);
});

test('a rollout that fails says why, and still fails when even that cannot be had', async () => {
  const rollout = (await shellSteps(deploy, { front_VERSION: '1' })).find(({ label }) =>
    label.startsWith('Wait'),
  );
  const result = await run(rollout?.text ?? '', { answers: [{ command: 'kubectl', exit: 1 }] });
  expect(result.code).toBe(1);
  expect(result.stdout).toContain('front is not rolled out after 300 seconds');
  const selector = '--namespace=shop-dev --selector=creator=pipeline,name=front';
  expect(lines(result)).toEqual([
    'kubectl rollout status deployment/front --namespace=shop-dev --timeout=300s',
    `kubectl get deployments,replicasets,pods ${selector} --output=wide`,
    `kubectl describe pods ${selector}`,
    'kubectl get events --namespace=shop-dev --sort-by=.lastTimestamp',
    `kubectl logs ${selector} --all-containers --prefix --tail=100`,
  ]);
});

const found = (objects: readonly string[]) => ({
  command: 'kubectl',
  arguments: ['get'],
  stdout: objects.map((object) => `${object}\n`).join(''),
});
const inSpecs = [
  'Mysql prsn.io/v1 db',
  'Service v1 api',
  'Service v1 front',
  'Deployment apps/v1 front',
  'Deployment apps/v1 api',
  'Ingress networking.k8s.io/v1 front',
];
const gone = [
  'Service v1 old',
  'Service v1 fron',
  'Deployment apps/v1 old',
  'PersistentVolumeClaim v1 data',
  'Postgres prsn.io/v2 old',
];

async function leftovers(script: string, names: readonly string[]): Promise<ShellResult> {
  const steps = await shellSteps(script);
  const text = steps.find(({ label }) => label.startsWith('What left'))?.text ?? '';
  const kinds = {
    command: 'kubectl',
    arguments: ['api-resources', '--api-group=prsn.io'],
    stdout: 'mysqls.prsn.io\npostgres.prsn.io\n',
  };
  return run(text, { answers: [kinds, found(names)] });
}

test('asks for the objects that carry the labels of the project, of third parties too', async () => {
  const result = await leftovers(manage, []);
  expect(result.code).toBe(0);
  expect(lines(result).at(-1)).toBe(
    'kubectl get configmap,persistentvolumeclaim,service,deployment.apps,horizontalpodautoscaler.autoscaling,' +
      'cronjob.batch,ingress.networking.k8s.io,mysqls.prsn.io,postgres.prsn.io --namespace=shop-dev ' +
      '--selector=app.kubernetes.io/managed-by=bitesize,creator=pipeline,project=shop --output=go-template=' +
      '{{range .items}}{{if not .metadata.ownerReferences}}{{.kind}} {{.apiVersion}} {{.metadata.name}}{{"\\n"}}{{end}}{{end}}',
  );
});

test('says nothing while everything is in the specs', async () => {
  const result = await leftovers(manage, inSpecs);
  expect(result).toMatchObject({ code: 0, stdout: '' });
});

test('what left the specs is listed, and nothing is deleted', async () => {
  const result = await leftovers(manage, [...inSpecs, ...gone]);
  expect(result.code).toBe(0);
  expect(result.stdout.trim().split('\n')).toEqual(
    [
      'service/old',
      'service/fron',
      'deployment.apps/old',
      'persistentvolumeclaim/data',
      'postgres.prsn.io/old',
    ].map((name) => `left the specs: ${name}`),
  );
  expect(JSON.stringify(result.calls)).not.toContain('delete');
});

test('with prune it is deleted, but never what may hold data', async () => {
  const result = await leftovers(pruning, [...inSpecs, ...gone]);
  expect(result.code).toBe(0);
  expect(lines(result).filter((line) => line.includes('delete'))).toEqual([
    'kubectl delete service/old --namespace=shop-dev --wait=false',
    'kubectl delete service/fron --namespace=shop-dev --wait=false',
    'kubectl delete deployment.apps/old --namespace=shop-dev --wait=false',
  ]);
  expect(result.stdout.trim().split('\n')).toEqual([
    'left the specs, and may hold data: persistentvolumeclaim/data',
    'left the specs, and may hold data: postgres.prsn.io/old',
  ]);
});

test('an environment that cannot be read fails, and nothing is deleted', async () => {
  const steps = await shellSteps(pruning);
  const text = steps.find(({ label }) => label.startsWith('What left'))?.text ?? '';
  const result = await run(text, { answers: [{ command: 'kubectl', arguments: ['get'], exit: 1 }] });
  expect(result.code).toBe(1);
  expect(JSON.stringify(result.calls)).not.toContain('delete');
});

test('the image is built without old layers, once the daemon is there', async () => {
  const [build] = await shellSteps(jobsOf(shop).script('web-app-docker-image'));
  const result = await run(build?.text ?? '', {
    environment: { BUILD_NUMBER: '7' },
    answers: [{ command: 'docker', arguments: ['info'], times: 2, exit: 1 }],
  });
  expect(result.code).toBe(0);
  expect(lines(result).filter((line) => line !== 'sleep 1')).toEqual([
    'docker info',
    'docker info',
    'docker info',
    'docker build --pull --no-cache --tag custom-registry/shop/web-app:1.10 --tag custom-registry/shop/web-app:1.10-7 image',
  ]);
});
