import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jobsOf } from '../../compiler/lower/jobs/lowered-jobs.ts';
import { runPipeline, stepsOf } from '../pipeline/run-pipeline.ts';
import { bashSyntaxErrors, shellcheck } from '../shell/check-shell.ts';
import { runShell } from '../shell/run-shell.ts';
import type { CommandAnswer, ShellResult } from '../shell/shell-scenario.ts';
import { kubectlTool } from '../tools/kubectl.ts';
import { requireTool } from '../tools/require-tool.ts';
import { runCommand } from '../tools/run-command.ts';

const { script } = jobsOf({
  environments: `project: shop
environments:
  - name: Live
    deployment: {method: bluegreen, active: blue}
    services:
      - {name: front, port: 80}
      - {name: gate, port: 80, selector: front}
  - name: Fast
    services: [{name: scaled, version: "1", port: 80, hpa: {min_replicas: 2, max_replicas: 9}}]
`,
});

/** Returns the shell step with this label of `service-manage`: the first one, or that of another environment. */
async function step(label: string, environment = 0): Promise<string> {
  const result = await runPipeline({ text: script('service-manage') });
  expect(result).toMatchObject({ refused: [], gstrings: [] });
  const found = stepsOf(result, 'sh').filter((call) => call.arguments.label === label);
  return String(found[environment]?.arguments.script);
}

async function run(text: string, answers: readonly CommandAnswer[] = []): Promise<ShellResult> {
  expect(await bashSyntaxErrors(text)).toBe('');
  expect(await shellcheck(text)).toEqual([]);
  return runShell({ text, answers });
}

function lines({ calls }: ShellResult, verb: string): readonly string[] {
  return calls.map(({ arguments: words }) => words.join(' ')).filter((line) => line.startsWith(verb));
}

/** Returns what the real kubectl prints of an object with `--output=<format>`, as `get` would. */
async function printed(object: object, format: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bitesize-owners-'));
  try {
    const file = join(folder, 'object.json');
    writeFileSync(file, JSON.stringify(object));
    const words = [
      'label',
      '--local',
      `--filename=${file}`,
      'a=b',
      '--show-managed-fields',
      `--output=${format}`,
    ];
    const { code, stdout, stderr } = await runCommand(requireTool(kubectlTool), words);
    expect(`${code} ${stderr}`).toBe('0 ');
    return stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Returns the format that a script asks kubectl for. */
function formatIn(text: string, kind: string): string {
  return new RegExp(`--output=${kind}='([^']*)'`).exec(text)?.[1] ?? '';
}

const owners = [
  { manager: 'bitesize', operation: 'Apply', fieldsV1: { 'f:spec': { 'f:replicas': {}, 'f:selector': {} } } },
  { manager: 'environment-operator', operation: 'Update', fieldsV1: { 'f:spec': { 'f:replicas': {} } } },
  { manager: 'environment-operator', operation: 'Update', subresource: 'status', fieldsV1: {} },
  { manager: 'kube-controller-manager', operation: 'Update', subresource: 'status', fieldsV1: {} },
  { manager: 'before-first-apply', operation: 'Update', fieldsV1: {} },
  { manager: 'kubectl-edit', operation: 'Update', fieldsV1: {} },
];
const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'front', namespace: 'shop-live', managedFields: owners },
  spec: { replicas: 4 },
};

test('the entries of engines of before are found, and no other', async () => {
  const text = await step('Take over');
  const template = formatIn(text, 'go-template');
  expect(await printed(deployment, `go-template=${template}`)).toBe(
    '1 Deployment apps/v1 front shop-live environment-operator\n4 Deployment apps/v1 front shop-live before-first-apply\n',
  );
  const own = { ...deployment, metadata: { ...deployment.metadata, managedFields: owners.slice(0, 1) } };
  expect(await printed(own, `go-template=${template}`)).toBe('');
  expect(text).toContain('set -- --filename=live.yaml --filename=live-live.yaml\n');
});

test('they are removed from the last one on, each only where it stands', async () => {
  const found = {
    command: 'kubectl',
    arguments: ['get'],
    times: 1,
    stdout: '1 Service v1 front shop-live environment-operator\n12 Deployment apps/v1 front shop-live x\n',
  };
  const result = await run(await step('Take over'), [found]);
  expect(result.code).toBe(0);
  const removal = (place: number, manager: string) =>
    `[{"op":"test","path":"/metadata/managedFields/${place}/manager","value":"${manager}"},` +
    `{"op":"remove","path":"/metadata/managedFields/${place}"}]`;
  expect(lines(result, 'patch')).toEqual([
    `patch Deployment.apps/front --namespace=shop-live --type=json --patch=${removal(12, 'x')}`,
    `patch Service/front --namespace=shop-live --type=json --patch=${removal(1, 'environment-operator')}`,
  ]);
  expect(lines(result, 'get')).toHaveLength(2);
});

test('one that is in the way again and again is an error that says so', async () => {
  const found = { command: 'kubectl', arguments: ['get'], stdout: '1 Service v1 front shop-live x\n' };
  const result = await run(await step('Take over'), [
    found,
    { command: 'kubectl', arguments: ['patch'], exit: 1 },
  ]);
  expect(result.code).toBe(1);
  expect(result.stderr).toContain('still belong to another manager');
  expect(lines(result, 'patch')).toHaveLength(5);
});

test('nothing of before, nothing to do; no access, an error', async () => {
  const text = await step('Take over');
  expect(await run(text)).toMatchObject({ code: 0, stdout: '', calls: [{ command: 'kubectl' }] });
  const refused = await run(text, [{ command: 'kubectl', arguments: ['get'], exit: 1 }]);
  expect(refused.code).toBe(1);
});

test('a number of pods that was applied is kept by another manager, and any other is left alone', async () => {
  const text = await step('Keep the number of pods');
  const path = formatIn(text, 'jsonpath');
  expect(await printed(deployment, `jsonpath=${path}`)).toBe('{} 4');
  const [own] = owners;
  const without = { ...own, fieldsV1: { 'f:spec': { 'f:selector': {} } } };
  const handed = { ...deployment, metadata: { ...deployment.metadata, managedFields: [without] } };
  expect(await printed(handed, `jsonpath=${path}`)).toBe(' 4');

  const kept = await run(text, [{ command: 'kubectl', arguments: ['get'], stdout: '{} 4' }]);
  expect(kept.code).toBe(0);
  const [apply] = kept.calls.filter((call) => call.arguments.includes('apply'));
  expect(apply?.arguments).toContain('--field-manager=bitesize-replicas');
  expect(JSON.parse(apply?.stdin ?? '')).toEqual({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'scaled', namespace: 'shop-fast' },
    spec: { replicas: 4 },
  });
  for (const stdout of [' 4', '', '{} ']) {
    const left = await run(text, [{ command: 'kubectl', arguments: ['get'], stdout }]);
    expect(left).toMatchObject({ code: 0, calls: [{ arguments: expect.arrayContaining(['get']) }] });
    expect(left.calls).toHaveLength(1);
  }
});

const label = 'Send requests to the colours that are live';
const requestsGoTo = (service: string, stdout: string) => ({
  command: 'kubectl',
  arguments: ['get', `service/${service}`],
  stdout,
});
const pods = (stdout: string) => ({
  command: 'kubectl',
  arguments: ['get', 'deployment/front-blue'],
  stdout,
});

test.each([
  ['there is none yet', '', '', 'name in (front,gate)', 0],
  ['it goes there already, whatever runs', 'front-blue', '2/', 'name in (front,gate)', 0],
  ['pods of the colour are ready', 'front', '2/1', 'name in (front,gate)', 0],
  ['the spec wants no pods', 'front', '0/', 'name in (front,gate)', 0],
  ['the colour does not exist', 'front', '', 'name in (gate)', 1],
  ['no pod of the colour is ready', 'front-green', '2/', 'name in (gate)', 1],
])('a Service is switched when %s', async (_, now, state, selector, code) => {
  const answers = [requestsGoTo('front', now), requestsGoTo('gate', 'front-blue'), pods(state)];
  const result = await run(await step(label), answers);
  expect(result.code).toBe(code);
  expect(lines(result, 'apply')).toEqual([
    `apply --server-side --force-conflicts --field-manager=bitesize --filename=live-live.yaml --selector=${selector}`,
  ]);
  expect(result.stderr.includes('front still sends requests to')).toBe(code === 1);
});
